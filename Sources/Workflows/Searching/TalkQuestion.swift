/// What somebody asks of the talks: words that must stand in them, phrases in quotation marks, and what must not stand there.
package struct TalkQuestion: Sendable, Hashable {
  /// Words that follow each other, each by every key that it can have in a text.
  struct Term: Sendable, Hashable {
    var words: [[String]]
    var isExcluded: Bool
  }

  /// More is no question; the rest of the text is left out.
  static let longest = 300
  static let mostWords = 24

  private(set) var terms: [Term] = []

  /// - Parameter words: reads a piece of text into its words.
  init(_ text: String, words: (String) -> [[String]]) {
    var count = 0
    for piece in Self.pieces(text) where count < Self.mostWords {
      let read = Array(words(piece.text).prefix(Self.mostWords - count))
      guard !read.isEmpty else { continue }
      count += read.count
      terms.append(Term(words: read, isExcluded: piece.isExcluded))
    }
  }

  /// Whether it says what must stand in a talk.
  package var asksForSomething: Bool { terms.contains { !$0.isExcluded } }

  private struct Piece {
    var text = String.UnicodeScalarView()
    var isExcluded = false
    var isQuoted = false
  }

  private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]
  private static let minuses: Set<Unicode.Scalar> = ["-", "\u{2212}", "\u{2013}", "\u{2014}"]

  /// Words between white space, and what stands in quotation marks as one; a mark that nothing closes reaches to the end.
  private static func pieces(_ text: String) -> [(text: String, isExcluded: Bool)] {
    var pieces: [Piece] = []
    var now = Piece()
    func close() {
      if !now.text.isEmpty { pieces.append(now) }
      now = Piece()
    }
    for scalar in text.unicodeScalars.prefix(longest) {
      if quotes.contains(scalar) {
        let isExcluded = now.isExcluded && now.text.isEmpty
        let wasQuoted = now.isQuoted
        close()
        now.isQuoted = !wasQuoted
        now.isExcluded = !wasQuoted && isExcluded
      } else if scalar.properties.isWhitespace, !now.isQuoted {
        close()
      } else if minuses.contains(scalar), now.text.isEmpty, !now.isQuoted {
        now.isExcluded = true
      } else {
        now.text.append(scalar)
      }
    }
    close()
    return pieces.map { (String($0.text), $0.isExcluded) }
  }
}

// MARK: - As an expression

extension TalkQuestion {
  /// Phrases that one term may stand for at most; beyond it the keys of one way of reading stay together.
  private static let mostPhrases = 128

  /// The question as FTS5 reads it. Keys are letters and digits, so that nothing of it can be an operator.
  var expression: String? {
    let wanted = terms.filter { !$0.isExcluded }.map(Self.expression)
    let unwanted = terms.filter(\.isExcluded).map(Self.expression)
    guard !wanted.isEmpty else { return nil }
    let all = "(" + wanted.joined(separator: " AND ") + ")"
    return unwanted.isEmpty ? all : all + " NOT (" + unwanted.joined(separator: " OR ") + ")"
  }

  private static func expression(_ term: Term) -> String {
    "(" + phrases(term.words).map { "\"" + $0.joined(separator: " ") + "\"" }.joined(separator: " OR ") + ")"
  }

  /// Every choice of one key a word.
  private static func phrases(_ words: [[String]]) -> [[String]] {
    var choices = 1
    for keys in words where choices <= mostPhrases { choices *= keys.count }
    guard choices <= mostPhrases else {
      let width = words.map(\.count).max() ?? 0
      return (0..<width).map { index in words.map { $0[min(index, $0.count - 1)] } }
    }
    var phrases: [[String]] = [[]]
    for keys in words { phrases = phrases.flatMap { begun in keys.map { begun + [$0] } } }
    return phrases
  }

  /// Which of a text's words the question asks for.
  /// - Parameter keys: the text's words, in their order.
  func matches(in keys: [Substring]) -> [Int] {
    var found: Set<Int> = []
    for term in terms where !term.isExcluded && term.words.count <= keys.count {
      let words = term.words.map { Set($0.map { Substring($0) }) }
      for start in 0...(keys.count - words.count) {
        let fits = words.indices.allSatisfy { words[$0].contains(keys[start + $0]) }
        if fits { found.formUnion(start..<start + words.count) }
      }
    }
    return found.sorted()
  }
}
