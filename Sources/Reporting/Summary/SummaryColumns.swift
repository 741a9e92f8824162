import Figures
import Records

/// A cell as all forms write it.
enum SummaryCell {
  case empty
  case text(String)
  case number(Double, decimals: Int)
  case day(Day)
}

/// The fixed columns of the summary, in their order.
enum SummaryColumns {
  static let names = [
    "indicator_code", "indicator_name", "level", "unit", "period_start", "period_end", "platform", "language",
    "value", "low", "high", "range_kind", "n", "known", "all", "counted", "additive", "status",
    "definition", "as_of", "prepared_on",
  ]

  static func cells(_ row: SummaryRow, preparedOn: Day) -> [SummaryCell] {
    func number(_ value: Double?) -> SummaryCell {
      value.map { .number($0, decimals: row.unit.decimals) } ?? .empty
    }
    func whole(_ value: Int?) -> SummaryCell { value.map { .number(Double($0), decimals: 0) } ?? .empty }
    return [
      .text(row.indicator), .text(row.name), .text(row.level.rawValue), .text(unit(row.unit)),
      .day(row.month.firstDay), .day(row.month.lastDay), .text(row.platform.rawValue), .text(row.language),
      number(row.value), number(row.low), number(row.high),
      row.rangeKind.map { .text($0.rawValue) } ?? .empty,
      row.n.map { .number($0, decimals: 0) } ?? .empty, whole(row.known), whole(row.of),
      row.counted.map { .text($0.rawValue) } ?? .empty,
      .text(row.isAdditive ? "yes" : "no"), .text(row.status.rawValue), .text(row.definition),
      .day(row.asOf), .day(preparedOn),
    ]
  }

  private static func unit(_ unit: FigureUnit) -> String { unit == .share ? "percent" : unit.rawValue }
}
