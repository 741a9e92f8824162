import Records

/// YouTube Analytics API, `reports.query`: a table in JSON, with its columns first.
///
/// Quirks: the table does not say which days it is of unless days are in it, and not of which video unless videos are;
/// watch time is in minutes, retention in parts of 1; rows are left out where there are too few viewers.
struct YouTubeAnalytics: ExportFormat {
  let id = "youtube-analytics-api"
  let title = "YouTube Analytics API (reports.query)"

  func score(_ probe: Probe) -> Int {
    guard let json = probe.json, json.names.contains("columnHeaders") else { return 0 }
    let columns = json.inner["columnHeaders"] ?? []
    return columns.contains("columnType") || json.names.contains("kind") ? 90 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: "json", scope: .period, period: input.period,
        account: input.account(.youtube)))
    var rows = AnalyticsRows(input, output)
    let reader = JSONRecordReader(input.text, layout: .members(["columnHeaders", "rows"]))
    while let event = try reader.next() {
      switch event {
      case .documentBegan: rows.restart()
      case .record(let value, let line, let isDamaged):
        if isDamaged { try output.problem(.damagedText(line: line)) }
        guard try rows.take(value, line) else { return }
      case .fault(let fault, let isFinal): try output.problem(.json(fault, isFinal: isFinal))
      case .member, .documentEnded: break
      }
    }
    if rows.count == 0 { try output.problem(.nothingRead("rows with numbers")) }
  }
}

/// Reads the columns, then the rows, of one answer after another.
private struct AnalyticsRows {
  let input: FormatInput
  let output: RecordOutput
  private(set) var count = 0
  private var names: [String] = []
  private var layout: AnalyticsRow?
  private var numbers = RowNumber()
  private let fileVideo: String?

  init(_ input: FormatInput, _ output: RecordOutput) {
    self.input = input
    self.output = output
    fileVideo = input.studioVideo
  }

  mutating func restart() {
    names = []
    layout = nil
  }

  /// - Returns: false if the file cannot be read on; that is reported.
  mutating func take(_ value: JSONValue, _ line: Int) throws -> Bool {
    if value.isObject {
      names.append(value["name"]?.string ?? "")
      return true
    }
    let layout = try layout ?? start()
    guard let layout else { return false }
    let cells = value.arrayElements
    guard cells.count == layout.names.count else {
      try output.problem(.raggedRow(line: line, found: cells.count, expected: layout.names.count))
      return true
    }
    return try emit(layout, cells, numbers.next(line))
  }

  private mutating func start() throws -> AnalyticsRow? {
    let found = AnalyticsRow(names: names)
    if found.metrics == 0 {
      try output.problem(.nothingRead("columns of numbers that are known"))
      return nil
    }
    if !found.unknown.isEmpty { try output.problem(.unknownColumns(found.unknown)) }
    if !found.hasDays, !found.isRetention, input.period == nil {
      try output.problem(.unknownPeriod())
      return nil
    }
    layout = found
    return found
  }

  private mutating func emit(_ layout: AnalyticsRow, _ cells: [JSONValue], _ line: Int) throws -> Bool {
    let cell = { (index: Int) in cells[index].plainBytes ?? Bytes(start: nil, count: 0) }
    let key = layout.key(cell)
    let video = layout.index(.content) == nil ? fileVideo : key.video
    if layout.isRetention, video == nil {
      try output.problem(.retentionWithoutVideo())
      return false
    }
    guard let period = key.period ?? (layout.hasDays ? nil : input.period),
      layout.index(.content) == nil || video != nil
    else {
      if layout.isRetention { return try emitLifetime(layout, cell, key, video, line) }
      try output.problem(
        Problem(
          "analytics.bad-key", .rowRefused, line: line, found: "a row whose day or video id cannot be read",
          expected: "a day such as 2026-10-16, an id of 11 letters", remedy: "Ask the interface for the report again."))
      return true
    }
    count += 1
    try layout.emit(
      cell,
      Observation(
        subject: video.map { .post($0) } ?? .account, account: input.account(.youtube), metric: .views, scope: .period,
        period: period, asOf: period.through, dimensions: key.dimensions, value: .withheld, row: line), output)
    return true
  }

  /// A retention curve without days is of the video's whole life.
  private mutating func emitLifetime(
    _ layout: AnalyticsRow, _ cell: (Int) -> Bytes, _ key: AnalyticsRow.Key, _ video: String?, _ line: Int
  ) throws -> Bool {
    guard let video else { return true }
    count += 1
    try layout.emit(
      cell,
      Observation(
        subject: .post(video), account: input.account(.youtube), metric: .retentionPercent, scope: .lifetime,
        asOf: input.hints.receivedOn, dimensions: key.dimensions, value: .withheld, row: line), output)
    return true
  }
}
