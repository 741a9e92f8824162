import Records

/// Words that satisfy a rule of two parts alone, because one file of a group says the one part and another the other.
struct OverlapCheck {
  /// Two classes that a rule asks for beside each other.
  private struct Pair: Hashable {
    let low: Int
    let high: Int

    init(_ a: Int, _ b: Int) {
      low = min(a, b)
      high = max(a, b)
    }
  }

  private let authored: AuthoredLexicon
  private let rules: [Pair: AuthoredRule]

  init(_ authored: AuthoredLexicon) {
    self.authored = authored
    var rules: [Pair: AuthoredRule] = [:]
    for rule in authored.rules where rule.home == .theme || rule.home == .alert {
      for pair in OverlapCheck.pairs(rule.expression, authored.classes) where rules[pair] == nil { rules[pair] = rule }
    }
    self.rules = rules
  }

  /// Pairs of classes of one group that a rule of two parts asks for. A part like the first needs a word of its own.
  private static func pairs(_ rule: RuleExpression, _ classes: ClassTable) -> [Pair] {
    let parts = rule.terms.filter { !$0.isExcluded }
    guard parts.count == 2, parts[1].operators.isEmpty, !parts[1].matchesAnyWord,
      !parts[1].classes.intersects(parts[0].classes)
    else { return [] }
    return parts[0].classes.indices.flatMap { first in
      parts[1].classes.indices.filter { classes.groupOf[$0] == classes.groupOf[first] }.map { Pair(first, $0) }
    }
  }

  func findings() -> [LexiconFinding] {
    Dictionary(grouping: authored.entries.filter { $0.words.count == 1 }, by: \.spelling).values.flatMap(findings)
  }

  private func findings(_ entries: [AuthoredEntry]) -> [LexiconFinding] {
    entries.indices.flatMap { later in
      entries[..<later].compactMap { earlier in finding(entries[later], earlier) }
    }
  }

  private func finding(_ entry: AuthoredEntry, _ other: AuthoredEntry) -> LexiconFinding? {
    guard case .wordClass(let first) = other.source, case .wordClass(let second) = entry.source, first != second,
      let rule = rules[Pair(first, second)]
    else { return nil }
    return .note(
      "lexicon.overlap", entry.place,
      found: "\(entry.lemma) here and in \(authored.classes.names[first]) (\(other.place.line ?? 0)): "
        + "alone it satisfies \(rule.expression.text) (\(rule.place))",
      expected: "two words for a rule of two parts", remedy: "delete one of the lines, or write meant into its note")
  }
}
