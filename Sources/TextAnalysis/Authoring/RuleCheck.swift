import Records

/// Rules that no entry can trigger, rules that stand twice, and responses that an earlier line always takes.
struct RuleCheck {
  private let authored: AuthoredLexicon
  private let powers: EntryPowers

  init(_ authored: AuthoredLexicon, _ lexicon: Lexicon, _ tables: LexiconTables) {
    self.authored = authored
    powers = EntryPowers(authored, lexicon, tables)
  }

  func findings() -> [LexiconFinding] {
    authored.rules.compactMap(idle) + repeated() + taken()
  }

  private func idle(_ rule: AuthoredRule) -> LexiconFinding? {
    let terms = rule.expression.terms
    if let place = powers.blocking(terms) {
      return fault(
        rule, "part \(place + 1) of \(rule.expression.text) can never be there",
        "write entries of the class, ask for what its words can show, or delete the line")
    }
    let clash = terms.first { term in !term.isExcluded && terms.contains { excludes($0, term) } }
    return clash == nil
      ? nil : fault(rule, "\(rule.expression.text) asks for what it excludes", "correct or delete the line")
  }

  private func fault(_ rule: AuthoredRule, _ found: String, _ remedy: String) -> LexiconFinding {
    .fault("lexicon.idle-rule", rule.place, found: found, expected: "a rule that some text can satisfy", remedy: remedy)
  }

  /// Whether an excluded part forbids whatever `term` needs.
  private func excludes(_ other: RuleTerm, _ term: RuleTerm) -> Bool {
    guard other.isExcluded, other.required.isEmpty, other.forbidden.isEmpty, other.sign == 0 else { return false }
    guard other.reach == .sentence || other.reach == .near && term.reach != .sentence else { return false }
    guard !term.classes.isEmpty, term.operators.isEmpty, !term.matchesAnyWord else { return false }
    return term.classes.indices.allSatisfy { other.classes.contains($0) }
  }

  private func repeated() -> [LexiconFinding] {
    var seen: [[String]: LexiconPlace] = [:]
    return authored.rules.compactMap { rule in
      let key = [rule.place.file, rule.columns[0], rule.expression.text]
      guard let first = seen[key] else {
        seen[key] = rule.place
        return nil
      }
      return .fault(
        "lexicon.repeated-rule", rule.place, found: "\(rule.expression.text), as in line \(first.line ?? 0)",
        expected: "each rule once in a file", remedy: "delete the line")
    }
  }

  /// Lines of `responses.tsv` count in order: one that asks for more than an earlier one never decides.
  private func taken() -> [LexiconFinding] {
    let lines = authored.rules.filter { $0.home == .response }
    return lines.indices.compactMap { index in
      guard let first = lines[..<index].first(where: { takes($0.expression.terms, lines[index].expression.terms) })
      else { return nil }
      let line = lines[index]
      return .note(
        "lexicon.taken-rule", line.place, found: "\(line.expression.text), which line \(first.place.line ?? 0) takes",
        expected: "a line that an earlier one leaves something to", remedy: "move it up or delete it")
    }
  }

  private func takes(_ earlier: [RuleTerm], _ later: [RuleTerm]) -> Bool {
    earlier.allSatisfy { first in
      later.contains { second in
        first.isExcluded == second.isExcluded && first.reach == second.reach && implies(second, first)
      }
    }
  }

  /// Whether whatever satisfies `second` satisfies `first`; of excluded parts the other way round.
  private func implies(_ second: RuleTerm, _ first: RuleTerm) -> Bool {
    let (wide, narrow) = first.isExcluded ? (second, first) : (first, second)
    guard wide.matchesAnyWord || narrow.classes.indices.allSatisfy({ wide.classes.contains($0) }) else { return false }
    guard wide.operators.isSuperset(of: narrow.operators), !narrow.classes.isEmpty || !narrow.operators.isEmpty else {
      return false
    }
    return narrow.required.isSuperset(of: wide.required) && narrow.forbidden.isSuperset(of: wide.forbidden)
      && (wide.sign == 0 || wide.sign == narrow.sign) && !narrow.matchesAnyWord
  }
}
