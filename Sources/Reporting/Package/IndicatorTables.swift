import Figures
import Records

/// Tables of the indicators: as a whole, and told apart. The day of preparation stands in none of them, so that the same
/// numbers on another day are the same tables.
enum IndicatorTables {
  private typealias Column = PackageTable.Column

  static func indicators(_ rows: [IndicatorRow]) -> PackageTable {
    PackageTable(
      name: "indicators", columns: head + period + goal + numbers,
      rows: rows.filter { $0.part == nil }.map { row in
        headCells(row) + periodCells(row)
          + [
            .optional(row.planned.baseline?.value, decimals: row.decimals),
            .optional(row.target, decimals: row.decimals), .optional(row.progress), .optional(row.light?.rawValue),
          ] + numberCells(row)
      })
  }

  static func disaggregation(_ rows: [IndicatorRow]) -> PackageTable {
    let part = [Column("dimension", "#group+type"), Column("category", "#group+code")]
    return PackageTable(
      name: "disaggregation", columns: [head[0], head[1]] + part + period + numbers,
      rows: rows.compactMap { row in
        guard let part = row.part else { return nil }
        return Array(headCells(row).prefix(2)) + [.text(part.dimension.rawValue), .text(part.category)]
          + periodCells(row) + numberCells(row)
      })
  }

  private static let languages: [ReportLanguage] = [.english, .russian, .kyrgyz, .uzbek]

  private static let head =
    [Column("indicator_code", "#indicator+code"), Column("measure", "#indicator+type")]
    + languages.map { Column("indicator_name_\($0.rawValue)", "#indicator+name+i_\($0.rawValue)") }
    + [Column("level", "#indicator+level"), Column("unit", "#indicator+unit")]

  private static func headCells(_ row: IndicatorRow) -> [SummaryCell] {
    [.text(row.planned.code), .text(row.measure.name)] + languages.map { .optional(row.names[$0]) }
      + [.text(row.planned.entry.level.rawValue), .text(unit(row.measure.unit))]
  }

  static func unit(_ unit: FigureUnit) -> String { unit == .share ? "percent" : unit.rawValue }

  private static let period = [
    Column("period", "#meta+period"), Column("period_start", "#date+start", .date),
    Column("period_end", "#date+end", .date), Column("platform", "#channel+name"),
  ]

  private static func periodCells(_ row: IndicatorRow) -> [SummaryCell] {
    [.text(row.period.label), .day(row.period.from), .day(row.period.through), .text(row.platform)]
  }

  private static let goal = [
    Column("baseline", "#indicator+num+baseline", .number), Column("target", "#indicator+num+target", .number),
    Column("percent_of_target", "#indicator+num+progress", .number), Column("traffic_light", "#meta+light"),
  ]

  private static let numbers = [
    Column("actual", "#indicator+num+actual", .number), Column("low", "#indicator+num+low", .number),
    Column("high", "#indicator+num+high", .number), Column("range_kind", "#meta+range"),
    Column("n", "#meta+n", .integer), Column("known", "#meta+known", .integer),
    Column("all", "#meta+all", .integer), Column("counted", "#meta+counted"), Column("additive", "#meta+additive"),
    Column("status", "#meta+status"), Column("definition", "#meta+definition"),
    Column("as_of", "#date+asof", .date),
  ]

  private static func numberCells(_ row: IndicatorRow) -> [SummaryCell] {
    [
      .optional(row.value, decimals: row.decimals), .optional(row.low, decimals: row.decimals),
      .optional(row.high, decimals: row.decimals), .optional(row.rangeKind?.rawValue), .optional(row.n),
      .optional(row.known), .optional(row.of), .optional(row.counted?.rawValue),
      .text(row.measure.isAdditive ? "yes" : "no"),
      .text(row.status.rawValue), .text(row.definition), .day(row.asOf),
    ]
  }
}
