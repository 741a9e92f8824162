/// Reads the head of a part. Works on bytes: a quote with a combining mark behind it is still a quote.
enum PartHeader {
  /// - Parameter bytes: lines, each behind its CR LF.
  /// - Returns: nil when no line says what the part is called.
  static func read(_ bytes: ArraySlice<UInt8>) -> PartHead? {
    for line in bytes.split(separator: 0x0A) {
      let line = line.filter { $0 != 0x0D }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        String(decoding: line[..<colon].map { $0 | 0x20 }, as: UTF8.self) == "content-disposition",
        let name = parameter("name", in: line)
      else { continue }
      return PartHead(
        name: String(decoding: unescaped(name), as: UTF8.self),
        fileName: parameter("filename", in: line).map { String(decoding: unescaped($0), as: UTF8.self) })
    }
    return nil
  }

  /// The value of `; name=value` or `; name="value"`. Quotes inside come as `%22` (WHATWG) or behind a backslash.
  static func parameter(_ name: String, in line: [UInt8]) -> [UInt8]? {
    var index = line.firstIndex(of: UInt8(ascii: ";")) ?? line.endIndex
    while index < line.endIndex {
      index += 1
      while index < line.endIndex, line[index] == 0x20 || line[index] == 0x09 { index += 1 }
      let start = index
      while index < line.endIndex, line[index] != UInt8(ascii: "="), line[index] != UInt8(ascii: ";") { index += 1 }
      let isSought = line[start..<index].map { $0 | 0x20 } == name.utf8.map { $0 | 0x20 }
      guard index < line.endIndex, line[index] == UInt8(ascii: "=") else { continue }
      let value = value(in: line, from: &index)
      if isSought { return value }
    }
    return nil
  }

  /// The value behind `=` at `index`, which moves to the `;` behind it.
  private static func value(in line: [UInt8], from index: inout Int) -> [UInt8] {
    index += 1
    let isQuoted = index < line.endIndex && line[index] == UInt8(ascii: "\"")
    if isQuoted { index += 1 }
    let start = index
    let end = UInt8(ascii: isQuoted ? "\"" : ";")
    while index < line.endIndex, line[index] != end {
      let isPair = isQuoted && line[index] == UInt8(ascii: "\\") && index + 1 < line.endIndex && line[index + 1] == end
      index += isPair ? 2 : 1
    }
    let value = Array(line[start..<min(index, line.endIndex)])
    while index < line.endIndex, line[index] != UInt8(ascii: ";") { index += 1 }
    return value
  }

  /// `%22`, `%0D`, `%0A` and `\"` as the signs they stand for.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      let next = escapes.first { rest.starts(with: $0.0) }
      result.append(next?.1 ?? byte)
      rest = rest.dropFirst(next?.0.count ?? 1)
    }
    return result
  }

  private static let escapes: [([UInt8], UInt8)] = [
    (Array("%22".utf8), 0x22), (Array("%0D".utf8), 0x0D), (Array("%0A".utf8), 0x0A), (Array("\\\"".utf8), 0x22),
  ]
}
