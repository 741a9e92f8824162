import Records

/// A table of numbers that staff typed in from screens, for what no export is read of (TikTok, Facebook, screenshots).
///
/// They are records of their own and never meet the numbers of exports. A row without the person who typed it or
/// without what shows it is refused: nobody could check it.
struct FiguresByHand: ExportFormat {
  let id = "figures-by-hand"
  let title = "Figures typed in by hand"
  let neededColumns = ["Platform", "Period", "Metric", "Value", "Entered by", "Evidence"]

  func score(_ probe: Probe) -> Int {
    let columns = HandColumn.columns(probe.table.header)
    let isWhole = HandColumn.needed.allSatisfy { columns.contains($0) }
    return isWhole ? 92 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = input.probe.table
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: sketch.dialect.summary, scope: .period,
        account: input.hints.account))
    guard let header = sketch.rows.first else { return }
    let rows = HandRows(header: header, columns: HandColumn.columns(sketch.header), output: output)
    let table = input.table()
    var count = 0
    var isForm = false
    while try table.nextRow(header, allowsShort: true, output) {
      if table.isExample {
        isForm = true
        continue
      }
      guard let figure = try rows.figure(table) else { continue }
      count += 1
      try output.handFigure(figure)
    }
    if count > 0 { return }
    if isForm { output.emptyForm() } else { try output.problem(.nothingRead("figures")) }
  }
}

/// Reads the rows of a table of figures by hand.
private struct HandRows {
  let header: TableSketch.Row
  let columns: [HandColumn?]
  let output: RecordOutput

  private func cell(_ column: HandColumn, _ table: TableReader) -> Bytes {
    columns.firstIndex(of: column).map { table[$0].trimmed() } ?? Bytes(start: nil, count: 0)
  }

  func figure(_ table: TableReader) throws -> HandFigure? {
    let texts = try HandColumn.needed.map { try words($0, table) }
    guard !texts.contains(nil) else { return nil }
    guard let platform = HandColumn.platform(cell(.platform, table)) else {
      return try refuse(.platform, table, "YouTube, Instagram, TikTok, Facebook or Telegram")
    }
    guard let metric = HandColumn.metric(cell(.metric, table)) else {
      return try refuse(.metric, table, "a metric such as views, reach, likes, comments, followers")
    }
    guard let period = PeriodParser.period(cell(.period, table)) else {
      return try refuse(.period, table, "a month or two dates, such as 2026-10 or 01.10.2026–31.10.2026")
    }
    let value = NumberParser().parse(cell(.value, table), as: metric.isCount ? .count : .decimal)
    guard value.isNumber else { return try refuse(.value, table, "a number") }
    let creator = cell(.creator, table)
    return HandFigure(
      creator: creator.isEmpty ? nil : creator.string, platform: platform, period: period, metric: metric, value: value,
      enteredBy: cell(.enteredBy, table).string, evidence: cell(.evidence, table).string, row: table.line)
  }

  /// The words of a cell that must not be blank; nil where it is, which is reported.
  private func words(_ column: HandColumn, _ table: TableReader) throws -> String? {
    let cell = cell(column, table)
    guard cell.isEmpty else { return cell.string }
    _ = try refuse(column, table, "a value in each of the columns")
    return nil
  }

  private func refuse(_ column: HandColumn, _ table: TableReader, _ expected: String) throws -> HandFigure? {
    let cell = cell(column, table)
    try output.problem(
      Problem(
        "hand.unclear", .rowRefused, line: table.line,
        column: columns.firstIndex(of: column).map { header.cells[$0] },
        found: cell.isEmpty ? "nothing" : Problem.shape(of: cell), expected: expected,
        remedy: "Correct the row and hand the file in again."))
    return nil
  }
}

extension Reported {
  fileprivate var isNumber: Bool {
    switch self {
    case .known, .approximate: true
    default: false
    }
  }
}

extension Metric {
  /// Whether it counts something; others are shares, hours, seconds or means.
  fileprivate var isCount: Bool {
    switch self {
    case .watchHours, .averageViewSeconds, .averagePercentageViewed, .clickThroughPercent, .stayedPercent,
      .likeRatioPercent, .viewsPerViewer:
      false
    default: true
    }
  }
}
