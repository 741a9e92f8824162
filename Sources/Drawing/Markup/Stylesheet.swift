/// Why a style file was refused.
package struct StylesheetError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Line from 1.
  package var line: Int
  /// What stands there.
  package var found: String

  package var description: String { "line \(line): \(found) must not stand in a style file" }
}

/// Style rules that cannot end their element nor fetch anything.
package struct Stylesheet: Sendable, Hashable {
  /// The checked rules, a line each, without indents.
  package let bytes: [UInt8]

  /// No rules at all.
  package static let empty = Stylesheet(checked: [])

  private init(checked: [UInt8]) { bytes = checked }

  /// - Throws: `StylesheetError` when the file holds `<`, a backslash, `url(`, `@import` or `expression`.
  package init(_ bytes: [UInt8]) throws(StylesheetError) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      for word in ["<", "\\", "url(", "@import", "expression", "src("] where Self.contains(line, word) {
        throw StylesheetError(line: index + 1, found: word)
      }
    }
    self.init(checked: Self.withoutIndents(lines))
  }

  /// Pages travel over slow networks: what stands before a rule on its line is left out, and empty lines.
  private static func withoutIndents(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
    let bodies = lines.map { $0.drop { $0 == UInt8(ascii: " ") } }
    return Array(bodies.filter { !$0.isEmpty }.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static func contains(_ line: ArraySlice<UInt8>, _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard line.count >= word.count else { return false }
    return line.indices.dropLast(word.count - 1).contains { start in
      zip(line[start...], word).allSatisfy { lowered($0) == $1 }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }
}
