import Foundation
import Ingestion

/// Lines of a stream, some megabytes at a time, so that they can be spread over all cores.
final class LineBatches {
  private let source: any ByteSource
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var number = 1

  /// A line that is longer is cut here, between two words if it can be: no text that people write is.
  private let lineLimit: Int
  private let batchSize: Int

  init(_ source: any ByteSource, batchSize: Int = 4 << 20, lineLimit: Int = 16 << 20) {
    self.source = source
    self.batchSize = batchSize
    self.lineLimit = lineLimit
  }

  /// The next lines; nil at the end. Pieces of a line that was cut share its number.
  func next() throws -> [TextLine]? {
    guard !isAtEnd || !rest.isEmpty else { return nil }
    try fill()
    let end = isAtEnd ? rest.count : cut()
    let lines = split(rest[..<end])
    rest = Array(rest[end...])
    return lines.isEmpty && isAtEnd && rest.isEmpty ? nil : lines
  }

  private func fill() throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var hasLineEnd = rest.contains(10)
    while !isAtEnd, rest.count < batchSize || (!hasLineEnd && rest.count < lineLimit) {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { isAtEnd = true }
      hasLineEnd = hasLineEnd || buffer[..<count].contains(10)
      rest.append(contentsOf: buffer[..<count])
    }
  }

  /// Behind the last line end; in a line without one behind the last space, or else between two characters.
  private func cut() -> Int {
    if let end = rest.lastIndex(of: 10) { return end + 1 }
    if let space = rest.suffix(4_096).lastIndex(of: 32) { return space + 1 }
    let start = rest.suffix(4).lastIndex { $0 & 0xC0 != 0x80 } ?? rest.count
    return start > 0 ? start : rest.count
  }

  private func split(_ bytes: ArraySlice<UInt8>) -> [TextLine] {
    var lines: [TextLine] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let feed = bytes[start...].firstIndex(of: 10)
      let next = feed.map { $0 + 1 } ?? bytes.endIndex
      var end = feed ?? bytes.endIndex
      if feed != nil, end > start, bytes[end - 1] == 13 { end -= 1 }
      lines.append(TextLine(bytes: bytes[start..<end], end: bytes[end..<next], number: number))
      if feed != nil { number += 1 }
      start = next
    }
    return lines
  }
}
