package import Records

/// What files say about one thing (a post or the account, over the same days), first and by now, and whether the month's
/// number rests on it.
package struct TracedStatement: Sendable, Hashable {
  package enum Use: String, Sendable, Hashable, CaseIterable {
    /// Part of the month's number.
    case counts
    /// The total from which the month's growth is taken.
    case start
    /// The total up to which the month's growth is taken.
    case end
    /// Another statement tells the same better: the month as a whole, days, posts, differences of totals, in this order.
    case otherBasis
    /// Another total lies nearer to the month's end or beginning.
    case notNearest
    /// The platform keeps the number back.
    case withheld
  }

  package var first: StatedRow
  package var latest: StatedRow
  package var use: Use

  /// Whether a later file states another number.
  package var isRestated: Bool { first.observation.value != latest.observation.value }
}

/// Finds what a monthly number rests on, by the rules of `MonthReconciler`.
package struct StatementTrail: Sendable {
  package var tolerance = 4

  package init() {}

  private struct Key: Hashable {
    var post: Int64?
    var period: Period?
    var asOf: Day?
  }

  /// - Parameters:
  ///   - rows: rows of one account and metric around the month.
  ///   - basis: how the month's number was put together; nil where there is none.
  /// - Returns: every statement, those that count first.
  package func statements(_ rows: [StatedRow], month: Month, basis: MetricBasis?) -> [TracedStatement] {
    let groups = Dictionary(grouping: rows) { row in
      let isPeriod = row.observation.scope == .period
      return Key(
        post: row.observation.post, period: isPeriod ? row.observation.period : nil,
        asOf: isPeriod ? nil : row.observation.asOf)
    }
    var traced = groups.values.compactMap(Self.merged)
    for index in traced.indices {
      traced[index].use = use(traced[index].latest.observation, month, basis)
    }
    if basis == .posts { Self.preferWholeMonths(&traced, month) }
    if basis == .posts || basis == .days { coverOnce(&traced, month) }
    if basis == .snapshots { chooseTotals(&traced, month) }
    return traced.sorted(by: Self.order)
  }

  /// Of several statements the first and the latest; a number is not unsaid by a file that leaves it out.
  private static func merged(_ rows: [StatedRow]) -> TracedStatement? {
    let sorted = rows.sorted { ($0.source, $0.row) < ($1.source, $1.row) }
    let known = sorted.filter { $0.observation.value != nil }
    guard let first = known.first ?? sorted.first, let latest = known.last ?? sorted.last else { return nil }
    return TracedStatement(first: first, latest: latest, use: .otherBasis)
  }

  private func use(_ observation: StoredObservation, _ month: Month, _ basis: MetricBasis?) -> TracedStatement.Use {
    guard observation.value != nil else { return .withheld }
    let isWhole = observation.period?.wholeMonth == month
    switch basis {
    case .month: return isWhole && observation.post == nil ? .counts : .otherBasis
    case .days: return observation.scope == .period && !isWhole && observation.post == nil ? .counts : .otherBasis
    case .posts: return observation.scope == .period && observation.post != nil ? .counts : .otherBasis
    case .snapshots: return observation.scope == .lifetime ? .notNearest : .otherBasis
    case nil: return .otherBasis
    }
  }

  /// A post's own month makes its days superfluous.
  private static func preferWholeMonths(_ traced: inout [TracedStatement], _ month: Month) {
    let whole = Set(
      traced.filter { $0.use == .counts && $0.latest.observation.period?.wholeMonth == month }
        .compactMap(\.latest.observation.post))
    for index in traced.indices where traced[index].use == .counts {
      let observation = traced[index].latest.observation
      if let post = observation.post, whole.contains(post), observation.period?.wholeMonth != month {
        traced[index].use = .otherBasis
      }
    }
  }

  /// Days and stretches that overlap others of the same post are told by those already.
  private func coverOnce(_ traced: inout [TracedStatement], _ month: Month) {
    let pieces = traced.indices.filter { index in
      traced[index].use == .counts && traced[index].latest.observation.period?.wholeMonth != month
    }
    for (_, indices) in Dictionary(grouping: pieces, by: { traced[$0].latest.observation.post }) {
      let observations = PeriodParts.ofOneDefinition(indices.map { traced[$0].latest.observation })
      let taken = Set(MonthCover(month, observations, tolerance: tolerance).taken.compactMap(\.period))
      for index in indices {
        let isTaken = traced[index].latest.observation.period.map(taken.contains) ?? false
        if !isTaken { traced[index].use = .otherBasis }
      }
    }
  }

  /// Of each post (or of the account, where it has totals of its own) the totals at the month's two ends.
  private func chooseTotals(_ traced: inout [TracedStatement], _ month: Month) {
    let totals = traced.indices.filter { traced[$0].use == .notNearest }
    let hasOwn = totals.contains { traced[$0].latest.observation.post == nil }
    let subjects = Dictionary(grouping: totals) { traced[$0].latest.observation.post }
    for (post, indices) in subjects {
      guard !hasOwn || post == nil else {
        for index in indices { traced[index].use = .otherBasis }
        continue
      }
      let eve = month.firstDay + -1
      let published = indices.compactMap { traced[$0].latest.observation.publishedOn }.max()
      // A post that came later has no part in the month.
      if let published, published > month.lastDay { continue }
      let isNew = published.map { $0 > eve } ?? false
      if !isNew { for index in ends(of: indices, traced, at: eve) { traced[index].use = .start } }
      for index in ends(of: indices, traced, at: month.lastDay) { traced[index].use = .end }
    }
  }

  /// The total nearest to a day, where one is near; else its neighbours, which bound it.
  private func ends(of indices: [Int], _ traced: [TracedStatement], at day: Day) -> [Int] {
    let dated = indices.compactMap { index in traced[index].latest.observation.asOf.map { (index, $0) } }
    let near = dated.filter { abs($0.1 - day) <= tolerance }
      .min { (abs($0.1 - day), $0.1) < (abs($1.1 - day), $1.1) }
    if let near { return [near.0] }
    return [dated.filter { $0.1 <= day }.max { $0.1 < $1.1 }, dated.filter { $0.1 > day }.min { $0.1 < $1.1 }]
      .compactMap { $0?.0 }
  }

  private static func order(_ one: TracedStatement, _ two: TracedStatement) -> Bool {
    func key(_ traced: TracedStatement) -> (Int, Int64, Int32, Int64, Int) {
      let observation = traced.latest.observation
      let isLeftOut = [.counts, .start, .end].contains(traced.use) ? 0 : 1
      let day = observation.period?.from ?? observation.asOf ?? Day(number: 0)
      return (isLeftOut, observation.post ?? 0, day.number, traced.latest.source, traced.latest.row)
    }
    return key(one) < key(two)
  }
}
