import Records

/// Finds the themes of a sentence: every rule whose first class is there is tried; each theme keeps its surest.
final class ThemeReader {
  private let themes: ThemeTable
  private let stances: StanceReader
  @exclusivity(unchecked) private var tried: [Int] = []
  @exclusivity(unchecked) private var round = 0

  init(_ themes: ThemeTable, _ stances: StanceReader) {
    self.themes = themes
    self.stances = stances
    tried = [Int](repeating: 0, count: themes.rules.count)
  }

  /// The themes of one sentence. `next` is what the following sentence does, if there is one.
  func read(_ scope: RuleScope, kind: TextKind, next: ClauseOperators) -> [ThemeMatch] {
    round += 1
    var best: [ThemeMatch] = []
    let isComment = kind == .comment
    for place in scope.hits.indices {
      scope.hits[place].classes.forEach { index in
        for at in themes.ruleRanges[index] {
          let rule = themes.ruleList[at]
          guard tried[rule] != round, themes.gates[rule].opens(scope.present, isComment: isComment) else { continue }
          use(rule, place, scope, kind, next, &best)
        }
      }
    }
    return best
  }

  private func use(
    _ index: Int, _ place: Int, _ scope: RuleScope, _ kind: TextKind, _ next: ClauseOperators,
    _ best: inout [ThemeMatch]
  ) {
    let rule = themes.rules[index]
    guard let places = RuleMatcher.match(rule.expression, first: place, in: scope) else { return }
    tried[index] = round
    keep(stances.match(index, rule, places, scope, kind, next), &best)
    for implied in themes.implied[rule.theme] {
      var match = stances.match(index, rule, places, scope, kind, next)
      match = ThemeMatch(
        theme: implied, rule: index, places: places, stance: match.stance, force: match.force,
        reason: match.reason)
      keep(match, &best)
    }
  }

  private func keep(_ match: ThemeMatch, _ best: inout [ThemeMatch]) {
    guard let known = best.firstIndex(where: { $0.theme == match.theme }) else {
      best.append(match)
      return
    }
    if rank(match) > rank(best[known]) { best[known] = match }
  }

  private func rank(_ match: ThemeMatch) -> Int {
    match.force * 100 + themes.rules[match.rule].weight
  }
}
