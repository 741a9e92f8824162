package import Records

/// Turns what exports state into one number, or honest bounds, per account, metric and month.
///
/// Order: the platform's total of the month; days; posts; differences of lifetime snapshots. The first that is
/// certain counts, else the one that tells most. Period and lifetime numbers never mix; missing is never 0.
package struct MonthReconciler: Sendable {
  /// Which of two statements about the same thing counts.
  package enum Preference: Sendable {
    case latestReceipt
    /// What was first reported, to tell restatements.
    case firstReceipt
  }

  /// Days around a month's end within which a snapshot speaks for it.
  package var tolerance: Int
  package var preference: Preference

  package init(tolerance: Int = 4, preference: Preference = .latestReceipt) {
    self.tolerance = tolerance
    self.preference = preference
  }

  /// The days of which a lifetime total speaks for the beginning of a month.
  package func beginning(of month: Month) -> ClosedRange<Day> {
    let eve = month.firstDay + -1
    return (eve + -tolerance)...(eve + tolerance)
  }

  /// Monthly numbers for every month that the observations touch, sorted by account, metric and month.
  /// - Parameter first: earlier months are left out; nil means none.
  package func months(_ observations: [StoredObservation], from first: Month? = nil) -> [MonthlyMetric] {
    var subjects: [Subject: [StoredObservation]] = [:]
    for observation in observations {
      subjects[Subject(account: observation.account, metric: observation.metric), default: []]
        .append(observation)
    }
    return subjects.flatMap { months(of: $0.key, $0.value, from: first) }.sorted { a, b in
      (a.account, a.metric.rawValue, a.month) < (b.account, b.metric.rawValue, b.month)
    }
  }

  private struct Subject: Hashable {
    var account: Int64
    var metric: Metric
  }

  private struct Statement: Hashable {
    var post: Int64?
    var period: Period?
    var asOf: Day?
  }

  private func months(
    of subject: Subject, _ observations: [StoredObservation], from first: Month?
  ) -> [MonthlyMetric] {
    let additivity = MetricRegister.definition(of: subject.metric).additivity
    let counting = statements(in: observations)
    let periods = Dictionary(grouping: counting.filter { $0.scope == .period }, by: \.post)
    let snapshots = Dictionary(grouping: counting.filter { $0.scope == .lifetime }, by: \.post)
    let own = PeriodParts(periods[nil] ?? [], additivity: additivity, tolerance: tolerance)
    let sources: [(MetricBasis, [Month: MonthPart])] = [
      (.month, own.whole), (.days, own.pieced),
      (.posts, posts(periods, additivity)),
      (.snapshots, snapshotMonths(snapshots, additivity, from: first)),
    ]
    let months = Set(sources.flatMap { $0.1.keys }).filter { $0 >= first ?? $0 }
    return months.compactMap { month in
      best(sources.compactMap { source in source.1[month].map { (source.0, $0) } })
        .map { metric(subject, month, $0.0, $0.1) }
    }
  }

  /// One statement per subject and period or day, by the preference of receipts; a number is not unsaid by an export that
  /// leaves it out.
  private func statements(in observations: [StoredObservation]) -> [StoredObservation] {
    var counting: [Statement: StoredObservation] = [:]
    for observation in observations {
      let key = Statement(
        post: observation.post, period: observation.scope == .period ? observation.period : nil,
        asOf: observation.scope == .lifetime ? observation.asOf : nil)
      guard let other = counting[key] else {
        counting[key] = observation
        continue
      }
      if (observation.value == nil) != (other.value == nil) {
        if other.value == nil { counting[key] = observation }
        continue
      }
      let isLater = observation.receipt > other.receipt
      if isLater == (preference == .latestReceipt) { counting[key] = observation }
    }
    return Array(counting.values)
  }

  private func posts(
    _ periods: [Int64?: [StoredObservation]], _ additivity: Additivity
  ) -> [Month: MonthPart] {
    var byMonth: [Month: [MonthPart]] = [:]
    for (post, observations) in periods where post != nil {
      let parts = PeriodParts(observations, additivity: additivity, tolerance: tolerance)
      for (month, part) in parts.pieced.merging(parts.whole, uniquingKeysWith: { $1.value == nil ? $0 : $1 }) {
        byMonth[month, default: []].append(part)
      }
    }
    return byMonth.mapValues { MonthPart.combining($0, additivity) }
  }

  private func snapshotMonths(
    _ snapshots: [Int64?: [StoredObservation]], _ additivity: Additivity, from first: Month?
  ) -> [Month: MonthPart] {
    if let own = snapshots[nil] {
      let line = SnapshotLine(own, tolerance: tolerance)
      let months = line.months.map { ($0, line.part(of: $0, additivity)) }
      return Dictionary(months) { first, _ in first }.compactMapValues { $0 }.filter { $0.value.lower != nil }
    }
    let lines = snapshots.values.map { SnapshotLine($0, tolerance: tolerance) }
    let months = Set(lines.flatMap(\.months)).filter { $0 >= first ?? $0 }
    return Dictionary(uniqueKeysWithValues: months.map { ($0, wholeMonth($0, lines, additivity)) })
      .filter { $0.value.lower != nil }
  }

  private func wholeMonth(_ month: Month, _ lines: [SnapshotLine], _ additivity: Additivity) -> MonthPart {
    MonthPart.combining(lines.compactMap { $0.part(of: month, additivity) }, additivity)
  }

  private func best(_ sources: [(MetricBasis, MonthPart)]) -> (MetricBasis, MonthPart)? {
    guard var best = sources.first else { return nil }
    for source in sources.dropFirst() where source.1.tellsMore(than: best.1) { best = source }
    return best
  }

  private func metric(
    _ subject: Subject, _ month: Month, _ basis: MetricBasis, _ part: MonthPart
  ) -> MonthlyMetric {
    let isCertain = part.value != nil
    return MonthlyMetric(
      account: subject.account, month: month, metric: subject.metric, basis: basis, value: part.value,
      lower: isCertain ? nil : part.lower, upper: isCertain ? nil : part.upper, known: part.known,
      of: part.of, asOf: part.asOf, correction: part.correction, isApproximate: part.isApproximate)
  }
}
