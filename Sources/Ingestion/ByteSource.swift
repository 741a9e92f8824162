/// Bytes that come in pieces: a file, standard input, an entry of an archive. Never the whole at once.
package protocol ByteSource: AnyObject {
  /// Fills the start of `buffer` and returns how many bytes were written; 0 means the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes that are already in memory; what tests feed readers with, in pieces of any size.
package final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let pieceSize: Int
  private var position = 0

  package init(_ bytes: [UInt8], pieceSize: Int = .max) {
    self.bytes = bytes
    self.pieceSize = pieceSize
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, pieceSize, bytes.count - position)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes { all in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
    }
    position += count
    return count
  }
}
