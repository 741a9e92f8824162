/// A talk's title for a heading. A caption of many lines, as Instagram has instead of titles, gives its first line; what
/// follows is shown smaller, as far as it helps to know the talk again.
struct TalkTitle {
  let heading: String
  /// The lines after the first in one, cut at a word; nil when there are none.
  let rest: String?

  private static let longestHeading = 110
  private static let longestRest = 160

  init(_ title: String) {
    let lines = title.unicodeScalars.split { Self.isBreak($0) }.map { Substring($0) }
      .filter { !$0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    let (heading, left) = Self.cut(lines.first ?? "", Self.longestHeading)
    let more = ([left] + lines.dropFirst()).filter { !$0.isEmpty }.joined(separator: " ")
    let (rest, hidden) = Self.cut(more[...], Self.longestRest)
    self.heading = heading + (left.isEmpty ? "" : "\u{2026}")
    self.rest = rest.isEmpty ? nil : rest + (hidden.isEmpty ? "" : "\u{2026}")
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// The words that fit into `longest` characters, and those that do not. A single longer word is cut.
  private static func cut(_ text: Substring, _ longest: Int) -> (String, Substring) {
    guard let end = text.index(text.startIndex, offsetBy: longest, limitedBy: text.endIndex), end < text.endIndex
    else { return (String(text), "") }
    let space = text[..<end].unicodeScalars.lastIndex { $0.properties.isWhitespace }
    let last = space ?? end
    return (String(text[..<last]), text[last...].drop { $0.isWhitespace })
  }
}
