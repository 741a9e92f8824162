import Records

/// Cuts a sentence into clauses: at punctuation, at words of contrast, in Kyrgyz and Uzbek after finite verbs.
final class ClauseCutter {
  private let contrast: ClassSet
  private let report: ClassSet
  @exclusivity(unchecked) private var first: Int32 = 0
  @exclusivity(unchecked) private var clauseOf: [Int32] = []
  /// Operators that punctuation shows, by clause of this sentence.
  @exclusivity(unchecked) private(set) var operators: [ClauseOperators] = []
  @exclusivity(unchecked) private(set) var wide: ClauseOperators = []
  @exclusivity(unchecked) private var starts: [Bool] = []

  init(_ tables: LexiconTables) {
    contrast = tables.classes.set(["CONTRAST"])
    report = tables.classes.set(["REPORT", "THINK", "NOT", "QUESTION_WORD"])
  }

  func clause(of token: Int32) -> Int32 { clauseOf[Int(token - first)] }

  func cut(
    _ text: PreparedText, _ tokens: Range<Int>, _ hits: [SentenceHit], _ language: LanguageTag, firstClause: Int
  ) {
    first = Int32(tokens.lowerBound)
    wide = []
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(false, count: tokens.count + 1))
    markBoundaries(hits, tokens, finite: language != .russian)
    clauseOf.removeAll(keepingCapacity: true)
    operators.removeAll(keepingCapacity: true)
    operators.append([])
    var clauseStart = 0
    var isQuoted = false
    for index in tokens {
      let token = text.tokens[index]
      let here = index - tokens.lowerBound
      let mark = token.kind == .word ? Mark.none : Mark(token)
      if starts[here] || mark.splits, here > clauseStart {
        operators.append(isQuoted ? .quoted : [])
        clauseStart = here
      }
      if mark == .open || mark == .straightQuote && !isQuoted {
        isQuoted = true
        operators[operators.count - 1].insert(.quoted)
      } else if mark == .close || mark == .straightQuote {
        isQuoted = false
      }
      note(token, mark)
      clauseOf.append(Int32(firstClause + operators.count - 1))
    }
  }

  private func markBoundaries(_ hits: [SentenceHit], _ tokens: Range<Int>, finite: Bool) {
    for (index, hit) in hits.enumerated() {
      let here = Int(hit.start) - tokens.lowerBound
      if hit.classes.intersects(contrast) { starts[here] = true }
      guard finite, hit.features.contains(.finite) else { continue }
      let next = hits[(index + 1)...].first { $0.start >= hit.end }
      let goesOn = next.map { $0.start == hit.end && $0.classes.intersects(report) } ?? false
      if !goesOn { starts[Int(hit.end) - tokens.lowerBound] = true }
    }
  }

  private func note(_ token: Token, _ mark: Mark) {
    switch mark {
    case .question:
      wide.insert(.question)
      operators[operators.count - 1].insert(.question)
    case .exclamation: wide.insert(.exclamation)
    default: break
    }
    if token.kind == .link || token.kind == .placeholder { wide.insert(.link) }
    if token.kind == .number { wide.insert(.number) }
  }
}

/// What a token that is no word does to clauses.
private enum Mark {
  case none, comma, open, close, straightQuote, question, exclamation

  init(_ token: Token) {
    guard token.kind == .punctuation else {
      self = .none
      return
    }
    switch token.firstUnit {
    case 0x2C, 0x3B, 0x3A, 0x2014, 0x2013, 0x28, 0x29, 0x2026, 0x2E: self = .comma
    case 0x2D: self = .comma
    case 0xAB, 0x201C, 0x201E: self = .open
    case 0xBB, 0x201D: self = .close
    case 0x22: self = .straightQuote
    case 0x3F: self = .question
    case 0x21: self = .exclamation
    default: self = .none
    }
  }

  var splits: Bool { self != .none && self != .question && self != .exclamation }
}
