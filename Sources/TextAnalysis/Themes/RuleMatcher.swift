/// A stretch of text as rules see it: hits in order, operators by clause.
struct RuleScope {
  let hits: ArraySlice<SentenceHit>
  /// Operators of each clause, by its number.
  let clauses: [ClauseOperators]
  /// Operators of the whole stretch.
  let wide: ClauseOperators
  let present: ClassSet
}

/// Matches rule expressions against a stretch of text.
enum RuleMatcher {
  static let nearTokens: Int32 = 7

  /// Places of the hits that satisfy `rule` with `first` as its first part; nil when it does not hold.
  static func match(_ rule: RuleExpression, first: Int, in scope: RuleScope) -> [Int]? {
    guard rule.terms[0].matches(scope.hits[first]) else { return nil }
    var places = [first]
    for term in rule.terms.dropFirst() {
      if !term.operators.isEmpty, holds(term, first, scope) {
        if term.isExcluded { return nil }
        continue
      }
      if term.namesOnlyOperators {
        if term.isExcluded { continue }
        return nil
      }
      let place = nearest(term, places, scope, isTwin: term.classes.intersects(rule.trigger))
      if term.isExcluded {
        if place != nil { return nil }
      } else if let place {
        places.append(place)
      } else {
        return nil
      }
    }
    return places
  }

  /// The first place where `rule` holds; an empty list when it asks for operators only and they hold.
  static func match(_ rule: RuleExpression, in scope: RuleScope) -> [Int]? {
    if rule.startsWithClass || rule.terms[0].matchesAnyWord {
      if rule.startsWithClass, !scope.present.intersects(rule.trigger) { return nil }
      for place in scope.hits.indices {
        if let places = match(rule, first: place, in: scope) { return places }
      }
      return nil
    }
    var places: [Int] = []
    for term in rule.terms {
      let place = term.operators.isEmpty ? scope.hits.indices.first { term.matches(scope.hits[$0]) } : nil
      let holds = place != nil || !scope.wide.isDisjoint(with: term.operators)
      if holds == term.isExcluded { return nil }
      if let place, !term.isExcluded { places.append(place) }
    }
    return places
  }

  private static func holds(_ term: RuleTerm, _ first: Int, _ scope: RuleScope) -> Bool {
    let operators = term.reach == .sentence ? scope.wide : scope.clauses[Int(scope.hits[first].clause)]
    return !operators.isDisjoint(with: term.operators)
  }

  /// The nearest hit for a term. A term like the first one needs a hit of its own.
  private static func nearest(
    _ term: RuleTerm, _ places: [Int], _ scope: RuleScope, isTwin: Bool
  ) -> Int? {
    let first = places[0]
    if !term.matchesAnyWord && !scope.present.intersects(term.classes) { return nil }
    var best: (place: Int, distance: Int32)?
    for place in scope.hits.indices where term.matches(scope.hits[place]) {
      if isTwin, places.contains(where: { overlap(scope.hits[$0], scope.hits[place]) }) { continue }
      let distance = distance(scope.hits[first], scope.hits[place])
      if let best, best.distance <= distance { continue }
      if reaches(term.reach, first, place, places[places.count - 1], distance, scope) { best = (place, distance) }
    }
    return best?.place
  }

  private static func reaches(
    _ reach: RuleTerm.Reach, _ first: Int, _ place: Int, _ last: Int, _ distance: Int32, _ scope: RuleScope
  ) -> Bool {
    if reach == .sentence { return true }
    let sameClause = scope.hits[first].clause == scope.hits[place].clause
    if reach == .clause { return sameClause }
    guard sameClause || distance <= nearTokens else { return false }
    return reach == .near || scope.hits[place].start > scope.hits[last].start
  }

  private static func overlap(_ a: SentenceHit, _ b: SentenceHit) -> Bool {
    a.start < b.end && b.start < a.end
  }

  /// Tokens between two hits; 0 when they touch or overlap.
  static func distance(_ a: SentenceHit, _ b: SentenceHit) -> Int32 {
    max(0, max(a.start, b.start) - min(a.end, b.end))
  }
}
