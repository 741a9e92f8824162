import Records

/// Reads the columns that Studio tables share.
struct StudioColumns {
  /// A metric column that is read.
  struct MetricColumn {
    var index: Int
    var metric: Metric
    var unit: StudioUnit
    /// For decimals: undoes what Excel makes of them.
    var repair: ExcelDecimal?
  }

  let header: TableSketch.Row
  let columns: [StudioColumn?]
  let metrics: [MetricColumn]
  let language: String?
  private let numbers: NumberParser
  private let order: DateOrder

  /// - Parameter probe: of a file with at least one row.
  init(_ probe: Probe) {
    let sketch = probe.table
    header = sketch.rows.first ?? TableSketch.Row(line: 1, cells: [])
    let names = sketch.header
    let columns = StudioColumn.columns(names)
    self.columns = columns
    language = StudioColumn.language(names)
    var metrics: [MetricColumn] = []
    for (index, column) in columns.enumerated() {
      guard case .metric(let metric, let unit) = column else { continue }
      if !metrics.contains(where: { $0.metric == metric }) {
        let column = sketch.rows.dropFirst().compactMap { index < $0.cells.count ? $0.cells[index] : nil }
        let repair = unit == .decimal || unit == .minutes ? ExcelDecimal(column) : nil
        metrics.append(MetricColumn(index: index, metric: metric, unit: unit, repair: repair))
      }
    }
    self.metrics = metrics
    let cells = sketch.rows.dropFirst().flatMap { row in
      metrics.filter { $0.unit != .clock && $0.index < row.cells.count }.map { row.cells[$0.index] }
    }
    numbers = NumberParser(mark: DecimalMark.vote(cells), missing: .withheld)
    let dates = columns.indices.filter { columns[$0] == .published || columns[$0] == .date }
    let dateCells = sketch.rows.dropFirst().flatMap { row in
      dates.filter { $0 < row.cells.count }.map { row.cells[$0] }
    }
    order = DateOrder.vote(dateCells) ?? .monthFirst
  }

  /// The column's place; nil where the table lacks it.
  func index(_ column: StudioColumn) -> Int? { columns.firstIndex(of: column) }

  /// Reports columns that were left out, once a file.
  func reportColumns(_ output: RecordOutput) throws {
    let unknown = columns.indices.filter { columns[$0] == nil }.map { header.cells[$0] }
    if !unknown.isEmpty { try output.problem(.unknownColumns(unknown)) }
    let repeated = columns.indices.filter { index in
      guard let column = columns[index], column != .ignored else { return false }
      if case .metric(let metric, _) = column { return !metrics.contains { $0.index == index } && !isAlias(metric) }
      return columns[..<index].contains(column)
    }
    if !repeated.isEmpty { try output.problem(.repeatedColumns(repeated.map { header.cells[$0] })) }
  }

  /// Watch time may stand in hours and in minutes: that is no mistake.
  private func isAlias(_ metric: Metric) -> Bool { metric == .watchHours }

  /// The number in a metric's cell; what cannot be read is reported.
  func value(_ column: MetricColumn, _ table: TableReader, _ output: RecordOutput) throws -> Reported<Double> {
    let cell = table[column.index]
    let repaired = column.repair?.value(cell)
    if case .known = repaired {
      try output.problem(.decimalFromDate(line: table.line, column: header.cells[column.index], cell: cell))
    }
    let value = repaired ?? (column.unit == .clock ? clock(cell) : numbers.parse(cell, as: column.unit.kind))
    if case .unreadable = value {
      try output.problem(
        .unreadableNumber(line: table.line, column: header.cells[column.index], cell: cell))
    }
    guard column.unit == .minutes else { return value }
    switch value {
    case .known(let minutes): return .known(minutes / 60)
    case .approximate(let minutes): return .approximate(minutes / 60)
    default: return value
    }
  }

  private func clock(_ cell: Bytes) -> Reported<Double> {
    let body = cell.trimmed()
    if MissingMark.isMissing(body) { return .withheld }
    return DurationParser.clock(body).map(Reported.known)
      ?? .unreadable(body.part(0..<min(60, body.count)).string)
  }

  /// The day that a cell states; nil if it is none.
  func plainDay(_ cell: Bytes) -> Day? { DateParser.civil(cell, order: order)?.day }

  /// A date in a cell; nil where it is blank, and where it cannot be read, which is reported.
  func day(_ index: Int, _ table: TableReader, _ output: RecordOutput) throws -> Day? {
    let cell = table[index].trimmed()
    if MissingMark.isMissing(cell) { return nil }
    guard let day = plainDay(cell) else {
      try output.problem(.unreadableDate(line: table.line, column: header.cells[index], cell: cell))
      return nil
    }
    return day
  }

  /// What a row says of its video, apart from numbers.
  func sighting(
    _ id: String, _ account: AccountHint, _ table: TableReader, _ output: RecordOutput
  ) throws -> PostSighting {
    var post = PostSighting(externalID: id, account: account, row: table.line)
    post.title = index(.title).map { table[$0].string }.flatMap { $0.isEmpty ? nil : $0 }
    if let index = index(.published), let day = try day(index, table, output) {
      post.publishedAt = Instant(day: day, secondOfDay: 0)
      post.publishedPrecision = .day
    }
    if let index = index(.duration) {
      let cell = table[index].trimmed()
      post.durationSeconds = DurationParser.seconds(cell).map { Int($0.rounded()) }
      if post.durationSeconds == nil, !MissingMark.isMissing(cell) {
        try output.problem(.unreadableNumber(line: table.line, column: header.cells[index], cell: cell))
      }
    }
    return post
  }

  /// Whether a row stands for the whole: its first cell is no key and its other texts are empty.
  func isTotal(_ table: TableReader) -> Bool {
    columns.indices.dropFirst().allSatisfy { index in
      switch columns[index] {
      case .title, .published, .duration, .content, .date, .geography: table[index].trimmed().isEmpty
      default: true
      }
    }
  }
}
