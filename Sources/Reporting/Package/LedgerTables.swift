import Figures
import Records

/// Tables of what was made, what was corrected, and what is not shown.
enum LedgerTables {
  private typealias Column = PackageTable.Column

  /// Talks by month and platform, with those that another report counts too.
  static func outputs(_ source: FigureSource, _ period: ReportingPeriod, elsewhere: Set<String>) -> PackageTable {
    let platforms = source.platforms(.talksPublished)
    let rows = period.months.flatMap { month in
      platforms.map { platform -> [SummaryCell] in
        let talks = source.talks(platform, month, elsewhere: elsewhere)
        let status: RowStatus =
          talks.all.value != nil ? .published : (talks.all.atLeast == nil ? .noData : .incomplete)
        return [
          .text(month.description), .day(month.firstDay), .day(month.lastDay), .text(platform.rawValue),
          .optional(talks.all.value), talks.all.value == nil ? .optional(talks.all.atLeast) : .empty,
          status == .noData ? .empty : .number(talks.elsewhere, decimals: 0), .text(status.rawValue),
        ]
      }
    }
    return PackageTable(
      name: "outputs",
      columns: [
        Column("month", "#meta+month"), Column("period_start", "#date+start", .date),
        Column("period_end", "#date+end", .date), Column("platform", "#channel+name"),
        Column("talks_published", "#output+num+talks", .integer), Column("talks_at_least", "#output+num+low", .integer),
        Column("counted_elsewhere_too", "#output+num+elsewhere", .integer), Column("status", "#meta+status"),
      ], rows: rows)
  }

  /// Corrections by the platforms, summed over the authors who share their figures.
  static func restatements(
    _ data: ProgrammeData, _ source: FigureSource, _ plan: DonorPlan, _ period: ReportingPeriod
  ) -> PackageTable {
    let metrics = Set(plan.indicators.flatMap { Self.metrics($0.entry.measure) })
    let own = data.restatements.filter { metrics.contains($0.metric) && period.months.contains($0.month) }
    var sums: [Key: (channels: Double, first: Double, latest: Double)] = [:]
    for item in own {
      guard let platform = source.platform(of: item.account) else { continue }
      let sum = sums[Key(month: item.month, metric: item.metric.rawValue, platform: platform)] ?? (0, 0, 0)
      sums[Key(month: item.month, metric: item.metric.rawValue, platform: platform)] =
        (sum.channels + 1, sum.first + item.firstReported, sum.latest + item.latest)
    }
    let sorted = sums.sorted {
      ($0.key.month, $0.key.metric, $0.key.platform) < ($1.key.month, $1.key.metric, $1.key.platform)
    }
    return PackageTable(
      name: "restatements", columns: restatementColumns,
      rows: sorted.map { key, sum in
        [
          .text(key.metric), .text(key.platform.rawValue), .text(key.month.description),
          .number(sum.channels, decimals: 0), .number(sum.first, decimals: 1), .number(sum.latest, decimals: 1),
          .number(sum.latest - sum.first, decimals: 1),
        ]
      })
  }

  private struct Key: Hashable {
    var month: Month
    var metric: String
    var platform: Platform
  }

  private static let restatementColumns = [
    Column("metric", "#indicator+type"), Column("platform", "#channel+name"), Column("month", "#meta+month"),
    Column("channels_corrected", "#meta+channels", .integer),
    Column("first_reported", "#indicator+num+first", .number), Column("latest", "#indicator+num+latest", .number),
    Column("difference", "#indicator+num+difference", .number),
  ]

  /// Metrics that add and that a measure shows: people are not summed, rates are not restated.
  private static func metrics(_ measure: IndicatorMeasure) -> [Metric] {
    switch measure {
    case .views: [.views]
    case .watchHours: [.watchHours]
    default: []
    }
  }

  /// How many values are not there, by table and reason.
  static func suppression(_ rows: [IndicatorRow]) -> PackageTable {
    let tables = [("indicators", rows.filter { $0.part == nil }), ("disaggregation", rows.filter { $0.part != nil })]
    return PackageTable(
      name: "suppression",
      columns: [
        Column("table", "#meta+table"), Column("reason", "#meta+reason"), Column("count", "#meta+count", .integer),
      ],
      rows: tables.flatMap { table, rows in
        WithholdingReason.allCases.map { reason -> [SummaryCell] in
          let count = rows.count { $0.reason == reason }
          return [.text(table), .text(reason.rawValue), .number(Double(count), decimals: 0)]
        }
      })
  }
}
