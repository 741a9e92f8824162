package import Records

/// A cell of a summary as it was handed to readers outside the house.
package struct ReleasedCell: Sendable, Hashable {
  package var id: String
  /// The report that it stood in: a reader's code, empty for the summary tables.
  package var series: String
  /// False when it was hidden; readers saw that it is there.
  package var isShown: Bool
  /// As in `DisclosureCell`; kept in the house.
  package var size: Double
  package var contributions: [String: Double]
  package var commentersBy: [String: Int]
  /// False when an author of it was purged since.
  package var isComplete: Bool
  /// What readers saw.
  package var value: Double?
  package var low: Double?
  package var high: Double?
  package var n: Double?
  /// When it was handed out; nil before.
  package var at: Instant?

  package init(
    id: String, series: String = "", isShown: Bool, size: Double, contributions: [String: Double],
    commentersBy: [String: Int] = [:],
    isComplete: Bool = true, value: Double? = nil, low: Double? = nil, high: Double? = nil, n: Double? = nil,
    at: Instant? = nil
  ) {
    self.id = id
    self.series = series
    self.isShown = isShown
    self.size = size
    self.contributions = contributions
    self.commentersBy = commentersBy
    self.isComplete = isComplete
    self.value = value
    self.low = low
    self.high = high
    self.n = n
    self.at = at
  }

  /// Authors with something in the cell.
  var authors: Set<String> { Set(contributions.filter { $0.value != 0 }.keys) }
}
