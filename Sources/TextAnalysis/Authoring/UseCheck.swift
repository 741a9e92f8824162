import Records

/// Classes that nothing asks for: their words only keep other readings away.
struct UseCheck {
  /// Classes that the engine itself asks for: the cutting of clauses and the reading of set phrases.
  private static let byEngine: Set<String> = [
    "CONTRAST", "REPORT", "THINK", "NOT", "QUESTION_WORD", "THANKS", "PRAISE", "BLESSING", "GREETING", "AMEN",
    "FEAST_WISH", "CONDOLENCE", "VOCATIVE", "EMPHASIS",
  ]

  private let authored: AuthoredLexicon

  init(_ authored: AuthoredLexicon) {
    self.authored = authored
  }

  func findings() -> [LexiconFinding] {
    var used = ClassSet()
    for rule in authored.rules { for term in rule.expression.terms { used.formUnion(term.classes) } }
    return authored.classes.names.indices.compactMap { index in
      let name = authored.classes.names[index]
      guard !used.contains(index), !UseCheck.byEngine.contains(name) else { return nil }
      return .note(
        "lexicon.unused-class", LexiconPlace("classes.tsv", authored.classes.lines[index]),
        found: "\(name) with \(count(index)) entries that no rule asks for",
        expected: "a rule, an operator, a response or an alert that names the class",
        remedy: "write a rule, or write meant into the description where its words only keep others away")
    }
  }

  private func count(_ index: Int) -> Int {
    authored.entries.count { entry in
      if case .wordClass(index) = entry.source { true } else { false }
    }
  }
}
