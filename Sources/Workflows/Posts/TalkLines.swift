import Records
import Storage

/// A stretch of a talk's text as a page shows it.
package struct TalkPiece: Sendable, Hashable, Codable {
  package var text: String
  /// Whether these are the words that show a theme.
  package var isMarked: Bool
  /// Whether it stands in a sentence that shows one.
  package var isFound: Bool
  /// What the sentence that ends here shows: theme and stance.
  package var tags: [Tag]

  package struct Tag: Sendable, Hashable, Codable {
    package var theme: String
    package var stance: String
  }
}

/// Some sentences of a talk, with the second they begin at.
package struct TalkLine: Sendable, Hashable, Codable {
  /// Nil where no times are known.
  package var second: Int?
  package var pieces: [TalkPiece]
}

/// Cuts a talk's text into lines of a few sentences and marks what was found in it.
struct TalkLines {
  /// Letters of a line before the next sentence begins a new one.
  private static let length = 320

  private let units: [UInt16]
  private let findings: [PostFinding]

  init(_ text: String, findings: [PostFinding]) {
    units = Array(text.utf16)
    self.findings = findings
  }

  /// - Parameter second: when a place of the text is spoken.
  func lines(second: (Int) -> Int?) -> [TalkLine] {
    ranges().map { TalkLine(second: second($0.lowerBound), pieces: pieces($0)) }
  }

  /// Ends of found sentences, of sentences and of cues are places where a line may end.
  private func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    let inside = findings.map(\.sentence).sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    for index in units.indices {
      while next < inside.count, inside[next].upperBound <= index { next += 1 }
      let isOpen = next < inside.count && inside[next].lowerBound < index
      let unit = units[index]
      guard unit == 0x20 || unit == 0x0A, !isOpen else { continue }
      let endsSentence = index > 0 && [0x2E, 0x21, 0x3F, 0x2026].contains(units[index - 1])
      let isLong = index - start >= Self.length * 2
      if index - start >= Self.length && (endsSentence || unit == 0x0A) || isLong {
        ranges.append(start..<index)
        start = index + 1
      }
    }
    if start < units.count { ranges.append(start..<units.count) }
    return ranges
  }

  private func pieces(_ line: Range<Int>) -> [TalkPiece] {
    let found = findings.filter { $0.sentence.overlaps(line) }
    var cuts: Set<Int> = [line.lowerBound, line.upperBound]
    for finding in found {
      for place in [
        finding.sentence.lowerBound, finding.sentence.upperBound, finding.span.lowerBound, finding.span.upperBound,
      ] where line.contains(place) { cuts.insert(place) }
    }
    let places = cuts.sorted()
    return zip(places, places.dropFirst()).map { piece($0..<$1, found) }
  }

  private func piece(_ range: Range<Int>, _ found: [PostFinding]) -> TalkPiece {
    let covering = found.filter { $0.sentence.contains(range.lowerBound) }
    let ending = covering.filter { $0.sentence.upperBound == range.upperBound }
    var tags: [TalkPiece.Tag] = []
    for finding in ending {
      let tag = TalkPiece.Tag(theme: finding.theme, stance: finding.stance.rawValue)
      if !tags.contains(tag) { tags.append(tag) }
    }
    return TalkPiece(
      text: OneLine.text(String(decoding: units[range], as: UTF16.self)),
      isMarked: covering.contains { $0.span.contains(range.lowerBound) }, isFound: !covering.isEmpty, tags: tags)
  }
}
