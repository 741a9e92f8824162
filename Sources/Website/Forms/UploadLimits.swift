/// How much may be handed in at once.
package struct UploadLimits: Sendable, Hashable {
  /// Bytes of one upload.
  package var bytes: Int64 = 2 << 30
  /// Bytes of one file.
  package var fileBytes: Int64 = 1 << 30
  package var files = 2_000
  /// Bytes of one account's uploads that come in or wait to be read.
  package var ownWaiting: Int64 = 4 << 30
  /// The same of all accounts.
  package var allWaiting: Int64 = 8 << 30
  /// Seconds for the whole upload.
  package var seconds: Int64 = 1_800
  /// Bytes a second, over the whole upload, that a sender must reach after the first minute.
  package var slowest: Int64 = 2 << 10
  /// Uploads at the same time.
  package var atOnce = 2
  /// Bytes that stay free on the disk.
  package var spare: Int64 = 256 << 20

  package init() {}

  static let graceSeconds: Int64 = 60
  static let fieldBytes = 4 << 10
}
