import Glibc

/// Bytes that can also be read from any place, as a list at the end of an archive wants it.
protocol SeekableSource: ByteSource {
  /// Goes to a place; what cannot seek (a pipe) gives nil.
  func seek(_ offset: Int, _ whence: Int32) -> Int?
  /// Bytes at a place, without moving from where it stands; nil where there are fewer.
  func bytes(at offset: Int, _ count: Int) -> [UInt8]?
}

extension FileSource: SeekableSource {
  func bytes(at offset: Int, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, off_t(offset)) }
    return got == count ? bytes : nil
  }
}

/// A file that was read into memory.
final class MemoryFile: SeekableSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    guard count > 0 else { return 0 }
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }

  func seek(_ offset: Int, _ whence: Int32) -> Int? {
    let base =
      switch whence {
      case SEEK_SET: 0
      case SEEK_CUR: position
      default: bytes.count
      }
    let (place, overflow) = base.addingReportingOverflow(offset)
    guard !overflow, (0...bytes.count).contains(place) else { return nil }
    position = place
    return place
  }

  func bytes(at offset: Int, _ count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
    return Array(bytes[offset..<offset + count])
  }
}

/// Lets the first bytes of a source be looked at before it is read.
package final class PeekedSource: ByteSource {
  private let source: any ByteSource
  private var waiting: ArraySlice<UInt8> = []

  package init(_ source: any ByteSource) { self.source = source }

  /// The next bytes, at most `count`; they are read again later.
  package func head(_ count: Int) throws -> [UInt8] {
    while waiting.count < count {
      var piece = [UInt8](repeating: 0, count: count - waiting.count)
      let got = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
      guard got > 0 else { break }
      waiting += piece[..<got]
    }
    return Array(waiting.prefix(count))
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !waiting.isEmpty else { return try source.read(into: buffer) }
    let count = min(waiting.count, buffer.count)
    buffer.copyBytes(from: waiting.prefix(count))
    waiting = waiting.dropFirst(count)
    return count
  }
}
