package import NIOCore

/// How long somebody may keep a connection busy without sending what they said they would send.
package struct ConnectionLimits: Sendable, Hashable {
  /// Time without a byte, or for the head of a request.
  package var idle = TimeAmount.seconds(15)
  /// Time for the whole body of a request that is no upload of staff: forms are small.
  package var body = TimeAmount.seconds(20)
  /// An upload must bring `windowBytes` in each span of this length.
  package var window = TimeAmount.seconds(15)
  /// 16 kbit/s over a window of 15 seconds: half of what a poor mobile line still gives.
  package var windowBytes = 15 * (2 << 10)
  /// Time to read on behind an answer that was given before the body was there, so that the answer is not lost in a reset.
  package var linger = TimeAmount.seconds(5)
  /// Connections at a time; a new one beyond them takes the place of the one that has been silent longest.
  package var most = 800

  package init() {}

  /// Connections that are accepted between an eviction and the close of what it evicts.
  static let spare = 100
}
