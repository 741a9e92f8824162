/// Whether a number belongs to a period or to the whole life of a post until the export was made.
package enum Scope: String, Sendable, Hashable, CaseIterable {
  case period, lifetime
}

/// Whom a number is about.
package enum ObservationSubject: Sendable, Hashable {
  /// A post by its id at the platform.
  case post(String)
  /// The account as a whole.
  case account
}

/// One number of one export: subject, metric, when, and the value or why there is none.
package struct Observation: Sendable, Hashable {
  package var subject: ObservationSubject
  package var account: AccountHint
  package var metric: Metric
  /// Which definition of the metric the platform used, such as `2025-03-31` for Shorts views; empty = the usual one.
  package var definition: String
  package var scope: Scope
  /// The days a period number covers. For lifetime numbers: nil.
  package var period: Period?
  /// The day up to which the number speaks: the period's last day, or the day of export.
  package var asOf: Day?
  /// Sorted `key=value` pairs joined by `;`, such as `age=18-24;gender=female`. Empty = the whole.
  package var dimensions: String
  package var value: Reported<Double>
  package var row: Int

  package init(
    subject: ObservationSubject, account: AccountHint = AccountHint(), metric: Metric,
    definition: String = "", scope: Scope, period: Period? = nil, asOf: Day? = nil,
    dimensions: String = "", value: Reported<Double>, row: Int
  ) {
    self.subject = subject
    self.account = account
    self.metric = metric
    self.definition = definition
    self.scope = scope
    self.period = period
    self.asOf = asOf
    self.dimensions = dimensions
    self.value = value
    self.row = row
  }
}
