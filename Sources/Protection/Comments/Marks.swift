/// Sixteen bytes that stand for a comment or an author; made with a key, so that nobody without it can look one up.
package struct Mark: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  init(_ digest: UnsafeRawBufferPointer) {
    self.high = UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    self.low = UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
  }

  /// Calls `body` with the 16 bytes, most significant first.
  package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    var pair = (high.bigEndian, low.bigEndian)
    return try withUnsafeBytes(of: &pair) { try body($0) }
  }
}
