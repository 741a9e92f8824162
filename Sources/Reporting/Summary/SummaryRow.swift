import Figures
import Records

/// Where an indicator stands between being seen and changing minds (ISD: awareness, engagement, impact).
package enum IndicatorLevel: String, Sendable, CaseIterable { case output, awareness, engagement, impact }

/// What may be said of a row's value.
enum RowStatus: String, Sendable, CaseIterable {
  case published
  /// Only "at least" is known: channels are missing.
  case incomplete
  /// "At least" and "at most".
  case range
  /// Not shown, to protect people.
  case suppressed
  /// No export tells.
  case noData = "no-data"
}

/// One row of the summary, values in the published unit.
struct SummaryRow {
  var id: String
  var indicator: String
  var name: String
  var level: IndicatorLevel
  var unit: FigureUnit
  var month: Month
  var platform: Platform
  /// `all`, a language tag, or `other`.
  var language: String
  var value: Double?
  var low: Double?
  var high: Double?
  var rangeKind: RangeKind?
  var n: Double?
  var known: Int?
  var of: Int?
  var isAdditive: Bool
  var status: RowStatus
  var definition: String
  var asOf: Day

  /// The row with the values that readers were given before.
  func standing(_ cell: ReleasedCell) -> SummaryRow {
    var row = self
    (row.value, row.low, row.high, row.n) = (cell.value, cell.low, cell.high, cell.n)
    return row
  }

  /// The row without anything that could tell the value.
  func suppressed() -> SummaryRow {
    var row = self
    (row.value, row.low, row.high, row.rangeKind, row.n, row.known, row.of) = (nil, nil, nil, nil, nil, nil, nil)
    row.status = .suppressed
    return row
  }
}
