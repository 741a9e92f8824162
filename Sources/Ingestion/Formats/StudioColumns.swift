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
  /// Where columns that divide the numbers stand; each dimension once.
  let dimensions: [(index: Int, dimension: StudioDimension)]
  /// The line of the row that stands for the whole; nil if there is none.
  let totalLine: Int?
  private let isByShape: Bool
  private let unmapped: [Int]
  private let numbers: NumberParser
  private let order: DateOrder

  /// - Parameter probe: of a file with at least one row.
  init(_ probe: Probe) {
    let sketch = probe.table
    header = sketch.rows.first ?? TableSketch.Row(line: 1, cells: [])
    let resolved = probe.studioHeader
    let columns = resolved.columns
    self.columns = columns
    isByShape = resolved.isByShape
    unmapped = resolved.unmapped
    language = StudioNames.language(sketch.header)
    totalLine = probe.hasTotalRow(resolved) ? sketch.rows[1].line : nil
    let metrics = StudioColumns.metrics(columns, sketch)
    self.metrics = metrics
    dimensions = StudioColumns.dimensions(columns)
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

  private static func metrics(_ columns: [StudioColumn?], _ sketch: TableSketch) -> [MetricColumn] {
    var metrics: [MetricColumn] = []
    for (index, column) in columns.enumerated() {
      guard case .metric(let metric, let unit) = column else { continue }
      guard !metrics.contains(where: { $0.metric == metric }) else { continue }
      let cells = sketch.rows.dropFirst().compactMap { index < $0.cells.count ? $0.cells[index] : nil }
      let repair = unit == .decimal || unit == .minutes ? ExcelDecimal(cells) : nil
      metrics.append(MetricColumn(index: index, metric: metric, unit: unit, repair: repair))
    }
    return metrics
  }

  private static func dimensions(_ columns: [StudioColumn?]) -> [(index: Int, dimension: StudioDimension)] {
    var dimensions: [(index: Int, dimension: StudioDimension)] = []
    for (index, column) in columns.enumerated() {
      guard case .dimension(let dimension) = column else { continue }
      // Tables of cities may name the country twice.
      if !dimensions.contains(where: { $0.dimension == dimension }) { dimensions.append((index, dimension)) }
    }
    return dimensions
  }

  /// The column's place; nil where the table lacks it.
  func index(_ column: StudioColumn) -> Int? { columns.firstIndex(of: column) }

  /// The dimensions of a row, as text; nil if its first column holds no value of its dimension. Blank cells of
  /// other columns leave their dimension out.
  func dimensionText(_ table: TableReader) -> String? {
    var pairs: [(key: String, value: String)] = []
    for (index, dimension) in dimensions {
      guard let found = dimension.pairs(table[index]) else {
        if index == 0 { return nil }
        continue
      }
      pairs += found
    }
    return DimensionText.join(pairs)
  }

  /// Reports columns that were left out, once a file.
  /// - Returns: false if the file cannot be read before a person has said what its numbers are; that is reported.
  func areReadable(_ output: RecordOutput) throws -> Bool {
    if isByShape, !unmapped.isEmpty {
      try output.problem(.unmappedColumns(unmapped.map { header.cells[$0] }))
      return false
    }
    if metrics.isEmpty {
      try output.problem(.nothingRead("numbers that are needed"))
      return false
    }
    let unknown = columns.indices.filter { columns[$0] == nil }.map { header.cells[$0] }
    if !unknown.isEmpty { try output.problem(.unknownStudioColumns(unknown)) }
    let repeated = columns.indices.filter(isRepeated)
    if !repeated.isEmpty { try output.problem(.repeatedColumns(repeated.map { header.cells[$0] })) }
    return true
  }

  private func isRepeated(_ index: Int) -> Bool {
    guard let column = columns[index], column != .ignored else { return false }
    switch column {
    // Watch time may stand in hours and in minutes: that is no mistake.
    case .metric(let metric, _): return !metrics.contains { $0.index == index } && metric != .watchHours
    // Nor is a country that stands twice in a table of cities.
    case .dimension: return false
    default: return columns[..<index].contains(column)
    }
  }

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
    let (multiply, divide) = column.unit.factor
    switch value {
    case .known(let number): return .known(number * multiply / divide)
    case .approximate(let number): return .approximate(number * multiply / divide)
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
      case .title, .published, .duration, .content, .date, .dimension: table[index].trimmed().isEmpty
      default: true
      }
    }
  }
}
