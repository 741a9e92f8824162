import Records

/// Reads the stance of a theme match from the operators around it.
struct StanceReader: Sendable {
  /// What takes a side, so that an announcement is more than an announcement.
  private static let sides: ClauseOperators = [
    .oblige, .request, .rhetorical, .prohibit, .condemn, .approve, .bad, .good,
  ]
  private static let rejection: ClauseOperators = [
    .contrast, .rhetorical, .question, .disagree, .condemn, .bad, .request,
  ]
  private static let answers: ClauseOperators = [.rhetorical, .disagree, .condemn, .bad]
  /// Classes that name the opposite of a value: prohibitions beside them are aimed at them.
  let opposites: ClassSet

  init(_ themes: ThemeTable) {
    var named = ClassSet()
    for rule in themes.rules where rule.polarity == .anti { named.formUnion(rule.expression.trigger) }
    for rule in themes.rules where rule.polarity == .value { named.subtract(rule.expression.trigger) }
    opposites = named
  }

  func match(
    _ index: Int, _ rule: ThemeRule, _ places: [Int], _ scope: RuleScope, _ kind: TextKind,
    _ next: ClauseOperators
  ) -> ThemeMatch {
    var local: ClauseOperators = []
    var isNegated = false
    var isForbidden = false
    for place in places {
      let hit = scope.hits[place]
      local.formUnion(scope.clauses[Int(hit.clause)])
      guard hit.features.contains(.negative) else { continue }
      isNegated = true
      isForbidden = isForbidden || !hit.features.isDisjoint(with: [.imperative, .hortative, .jussive])
    }
    if rule.polarity == .value, !isForbidden, namesOpposite(places, scope) {
      local.subtract([.prohibit, .notNeeded, .condemn, .bad])
    }
    let first = verdict(rule.polarity, local, isNegated: isNegated, isForbidden: isForbidden)
    var match = ThemeMatch(
      theme: rule.theme, rule: index, places: places, stance: first.stance, force: first.force,
      reason: first.reason)
    if rule.polarity == .topic, match.stance == .mentions, scope.wide.contains(.rhetorical) {
      match.stance = .promotes
      match.reason = "asked as a protest"
    }
    announce(&match, local, scope)
    reject(&match, local, scope, kind, next)
    return match
  }

  /// Whether the clauses of a match also hold the opposite of a value.
  private func namesOpposite(_ places: [Int], _ scope: RuleScope) -> Bool {
    scope.hits.contains { hit in
      hit.classes.intersects(opposites) && places.contains { scope.hits[$0].clause == hit.clause }
    }
  }

  private typealias Verdict = (stance: Stance, force: Int, reason: String)

  private func verdict(
    _ polarity: Polarity, _ local: ClauseOperators, isNegated: Bool, isForbidden: Bool
  ) -> Verdict {
    switch polarity {
    case .promotes: (.promotes, 3, "construction")
    case .opposes: (.opposes, 3, "construction")
    case .mentions: (.mentions, 3, "construction")
    case .topic: topic(local)
    case .anti: anti(local, isForbidden)
    case .value: value(local, isNegated, isForbidden)
    }
  }

  private func topic(_ local: ClauseOperators) -> Verdict {
    local.isDisjoint(with: StanceReader.sides) ? (.mentions, 0, "subject named") : (.promotes, 1, "side taken")
  }

  private func anti(_ local: ClauseOperators, _ isForbidden: Bool) -> Verdict {
    let against = isForbidden || !local.isDisjoint(with: [.prohibit, .notNeeded, .condemn, .bad])
    return against ? (.promotes, 2, "opposite condemned") : (.promotes, 0, "opposite named")
  }

