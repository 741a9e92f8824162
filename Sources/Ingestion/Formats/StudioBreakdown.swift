import Records

/// YouTube Studio, advanced mode, `Table data.csv` of any breakdown but content, geography and date: cities, traffic
/// sources, age, gender, devices and so on, for the channel or one video.
///
/// Quirks: age and gender state shares only and have no Total row; tables of cities may lack it too; cities come as
/// place id and name, at times with the country beside them, even twice; a drill-down into traffic sources names
/// `YT_SEARCH.<term>`. Its total, like that of a playlist, is not the channel's.
struct StudioBreakdown: ExportFormat {
  let id = "youtube-studio-breakdown"
  let title = "YouTube Studio breakdown"
  let neededColumns = ["Traffic source", "Views"]

  func score(_ probe: Probe) -> Int { StudioShape(probe) == .breakdown ? probe.studioScore : 0 }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let columns = StudioColumns(input.probe)
    let account = input.studioAccount
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary,
        interfaceLanguage: columns.language, scope: .period, period: input.period, account: account))
    guard let period = input.period else { return try output.problem(.unknownPeriod()) }
    guard try columns.areReadable(output) else { return }
    let totals = StudioBreakdown.wholeMetrics(columns, input.probe)
    let table = input.table()
    while try table.nextRow(columns.header, output) {
      if table.isUnfinished { try output.problem(.unfinishedLine(line: table.line)) }
      let isTotal = table.line == columns.totalLine || DimensionNames.isTotal(table[0])
      guard let dimensions = isTotal ? "" : columns.dimensionText(table) else {
        try output.problem(
          .studioKey(
            table[0].trimmed(), line: table.line, column: columns.header.cells.first,
            expected: "a value of the breakdown"))
        continue
      }
      for column in isTotal ? totals : columns.metrics {
        try output.observation(
          Observation(
            subject: input.studioSubject, account: account, metric: column.metric, scope: .period, period: period,
            asOf: period.through, dimensions: dimensions, value: columns.value(column, table, output),
            row: table.line))
      }
    }
  }

  /// Columns whose total is that of the channel.
  private static func wholeMetrics(_ columns: StudioColumns, _ probe: Probe) -> [StudioColumns.MetricColumn] {
    let isDrillDown =
      probe.table.header.contains { $0 == "source type" || $0 == "source title" }
      || probe.table.rows.dropFirst(2).contains { $0.cells.first?.withBytes { $0.starts(with: "YT_") } == true }
    guard !isDrillDown, columns.dimensions.allSatisfy({ $0.dimension.isWhole }) else { return [] }
    return columns.metrics.filter { !$0.metric.isStudioAudience && !$0.metric.isShareOfWhole }
  }
}
