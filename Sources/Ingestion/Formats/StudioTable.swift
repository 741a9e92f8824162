import Records

/// YouTube Studio, advanced mode, `Table data.csv` / `Данные из таблицы.csv`: numbers of a period by video,
/// by country or by day, with the channel's total in the first row.
///
/// Quirks: ids that start with `-` have a space before them; a table holds at most about 500 rows; the Total
/// row leaves numbers of viewers at 0.
struct StudioTable: ExportFormat {
  let id = "youtube-studio-table"
  let title = "YouTube Studio table"
  let neededColumns = ["Content", "Video title", "Views"]

  func score(_ probe: Probe) -> Int {
    switch probe.studioShape {
    case .content, .geography: probe.studioScore
    case .dates: probe.studioScore - 5
    default: 0
    }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let shape = input.probe.studioShape ?? .content
    let columns = StudioColumns(input.probe)
    let account = input.studioAccount
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary,
        interfaceLanguage: columns.language, scope: .period, period: input.period, account: account))
    guard input.period != nil || shape == .dates else { return try output.problem(.unknownPeriod()) }
    guard try columns.areReadable(output) else { return }
    var pass = Pass(
      shape: shape, columns: columns, account: account, subject: input.studioSubject, period: input.period,
      table: input.table(), output: output)
    try pass.run()
    try output.noteCutOff(rows: pass.rows)
  }
}

extension FormatInput {
  /// The channel as the names around a Studio file tell it.
  var studioAccount: AccountHint {
    var account = account(.youtube)
    // Where the name behind the days is a video's, it is not the channel's.
    if studioSubject == .account { account.displayName = account.displayName ?? ExportName.channel(hints.names) }
    return account
  }

  /// Whom a table without a column of videos is about: the video whose id stands in square brackets in the names
  /// around the file, else the channel.
  var studioSubject: ObservationSubject {
    hints.names.lazy.compactMap(PostFileName.bracketed).first.map { .post($0) } ?? .account
  }
}

extension Probe {
  /// How sure it is that a table of a shape of Studio's is one: names of columns tell more than shapes.
  var studioScore: Int { studioHeader.isByShape ? 45 : 90 }
}

/// One reading of a Studio table.
private struct Pass {
  let shape: StudioShape
  let columns: StudioColumns
  let account: AccountHint
  let subject: ObservationSubject
  let period: Period?
  let table: TableReader
  let output: RecordOutput
  var rows = 0
  var hasTotal = false

  mutating func run() throws {
    while try table.nextRow(columns.header, output) {
      if table.isUnfinished { try output.problem(.unfinishedLine(line: table.line)) }
      let key = table[0].trimmed()
      if let row = try row(key) {
        rows += 1
        try emit(row, skipsAudience: false)
      } else if !hasTotal, rows == 0, columns.isTotal(table) {
        hasTotal = true
        try total()
      } else {
        try output.problem(badKey(key))
      }
    }
  }

  /// Whom the numbers of a row are about.
  private struct Row {
    var subject: ObservationSubject
    var period: Period
    var dimensions = ""
  }

  private func row(_ key: Bytes) throws -> Row? {
    switch shape {
    case .geography:
      guard let period, let dimensions = columns.dimensionText(table) else { return nil }
      return Row(subject: subject, period: period, dimensions: dimensions)
    case .dates:
      return columns.plainDay(key).map { day in
        Row(
          subject: subject, period: Period(from: day, through: day), dimensions: columns.dimensionText(table) ?? "")
      }
    default:
      guard let period, isPost(key) else { return nil }
      try output.post(columns.sighting(key.string, account, table, output))
      return Row(subject: .post(key.string), period: period, dimensions: columns.dimensionText(table) ?? "")
    }
  }

  /// A video's id, or the longer id of another post that has a title.
  private func isPost(_ key: Bytes) -> Bool {
    if Identifier.isVideo(key) { return true }
    return (12...64).contains(key.count) && Identifier.isToken(key) && !columns.isTotal(table)
  }

  private func total() throws {
    guard let period else { return }
    try emit(Row(subject: subject, period: period), skipsAudience: true)
  }

  private func emit(_ row: Row, skipsAudience: Bool) throws {
    for column in columns.metrics where !(skipsAudience && column.metric.isStudioAudience) {
      try output.observation(
        Observation(
          subject: row.subject, account: account, metric: column.metric, scope: .period, period: row.period,
          asOf: row.period.through, dimensions: row.dimensions, value: columns.value(column, table, output),
          row: table.line))
    }
  }

  private func badKey(_ key: Bytes) -> Problem {
    let expected =
      switch shape {
      case .geography: "a country code"
      case .dates: "a date"
      default: "a video id"
      }
    return .studioKey(key, line: table.line, column: columns.header.cells.first, expected: expected)
  }
}
