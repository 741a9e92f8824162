/// One number as one row of one file states it.
package struct StatedRow: Sendable, Hashable {
  package var observation: StoredObservation
  /// The row (line) of the file.
  package var row: Int
  /// The post's title; nil when the number is about the account.
  package var title: String?

  package init(observation: StoredObservation, row: Int, title: String?) {
    self.observation = observation
    self.row = row
    self.title = title
  }

  /// The file, as the archive numbers it: what `StoredObservation` orders receipts by.
  package var source: Int64 { observation.receipt }
}
