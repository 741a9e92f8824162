import Records

/// YouTube Studio, advanced mode, `Chart data.csv` / `Данные диаграммы.csv`: one metric a day for each
/// charted video or part of a breakdown.
struct StudioChart: ExportFormat {
  let id = "youtube-studio-chart"
  let title = "YouTube Studio chart"
  let neededColumns = ["Date", "Content", "Views"]

  func score(_ probe: Probe) -> Int {
    switch StudioShape(probe) {
    case .contentChart, .dimensionChart: probe.studioScore
    default: 0
    }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let columns = StudioColumns(input.probe)
    let account = input.studioAccount
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary,
        interfaceLanguage: columns.language, scope: .period, period: input.period, account: account))
    guard try columns.areReadable(output) else { return }
    let isByVideo = StudioShape(input.probe) == .contentChart
    let table = input.table()
    var seen: Set<String> = []
    while try table.nextRow(columns.header, output) {
      if table.isUnfinished { try output.problem(.unfinishedLine(line: table.line)) }
      let key = table[1].trimmed()
      let dimensions = columns.dimensionText(table) ?? ""
      let isKey = isByVideo ? Identifier.isToken(key) && key.count >= 11 : !dimensions.isEmpty
      guard isKey, let day = try columns.day(0, table, output) else {
        try output.problem(badRow(table.line, columns.header.cells[1]))
        continue
      }
      if isByVideo, seen.insert(key.string).inserted {
        try output.post(columns.sighting(key.string, account, table, output))
      }
      for column in columns.metrics {
        try output.observation(
          Observation(
            subject: isByVideo ? .post(key.string) : input.studioSubject, account: account, metric: column.metric,
            scope: .period, period: Period(from: day, through: day), asOf: day,
            dimensions: dimensions, value: columns.value(column, table, output), row: table.line))
      }
    }
  }

  private func badRow(_ line: Int, _ column: String) -> Problem {
    Problem(
      "studio.bad-key", .rowRefused, line: line, column: column, found: "no date and key",
      expected: "a date, then a video id or part of a breakdown",
      remedy: "Hand in the file as downloaded, not a copy saved by Excel.")
  }
}
