/// What a platform says of one channel's audience in one month: the part of one group of people.
package struct AudiencePart: Sendable, Hashable {
  package var account: Int64
  package var month: Month
  /// `viewer_percent`, `views`, `views_percent`, `followers_percent`, `followers`, `reach_percent` or `reach`.
  package var metric: Metric
  /// Sorted `key=value` pairs, such as `age=18-24;gender=female`; see `DimensionText`.
  package var dimensions: String
  package var value: Double

  package init(account: Int64, month: Month, metric: Metric, dimensions: String, value: Double) {
    self.account = account
    self.month = month
    self.metric = metric
    self.dimensions = dimensions
    self.value = value
  }
}
