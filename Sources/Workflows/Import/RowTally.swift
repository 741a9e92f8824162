import Storage

/// Counts rows by what became of them. A row with several numbers counts once, by the strongest outcome.
struct RowTally {
  private(set) var counts = RowCounts()
  private var row: Int?
  private var outcome: RowOutcome?

  mutating func add(_ outcome: RowOutcome, row: Int) {
    if row != self.row { close() }
    self.row = row
    self.outcome = Self.stronger(self.outcome, outcome)
  }

  mutating func refuse() { counts.refused += 1 }

  /// Counts the row that is still open.
  mutating func close() {
    switch outcome {
    case .accepted: counts.accepted += 1
    case .unchanged: counts.unchanged += 1
    case .restated: counts.restated += 1
    case nil: break
    }
    outcome = nil
    row = nil
  }

  private static func stronger(_ a: RowOutcome?, _ b: RowOutcome) -> RowOutcome {
    switch (a, b) {
    case (.restated, _), (_, .restated): .restated
    case (.accepted, _), (_, .accepted): .accepted
    default: .unchanged
    }
  }
}
