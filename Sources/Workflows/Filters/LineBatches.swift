import Foundation
import Ingestion

/// Lines of a stream, some megabytes at a time, so that they can be spread over all cores.
final class LineBatches {
  private let source: any ByteSource
  private var rest: [UInt8] = []
  private var isAtEnd = false

  /// A line that is longer is cut here: no text that people write is.
  private static let lineLimit = 16 << 20
  private let batchSize: Int

  init(_ source: any ByteSource, batchSize: Int = 4 << 20) {
    self.source = source
    self.batchSize = batchSize
  }

  /// The next lines without their line ends; nil at the end.
  func next() throws -> [ArraySlice<UInt8>]? {
    guard !isAtEnd || !rest.isEmpty else { return nil }
    try fill()
    let end = isAtEnd ? rest.count : cut()
    let lines = split(rest[..<end])
    rest = Array(rest[end...])
    return lines.isEmpty && isAtEnd && rest.isEmpty ? nil : lines
  }

  private func fill() throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while !isAtEnd, rest.count < batchSize || (!rest.contains(10) && rest.count < Self.lineLimit) {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { isAtEnd = true }
      rest.append(contentsOf: buffer[..<count])
    }
  }

  private func cut() -> Int { (rest.lastIndex(of: 10) ?? rest.count - 1) + 1 }

  private func split(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.endIndex
      var last = end
      if last > start, bytes[last - 1] == 13 { last -= 1 }
      lines.append(bytes[start..<last])
      start = end + 1
    }
    return lines
  }
}
