import Records

/// The sentiment of a comment: mapped from the response where that says it, else from its evaluating words.
struct SentimentReader {
  /// Sums of strengths by clause: a clause is positive or negative.
  func sums(_ derivation: TextDerivation) -> (positive: Int, negative: Int) {
    var byClause = [Int](repeating: 0, count: derivation.clauses.count)
    for hit in derivation.hits where hit.strength != 0 { byClause[Int(hit.clause)] += strength(hit) }
    let positive = byClause.filter { $0 > 0 }.reduce(0, +)
    let negative = byClause.filter { $0 < 0 }.reduce(0, +)
    return (positive, negative)
  }

  /// Negation turns praise into blame, and blame into something mild.
  private func strength(_ hit: SentenceHit) -> Int {
    let strength = Int(hit.strength)
    guard hit.features.contains(.negative) || hit.features.contains(.privative) else { return strength }
    return strength > 0 ? -strength : 1
  }

  func sentiment(
    _ response: Response, _ given: Sentiment?, _ derivation: TextDerivation, _ wide: ClauseOperators
  ) -> Sentiment {
    if let given { return given }
    let (positive, negative) = sums(derivation)
    switch response {
    case .testimony: return .positive
    case .question, .spam: return .neutral
    case .hostile: return .negative
    case .critical: return positive >= 2 && wide.contains(.contrast) ? .mixed : .negative
    case .supportive: return supportive(positive, negative, wide)
    case .formula: return wide.contains(.positive) ? .positive : .neutral
    case .other: return plain(positive, negative)
    }
  }

  private func supportive(_ positive: Int, _ negative: Int, _ wide: ClauseOperators) -> Sentiment {
    if negative <= -2, positive >= 1, !wide.isDisjoint(with: [.contrast, .quoted]) { return .mixed }
    if positive == 0, negative <= -2 { return .negative }
    return .positive
  }

  private func plain(_ positive: Int, _ negative: Int) -> Sentiment {
    if positive >= 2, negative <= -2 { return .mixed }
    if positive + negative >= 2 { return .positive }
    if positive + negative <= -2 { return .negative }
    return .neutral
  }
}
