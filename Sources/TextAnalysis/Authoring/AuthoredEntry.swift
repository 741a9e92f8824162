/// An entry as it stands in one line of one file.
struct AuthoredEntry {
  /// What the file says of its entries.
  enum Source {
    /// Index of the class.
    case wordClass(Int)
    case sentiment(Int8)
    case formula(FormulaKind, tone: String)
    case blocker
  }

  let language: LexiconLanguage
  let place: LexiconPlace
  let columns: [String]
  let words: [EntryWord]
  let source: Source

  var lemma: String { columns[0] }

  /// The spelling without parts of speech: `огонь` as a noun and as a fixed form are one spelling.
  var spelling: Spelling { Spelling(language: language, words: words.map(\.units)) }

  struct Spelling: Hashable {
    let language: LexiconLanguage
    let words: [[UInt16]]
  }

  /// The entry as somebody would write it in a text: verbs without their hyphen, gaps without a word.
  var text: String {
    words.filter { $0.part != .gap }.map { String(decoding: $0.units, as: UTF16.self) }.joined(separator: " ")
  }
}

/// A rule as it stands in one line of one file.
struct AuthoredRule {
  enum Home: Hashable {
    case theme, response, alert, `operator`
  }

  let home: Home
  let place: LexiconPlace
  let columns: [String]
  let expression: RuleExpression
}

/// Words in the last column of a line that tell the check what its author meant.
enum AuthorMark {
  /// Whether a note holds the word `loan`: letters of another language are meant.
  static func isLoan(_ note: String) -> Bool { holds("loan", note) }

  /// Whether a note holds the word `meant`: the check keeps its notes on the line to itself.
  static func isMeant(_ note: String) -> Bool { holds("meant", note) }

  private static func holds(_ mark: String, _ note: String) -> Bool {
    note.utf8.split { !(0x61...0x7A).contains($0) }.contains { $0.elementsEqual(mark.utf8) }
  }
}