  private func value(_ local: ClauseOperators, _ isNegated: Bool, _ isForbidden: Bool) -> Verdict {
    if isForbidden { return (.opposes, 2, "value forbidden") }
    let isAsked = !local.isDisjoint(with: [.oblige, .request, .approve, .good])
    if !local.isDisjoint(with: [.prohibit, .notNeeded]) {
      return isNegated ? (.promotes, 1, "lack of value forbidden") : (.opposes, 2, "value called needless or forbidden")
    }
    if !local.isDisjoint(with: [.condemn, .bad]), !isAsked {
      return isNegated ? (.promotes, 1, "lack of value condemned") : (.opposes, 1, "value condemned")
    }
    return isAsked ? (.promotes, 1, "value asked for") : (.promotes, 0, "value named")
  }

  /// Event and news words without a side make a mention.
  private func announce(_ match: inout ThemeMatch, _ local: ClauseOperators, _ scope: RuleScope) {
    guard !scope.wide.isDisjoint(with: [.agenda, .news]), match.force < 3 else { return }
    guard allOperators(scope).isDisjoint(with: StanceReader.sides) else { return }
    match.stance = .mentions
    match.force = 2
    match.reason = "announced or reported"
  }

  private func allOperators(_ scope: RuleScope) -> ClauseOperators {
    scope.hits.reduce(into: scope.wide) { $0.formUnion(scope.clauses[Int($1.clause)]) }
  }

  /// What others say and the speaker rejects counts as what the speaker holds. Flips once.
  private func reject(
    _ match: inout ThemeMatch, _ local: ClauseOperators, _ scope: RuleScope, _ kind: TextKind,
    _ next: ClauseOperators
  ) {
    guard match.stance == .opposes || match.stance == .mentions && isDenied(match.places, scope) else { return }
    let later = laterOperators(match.places, scope).union(next.intersection(StanceReader.answers))
    let isOthers = !scope.wide.isDisjoint(with: [.somePeople, .hearsay]) || local.contains(.quoted)
    let isRejected =
      isOthers && !later.isDisjoint(with: StanceReader.rejection)
      || isReported(match.places, local, scope) && !later.isDisjoint(with: StanceReader.answers)
      || scope.wide.contains(.sayers) && blamesLater(match.places, scope)
    let asks = scope.wide.contains(.question)
    if isRejected || asks && (kind == .talk || scope.wide.contains(.rhetorical)) {
      match.stance = .promotes
      match.force = max(match.force, 4)
      match.reason += "; rejected"
    } else if isOthers, match.stance == .opposes {
      match.stance = .mentions
      match.reason += "; reported"
    }
  }

  /// Whether somebody says it: in the clause itself, or in the one before it ("they say that ...").
  private func isReported(_ places: [Int], _ local: ClauseOperators, _ scope: RuleScope) -> Bool {
    if local.contains(.report) { return true }
    let first = places.map { scope.hits[$0].clause }.min() ?? 0
    return scope.hits.contains { $0.clause == first - 1 && scope.clauses[Int($0.clause)].contains(.report) }
  }

  /// Whether the clauses of a match deny or forbid what they name: "the laws are not for us".
  private func isDenied(_ places: [Int], _ scope: RuleScope) -> Bool {
    let clauses = Set(places.map { scope.hits[$0].clause })
    return scope.hits.contains { hit in
      guard clauses.contains(hit.clause) else { return false }
      let against: ClauseOperators = [.prohibit, .notNeeded, .condemn, .bad]
      return hit.features.contains(.negative) || !scope.clauses[Int(hit.clause)].isDisjoint(with: against)
    }
  }

  /// Whether something is said against those who say it: a negative verb or a bad word after the match.
  private func blamesLater(_ places: [Int], _ scope: RuleScope) -> Bool {
    let end = places.map { scope.hits[$0].end }.max() ?? 0
    return scope.hits.contains {
      $0.start >= end && ($0.strength < 0 || $0.features.isSuperset(of: [.negative, .finite]))
    }
  }

  /// Operators of the clauses of the sentence that follow a match.
  private func laterOperators(_ places: [Int], _ scope: RuleScope) -> ClauseOperators {
    let last = places.map { scope.hits[$0].clause }.max() ?? 0
    return scope.hits.reduce(into: []) { all, hit in
      if hit.clause > last { all.formUnion(scope.clauses[Int(hit.clause)]) }
    }
  }
}
