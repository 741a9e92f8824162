import Records

/// Tells whether a comment is nothing but set phrases, words of address, signs.
struct FormulaReader {
  let tables: LexiconTables
  /// Classes of response that set phrases belong to.
  private let classes: ClassSet
  /// Those of them that are kind words for somebody.
  private let positiveClasses: ClassSet

  init(_ tables: LexiconTables) {
    self.tables = tables
    let names = [
      "THANKS", "PRAISE", "BLESSING", "GREETING", "AMEN", "FEAST_WISH", "CONDOLENCE", "VOCATIVE", "EMPHASIS",
    ]
    classes = tables.classes.set(names)
    positiveClasses = tables.classes.set(["THANKS", "PRAISE", "BLESSING"])
  }

  struct Verdict {
    var isFormula = false
    var signsOnly = false
    var isPositive = false
  }

  /// Unknown capitalised words that a formula may hold: names.
  private static let mostNames = 2
  /// A formula of more words than this may hold one word that nobody knows.
  private static let wordsForStranger = 3

  func read(_ text: PreparedText, _ cover: [FormulaCover], _ hits: [SentenceHit], _ types: WordTypes) -> Verdict {
    var covered = cover.map(\.isCovered)
    for hit in hits where hit.entry >= 0 && hit.classes.intersects(classes) {
      for token in hit.start..<hit.end { covered[Int(token)] = true }
    }
    var words = 0
    var names = 0
    var strangers = 0
    for (index, token) in text.tokens.enumerated() {
      switch token.kind {
      case .word, .hashtag:
        words += 1
        if covered[index] { continue }
        let isName = index > 0 && token.type >= 0 && types.flags(token.type).contains(.capitalised)
        if isName { names += 1 } else { strangers += 1 }
        if strangers > 1 || !isName && hits.contains(where: { says($0, index) }) { return Verdict() }
      case .link, .number: return Verdict()
      default: continue
      }
    }
    if strangers > 0, words <= FormulaReader.wordsForStranger { return Verdict() }
    return verdict(words: words, names: names, cover, hits, text)
  }

  /// Whether a hit gives the token a meaning.
  private func says(_ hit: SentenceHit, _ token: Int) -> Bool {
    hit.start <= Int32(token) && Int32(token) < hit.end
      && (!hit.classes.isEmpty || hit.strength != 0 || hit.features.contains(.finite))
  }

  private func verdict(
    words: Int, names: Int, _ cover: [FormulaCover], _ hits: [SentenceHit], _ text: PreparedText
  ) -> Verdict {
    let strength = hits.reduce(0) { $0 + Int($1.strength) }
    if words == 0 {
      let hasSign = text.tokens.contains { $0.kind == .emoji }
      return Verdict(isFormula: hasSign && strength >= 0, signsOnly: true, isPositive: strength > 0)
    }
    guard names <= FormulaReader.mostNames, names * 2 < max(words, 1) else { return Verdict() }
    let kind = hits.contains { hit in
      hit.entry >= 0 && hit.classes.intersects(positiveClasses)
    }
    return Verdict(isFormula: true, isPositive: kind || cover.contains { $0.isPositive })
  }
}

/// Whether a token belongs to a set phrase.
struct FormulaCover {
  var isCovered = false
  var isPositive = false
}
