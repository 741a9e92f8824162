import Records

/// Reads what a comment does: response, sentiment, and the stance that follows from them.
final class CommentReader {
  private let parts: EngineParts
  private let formulas: FormulaReader
  private let sentiments = SentimentReader()
  /// A comment of at most this many words is short.
  private static let shortWords = 3

  init(_ parts: EngineParts) {
    self.parts = parts
    formulas = FormulaReader(parts.tables)
  }

  func read(
    _ text: PreparedText, _ derivation: TextDerivation, _ cover: [FormulaCover], _ types: WordTypes,
    _ outcome: inout TextOutcome
  ) {
    let formula = formulas.read(text, cover, derivation.hits, types)
    let operators = operators(text, derivation, formula, outcome)
    let scope = derivation.scope(with: operators)
    let found = parts.responses.first(in: scope)
    outcome.response = found?.line.response ?? .other
    outcome.responseRule = found?.line.expression.text ?? "nothing else holds"
    outcome.sentiment = sentiments.sentiment(outcome.response, found?.line.sentiment, derivation, scope.wide)
    adjust(&outcome, scope)
  }

  /// What holds for the comment as a whole.
  private func operators(
    _ text: PreparedText, _ derivation: TextDerivation, _ formula: FormulaReader.Verdict, _ outcome: TextOutcome
  ) -> ClauseOperators {
    var operators: ClauseOperators = []
    if formula.isFormula { operators.insert(.formulaOnly) }
    if formula.signsOnly { operators.insert(.signsOnly) }
    if text.tokens.count(where: { $0.kind == .word }) <= CommentReader.shortWords { operators.insert(.short) }
    for theme in outcome.themes {
      switch theme.match.stance {
      case .promotes: operators.insert(.promotes)
      case .opposes: operators.insert(.opposes)
      case .mentions: operators.insert(.mentions)
      }
    }
    let sums = sentiments.sums(derivation)
    if formula.isPositive || sums.positive + sums.negative >= 2 { operators.insert(.positive) }
    if sums.positive + sums.negative <= -2 { operators.insert(.negative) }
    return operators
  }

  /// The stance of a comment's themes follows from what the comment does.
  private func adjust(_ outcome: inout TextOutcome, _ scope: RuleScope) {
    for index in outcome.themes.indices {
      let match = outcome.themes[index].match
      let stance = stance(match, outcome.response, scope.wide)
      if stance == match.stance { continue }
      outcome.themes[index].match.stance = stance
      outcome.themes[index].match.reason += "; response \(outcome.response.rawValue)"
    }
    if outcome.response == .formula || outcome.response == .spam { outcome.themes = [] }
  }

  private func stance(_ match: ThemeMatch, _ response: Response, _ wide: ClauseOperators) -> Stance {
    switch response {
    case .question: .mentions
    case .testimony: .promotes
    case .supportive: match.force >= 3 ? match.stance : .promotes
    case .hostile: .opposes
    case .critical: match.force >= 3 ? match.stance : wide.contains(.exclusive) ? .promotes : .opposes
    case .formula, .spam, .other: match.stance
    }
  }
}
