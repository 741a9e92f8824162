/// A buffer in front of a byte source: looks ahead without consuming, then hands out pieces without copying.
package final class ByteReader {
  /// How far `peek` can look, in bytes.
  package static let peekLimit = 256 << 10

  private let source: any ByteSource
  private let buffer: UnsafeMutableRawBufferPointer
  private let pieceLimit: Int
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  /// - Parameter pieceLimit: most bytes handed out at once; tests set it to feed parsers byte by byte.
  package init(_ source: any ByteSource, pieceLimit: Int = .max) {
    self.source = source
    self.pieceLimit = max(1, pieceLimit)
    buffer = .allocate(byteCount: ByteReader.peekLimit, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// Looks at the next bytes, at most `count` and `peekLimit`; fewer only at the end of the source.
  package func peek(_ count: Int = ByteReader.peekLimit) throws -> Bytes {
    let wanted = min(count, ByteReader.peekLimit)
    if start > 0, start + wanted > buffer.count { moveToFront() }
    while end - start < wanted, !isAtEnd { try fill() }
    return Bytes(rebasing: buffer[start..<min(end, start + wanted)])
  }

  /// Whether all that is left has been looked at.
  package var hasPeekedAll: Bool { isAtEnd }

  /// Leaves out bytes that were peeked.
  package func skip(_ count: Int) { start = min(end, start + count) }

  /// The next bytes, at least one, valid until the next call; nil at the end.
  package func next() throws -> Bytes? {
    if start == end {
      start = 0
      end = 0
      if !isAtEnd { try fill() }
      guard end > 0 else { return nil }
    }
    let stop = min(end, start + min(pieceLimit, buffer.count))
    defer { start = stop }
    return Bytes(rebasing: buffer[start..<stop])
  }

  private func moveToFront() {
    buffer.copyMemory(from: Bytes(rebasing: buffer[start..<end]))
    end -= start
    start = 0
  }

  private func fill() throws {
    let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
    if count > 0 { end += min(count, buffer.count - end) } else { isAtEnd = true }
  }
}
