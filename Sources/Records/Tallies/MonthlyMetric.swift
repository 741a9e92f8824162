/// How a monthly number came about.
package enum MetricBasis: String, Sendable, Hashable, CaseIterable {
  /// The platform states it for the month as a whole.
  case month
  /// Sum (or, for people, bounds) over the days of the month.
  case days
  /// Sum (or bounds) over posts, each stated for the month.
  case posts
  /// Differences between lifetime snapshots at the two ends of the month.
  case snapshots
}

/// One metric of one account in one month; a rollup that can be worked out again at any time.
package struct MonthlyMetric: Sendable, Hashable {
  package var account: Int64
  package var month: Month
  package var metric: Metric
  package var basis: MetricBasis
  /// The number, when it is certain. Nil when only bounds are known, or nothing.
  package var value: Double?
  /// "At least" and "at most", for people who may be counted twice and for missing snapshots.
  package var lower: Double?
  package var upper: Double?
  /// Parts (days, posts) with a number, and parts in all: "n of m known".
  package var known: Int
  package var of: Int
  /// The last day the numbers speak for (the real date of the snapshot).
  package var asOf: Day?
  /// Sum of negative steps between snapshots: corrections by the platform, 0 or less.
  package var correction: Double
  package var isApproximate: Bool

  package init(
    account: Int64, month: Month, metric: Metric, basis: MetricBasis, value: Double?,
    lower: Double? = nil, upper: Double? = nil, known: Int, of: Int, asOf: Day? = nil,
    correction: Double = 0, isApproximate: Bool = false
  ) {
    self.account = account
    self.month = month
    self.metric = metric
    self.basis = basis
    self.value = value
    self.lower = lower
    self.upper = upper
    self.known = known
    self.of = of
    self.asOf = asOf
    self.correction = correction
    self.isApproximate = isApproximate
  }
}
