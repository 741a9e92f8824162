import Records

/// YouTube Reporting API, bulk reports (`channel_basic_a3` and its kin): a table a day, one row for each combination of
/// video, country, subscription and so on. They are made daily without being asked for.
///
/// Quirks: dates are `YYYYMMDD` of US Pacific time; sources, devices and services are numbers; rows about subscribers
/// may lack a video; the order of columns changes between versions.
struct YouTubeReporting: ExportFormat {
  let id = "youtube-reporting-api"
  let title = "YouTube Reporting API (bulk CSV)"
  let neededColumns = ["date", "channel_id", "video_id", "views"]

  func score(_ probe: Probe) -> Int {
    let header = Set(probe.table.header)
    return header.isSuperset(of: ["date", "channel_id"]) && AnalyticsRow(names: probe.table.header).metrics > 0 ? 92 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = input.probe.table
    let layout = AnalyticsRow(names: sketch.header)
    let channel = sketch.header.firstIndex(of: "channel_id")
    var account = input.account(.youtube)
    account.externalID = account.externalID ?? sketch.firstCell(channel)
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: sketch.dialect.summary, scope: .period,
        period: input.hints.period, account: account))
    guard let header = sketch.rows.first else { return }
    if !layout.unknown.isEmpty { try output.problem(.unknownColumns(layout.unknown)) }
    let table = input.table()
    var count = 0
    while try table.nextRow(header, output) {
      if table.isUnfinished { try output.problem(.unfinishedLine(line: table.line)) }
      let key = layout.key { table[$0] }
      guard let period = key.period else {
        let cell = layout.index(.date).map { table[$0] } ?? table[0]
        try output.problem(.studioKey(cell, line: table.line, column: "date", expected: "a day such as 20261016"))
        continue
      }
      count += 1
      var owner = account
      if let channel, !table[channel].isEmpty { owner.externalID = table[channel].trimmed().string }
      try layout.emit(
        { table[$0] },
        Observation(
          subject: key.video.map { .post($0) } ?? .account, account: owner, metric: .views, scope: .period,
          period: period, asOf: period.through, dimensions: key.dimensions, value: .withheld, row: table.line), output)
    }
    if count == 0 { try output.problem(.nothingRead("rows, as on a day without visitors")) }
  }
}

extension TableSketch {
  fileprivate func firstCell(_ index: Int?) -> String? {
    guard let index else { return nil }
    return rows.dropFirst().lazy.compactMap {
      index < $0.cells.count && !$0.cells[index].isEmpty ? $0.cells[index] : nil
    }
    .first
  }
}
