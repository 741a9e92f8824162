/// A number as the archive keeps it: what monthly figures are worked out from.
package struct StoredObservation: Sendable, Hashable {
  package var account: Int64
  /// Nil when the number is about the account as a whole.
  package var post: Int64?
  package var metric: Metric
  package var definition: String
  package var scope: Scope
  package var period: Period?
  package var asOf: Day?
  /// Nil when the export says that it keeps the number back.
  package var value: Double?
  package var isApproximate: Bool
  /// Order of receipt: of two statements about the same thing the later one counts.
  package var receipt: Int64
  /// The day the post was published, where it is known.
  package var publishedOn: Day?

  package init(
    account: Int64, post: Int64?, metric: Metric, definition: String = "", scope: Scope,
    period: Period? = nil, asOf: Day? = nil, value: Double?, isApproximate: Bool = false,
    receipt: Int64, publishedOn: Day? = nil
  ) {
    self.account = account
    self.post = post
    self.metric = metric
    self.definition = definition
    self.scope = scope
    self.period = period
    self.asOf = asOf
    self.value = value
    self.isApproximate = isApproximate
    self.receipt = receipt
    self.publishedOn = publishedOn
  }
}
