import Records

/// YouTube Studio, advanced mode, `Totals.csv` / `Итоговые данные.csv`: the whole channel, one metric a day,
/// or (newer) one row for the period.
struct StudioTotals: ExportFormat {
  let id = "youtube-studio-totals"
  let title = "YouTube Studio totals"
  let neededColumns = ["Date", "Views"]

  func score(_ probe: Probe) -> Int {
    switch StudioShape(probe) {
    case .dayTotals, .total: probe.studioScore - 5
    default: 0
    }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let columns = StudioColumns(input.probe)
    let account = input.studioAccount
    let isDaily = StudioShape(input.probe) == .dayTotals
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary,
        interfaceLanguage: columns.language, scope: .period, period: input.period, account: account))
    if !isDaily, input.period == nil { return try output.problem(.unknownPeriod()) }
    guard try columns.areReadable(output) else { return }
    let table = input.table()
    while try table.nextRow(columns.header, output) {
      if table.isUnfinished { try output.problem(.unfinishedLine(line: table.line)) }
      let day = isDaily ? columns.plainDay(table[0]) : nil
      if isDaily, day == nil, table.line > columns.header.line + 1 {
        _ = try columns.day(0, table, output)
        continue
      }
      // A first row without a date is the channel's total, in whatever language.
      guard let period = day.map({ Period(from: $0, through: $0) }) ?? input.period else { continue }
      for column in columns.metrics where day != nil || !column.metric.isStudioAudience {
        try output.observation(
          Observation(
            subject: input.studioSubject, account: account, metric: column.metric, scope: .period, period: period,
            asOf: period.through, value: columns.value(column, table, output), row: table.line))
      }
    }
  }
}
