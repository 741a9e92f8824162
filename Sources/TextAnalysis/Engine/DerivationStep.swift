import Records

/// One step of a derivation, for `minbar lexicon try`.
package struct DerivationStep: Sendable, Hashable {
  /// What was done: `sentence`, `hit`, `clause`, `theme`, `response`, `sentiment`, `alert`.
  package let kind: String
  /// UTF-16 offsets into the text; nil for the whole text.
  package let range: Range<Int>?
  package let text: String
}

/// Writes the derivation of a text down.
struct DerivationWriter {
  let parts: EngineParts
  let text: PreparedText
  let derivation: TextDerivation

  func steps(_ outcome: TextOutcome, _ kind: TextKind) -> [DerivationStep] {
    var steps: [DerivationStep] = []
    for sentence in derivation.sentences {
      let bounds = text.sentences[sentence.sentence]
      let wide = sentence.wide.isEmpty ? "" : " @" + sentence.wide.names.joined(separator: " @")
      steps.append(DerivationStep(kind: "sentence", range: bounds.units, text: bounds.language.rawValue + wide))
      steps += derivation.hits[sentence.hits].map(step)
      steps += clauses(sentence)
      steps += outcome.themes.filter { $0.sentence == sentence.sentence }.map(step)
    }
    steps += outcome.alerts.map { DerivationStep(kind: "alert", range: nil, text: "\($0.alert.rawValue): \($0.rule)") }
    if kind == .comment {
      let response = "\(outcome.response.rawValue): \(outcome.responseRule)"
      steps.append(DerivationStep(kind: "response", range: nil, text: response))
      steps.append(DerivationStep(kind: "sentiment", range: nil, text: outcome.sentiment.rawValue))
    }
    return steps
  }

  private func step(_ hit: SentenceHit) -> DerivationStep {
    let units = Int(text.tokens[Int(hit.start)].start)..<Int(text.tokens[Int(hit.end) - 1].end)
    let lemma = hit.entry >= 0 ? parts.tables.entries[Int(hit.entry)].lemma : "?"
    let classes = parts.tables.classes.names(of: hit.classes).joined(separator: " ")
    let features = hit.features.names.joined(separator: ",")
    let strength = hit.strength == 0 ? "" : " \(hit.strength)"
    return DerivationStep(
      kind: "hit", range: units, text: "\(lemma) [\(classes)] \(features)\(strength) clause \(hit.clause)")
  }

  private func clauses(_ sentence: SentenceDerivation) -> [DerivationStep] {
    let numbers = Set(derivation.hits[sentence.hits].map(\.clause)).sorted()
    return numbers.compactMap { number in
      let operators = derivation.clauses[Int(number)]
      if operators.isEmpty { return nil }
      return DerivationStep(
        kind: "clause", range: nil, text: "\(number): @" + operators.names.joined(separator: " @"))
    }
  }

  private func step(_ theme: SentenceTheme) -> DerivationStep {
    let rule = parts.themes.rules[theme.match.rule]
    let id = parts.themes.ids[theme.match.theme]
    return DerivationStep(
      kind: "theme", range: nil,
      text: "\(id):\(theme.match.stance.rawValue) by \(rule.expression.text) (\(theme.match.reason))")
  }
}
