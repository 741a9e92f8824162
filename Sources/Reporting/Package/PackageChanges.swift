import Figures
import Records

/// An indicator as an earlier package gave it.
package struct EarlierIndicator: Sendable, Hashable {
  package var code: String
  package var period: String
  package var status: String
  package var value: Double?
  package var definition: String

  package init(code: String, period: String, status: String, value: Double?, definition: String) {
    self.code = code
    self.period = period
    self.status = status
    self.value = value
    self.definition = definition
  }
}

/// Sets a package against the ones before it.
enum PackageChanges {
  private typealias Column = PackageTable.Column

  /// What may be said of a change.
  enum Kind: String {
    /// Another period: the numbers differ because time went on.
    case otherPeriod = "other-period"
    /// The same period was given otherwise before: a correction.
    case restated
    case same
    /// One side is not shown, or the number is defined otherwise.
    case notComparable = "not-comparable"
  }

  /// - Parameter earlier: indicators of the package before; without any the table is empty.
  static func table(
    _ rows: [IndicatorRow], earlier: [EarlierIndicator], errata: PackageErrata
  ) -> PackageTable {
    let known = Dictionary(earlier.map { ($0.code, $0) }) { first, _ in first }
    return PackageTable(
      name: "CHANGES",
      columns: [
        Column("indicator_code", "#indicator+code"), Column("period", "#meta+period"),
        Column("earlier_period", "#meta+earlier"), Column("earlier_status", "#meta+earlier"),
        Column("earlier_value", "#indicator+num+earlier", .number), Column("status", "#meta+status"),
        Column("value", "#indicator+num+actual", .number), Column("difference", "#indicator+num+difference", .number),
        Column("kind", "#meta+kind"), Column("errata", "#meta+errata"),
      ],
      rows: rows.filter { $0.part == nil }.compactMap { row in
        known[row.planned.code].map { cells(row, $0, errata.numbers(row)) }
      })
  }

  private static func cells(_ row: IndicatorRow, _ earlier: EarlierIndicator, _ errata: [Int]) -> [SummaryCell] {
    let kind = kind(row, earlier)
    let isComparable = kind != .notComparable
    let difference = row.value.flatMap { now in earlier.value.map { now - $0 } }
    return [
      .text(row.planned.code), .text(row.period.label), .text(earlier.period), .text(earlier.status),
      .optional(earlier.value, decimals: row.decimals), .text(row.status.rawValue),
      .optional(row.value, decimals: row.decimals),
      isComparable ? .optional(difference, decimals: row.decimals) : .empty, .text(kind.rawValue),
      .text(errata.map(String.init).joined(separator: " ")),
    ]
  }

  private static func kind(_ row: IndicatorRow, _ earlier: EarlierIndicator) -> Kind {
    guard let now = row.value, let before = earlier.value, row.definition == earlier.definition else {
      return .notComparable
    }
    if row.period.label != earlier.period { return .otherPeriod }
    return now == before ? .same : .restated
  }
}
