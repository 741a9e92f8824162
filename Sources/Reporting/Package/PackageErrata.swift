import Figures
import Records

/// Corrections of approved months that concern what this reader was given, with the values the reader saw.
///
/// What was frozen in the house stays there: the old value is the one that this report showed last before the correction, the
/// new one stands in the package, and both went through disclosure control.
struct PackageErrata {
  private typealias Column = PackageTable.Column

  private let items: [Item]

  /// A value that was given, and the row that holds the same now.
  private struct Item {
    var erratum: Erratum
    var old: ReleasedCell
    var key: CellKey
    var now: IndicatorRow?

    /// A row that says the same as before was not touched: the correction was of others' numbers.
    var hasChanged: Bool { now.map { $0.value != old.value || $0.low != old.low } ?? true }
  }

  init(errata: [Erratum], rows: [IndicatorRow], history: ReleaseHistory) {
    let now = Dictionary(rows.map { ($0.cell, $0) }) { first, _ in first }
    let given = history.shownBefore.compactMap { cell in CellKey(cell.id).map { (key: $0, cell: cell) } }
    items = errata.flatMap { erratum -> [Item] in
      let name = Self.name(erratum.new.measure)
      var newest: [String: Item] = [:]
      for (key, cell) in given where Self.concerns(key, erratum, name) && Self.isBefore(cell, erratum) {
        newest[cell.id] = Item(erratum: erratum, old: cell, key: key, now: now[cell.id])
      }
      return newest.values.filter(\.hasChanged).sorted { $0.old.id < $1.old.id }
    }
  }

  func table() -> PackageTable {
    PackageTable(
      name: "errata",
      columns: [
        Column("erratum", "#meta+erratum", .integer), Column("noted_on", "#date+noted", .date),
        Column("month", "#meta+month"), Column("measure", "#indicator+type"), Column("platform", "#channel+name"),
        Column("language", "#group+language"), Column("period_start", "#date+start", .date),
        Column("period_end", "#date+end", .date),
        Column("earlier_value", "#indicator+num+earlier", .number),
        Column("earlier_low", "#indicator+num+earlier", .number),
        Column("value", "#indicator+num+actual", .number), Column("low", "#indicator+num+low", .number),
        Column("status", "#meta+status"), Column("reason", "#meta+reason"),
      ], rows: items.map(cells))
  }

  /// Numbers of the corrections that a row was changed by.
  func numbers(_ row: IndicatorRow) -> [Int] {
    Array(Set(items.filter { $0.old.id == row.cell }.map(\.erratum.number))).sorted()
  }

  private static func concerns(_ key: CellKey, _ erratum: Erratum, _ measure: String) -> Bool {
    key.measure == measure && key.first <= erratum.month && erratum.month <= key.last
      && (key.platform == CellKey.all || key.platform == erratum.new.platform)
  }

  private static func isBefore(_ cell: ReleasedCell, _ erratum: Erratum) -> Bool {
    cell.at.map { $0.seconds <= erratum.at.seconds } ?? false
  }

  private func cells(_ item: Item) -> [SummaryCell] {
    let decimals = item.now?.decimals ?? 0
    return [
      .number(Double(item.erratum.number), decimals: 0), .day(item.erratum.at.day(offset: 0)),
      .text(item.erratum.month.description), .text(item.key.measure), .text(item.key.platform),
      .text(item.key.language), .day(item.key.first.firstDay), .day(item.key.last.lastDay),
      .optional(item.old.value, decimals: decimals), .optional(item.old.low, decimals: decimals),
      .optional(item.now?.value, decimals: decimals), .optional(item.now?.low, decimals: decimals),
      .text(item.now?.status.rawValue ?? "other-period"), .text(item.erratum.reason),
    ]
  }

  /// As tables name the measure.
  private static func name(_ sealed: String) -> String {
    let prefix = "theme_time."
    guard sealed.hasPrefix(prefix) else { return sealed }
    return prefix + SafeCode.theme(String(sealed.dropFirst(prefix.count)))
  }
}
