/// How much an archive may hold; more is refused before it can do harm.
package struct ArchiveLimits: Sendable, Hashable {
  package var entries = 2_000
  /// Bytes of one entry and of all together, unpacked.
  package var entryBytes = 1 << 30
  package var totalBytes = 2 << 30
  /// Unpacked to packed bytes, looked at once an entry or the whole is larger than `ratioFrom`.
  package var ratio = 200
  package var ratioFrom = 10 << 20

  /// Packed bytes of one workbook or Word document, which is held in memory while it is read, and unpacked bytes of
  /// the texts that its cells share.
  package var documentBytes = 64 << 20
  package var sharedTextBytes = 128 << 20
  package var sheets = 100

  package init() {}
}
