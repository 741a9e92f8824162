import Records

/// Meta Business Suite, Insights, content export of an Instagram account: one row a post, reel or story, with
/// numbers of its whole life; or one row a post and day.
///
/// Quirks: the order of the metrics changes from month to month; times are US Pacific, month first, whatever
/// the language; `Date` says "Lifetime" in the interface's language; some rows hold an error of Meta's instead
/// of a post, others a part of a post's numbers, named by `Data comment`; rows come twice; blank is "not
/// available".
struct MetaContent: ExportFormat {
  let id = "meta-content"
  let title = "Meta Business Suite content"
  let neededColumns = ["Post ID", "Account ID", "Publish time", "Permalink"]

  func score(_ probe: Probe) -> Int {
    let columns = MetaColumn.columns(probe.table.header)
    guard columns.contains(.postID), columns.contains(.accountID) || columns.contains(.username) else { return 0 }
    let metrics = columns.count { if case .metric = $0 { true } else { false } }
    return metrics > 0 && (columns.contains(.permalink) || columns.contains(.published)) ? 90 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = input.probe.table
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: sketch.dialect.summary,
        interfaceLanguage: MetaColumn.language(sketch.header), scope: MetaDays.scope(sketch), period: input.period,
        account: input.account(.instagram)))
    let rows = MetaRows(input, output)
    try rows.reportColumns()
    try rows.read(input.table())
  }
}

/// One reading of a content export.
private final class MetaRows {
  private let header: TableSketch.Row
  private let columns: [MetaColumn?]
  private let metrics: [(index: Int, metric: Metric)]
  private let account: AccountHint
  private let asOf: Day
  private let times: MetaTimes
  private let numbers: NumberParser
  private let output: RecordOutput
  /// Whether a spreadsheet rounded the ids of the posts.
  private let hasRoundedIDs: Bool
  private var seen: Set<Statement> = []
  private var hasStrangeDays = false

  /// What a row is about; a second row about the same is a repetition.
  private struct Statement: Hashable {
    var post: String
    var day: Day?
  }

  /// Rows that are compared with all later ones; no export of one account is longer.
  private static let seenLimit = 100_000

  init(_ input: FormatInput, _ output: RecordOutput) {
    let sketch = input.probe.table
    let columns = MetaColumn.columns(sketch.header)
    self.output = output
    self.columns = columns
    header = sketch.rows.first ?? TableSketch.Row(line: 1, cells: [])
    var metrics: [(index: Int, metric: Metric)] = []
    for (index, column) in columns.enumerated() {
      guard case .metric(let metric) = column, !metrics.contains(where: { $0.metric == metric }) else { continue }
      metrics.append((index, metric))
    }
    self.metrics = metrics
    account = input.account(.instagram)
    asOf = input.takenOn
    func cells(_ indices: [Int]) -> [String] {
      sketch.rows.dropFirst().flatMap { row in indices.filter { $0 < row.cells.count }.map { row.cells[$0] } }
    }
    times = MetaTimes(
      cells(columns.indices.filter { columns[$0] == .published }), period: ExportName.period(input.hints.names))
    numbers = NumberParser(mark: DecimalMark.vote(cells(metrics.map(\.index))), missing: .notInExport)
    let ids = cells(columns.indices.filter { columns[$0] == .postID }).filter { !$0.isEmpty }
    hasRoundedIDs = ids.count >= 3 && ids.allSatisfy { $0.withBytes { Identifier.isRounded($0.trimmed()) } }
  }

  func reportColumns() throws {
    let unknown = columns.indices.filter { columns[$0] == nil }.map { header.cells[$0] }
    if !unknown.isEmpty { try output.problem(.unknownColumns(unknown)) }
    let repeated = columns.indices.filter { index in
      columns[index].map { columns[..<index].contains($0) } ?? false
    }
    if times.areSwapped { try output.problem(.swappedDates()) }
    if times.isUnsure { try output.problem(MetaTimes.unsure(column: column(.published) ?? "")) }
    if !repeated.isEmpty { try output.problem(.repeatedColumns(repeated.map { header.cells[$0] })) }
  }

  func read(_ table: TableReader) throws {
    while try table.nextRow(header, output) {
      if table.isUnfinished { try output.problem(.unfinishedLine(line: table.line)) }
      try readRow(table)
    }
  }

  private func readRow(_ table: TableReader) throws {
    let remark = cell(.dataComment, table).trimmed()
    let key = cell(.postID, table).trimmed()
    if key.isEmpty || (!remark.isEmpty && metrics.allSatisfy { table[$0.index].trimmed().isEmpty }) {
      return try output.problem(MetaDays.errorRow(line: table.line))
    }
    guard let id = try postID(key, table) else { return }
    let day = try day(table)
    guard try isNew(Statement(post: id, day: day), remark, table) else { return }
    let account = account(table)
    try output.post(sighting(id, account, table))
    guard MetaDays.isWhole(remark.string) else { return try output.problem(MetaDays.partRow(line: table.line)) }
    for (index, metric) in metrics {
      try output.observation(
        Observation(
          subject: .post(id), account: account, metric: metric, scope: day == nil ? .lifetime : .period,
          period: day.map { Period(from: $0, through: $0) }, asOf: day ?? asOf, value: number(index, table),
          row: table.line))
    }
  }

  /// Rows about parts of a post's numbers are told apart by their remark, so they repeat nothing.
  private func isNew(_ statement: Statement, _ remark: Bytes, _ table: TableReader) throws -> Bool {
    guard MetaDays.isWhole(remark.string), seen.count < MetaRows.seenLimit else { return true }
    if seen.insert(statement).inserted { return true }
    try output.problem(MetaDays.repeatedRow(line: table.line))
    return false
  }

  /// The day that a row's numbers are of; nil for those of a whole life.
  private func day(_ table: TableReader) throws -> Day? {
    let cell = cell(.date, table).trimmed()
    if let day = times.civil(cell)?.day { return day }
    if !hasStrangeDays, !MetaDays.isLifetime(cell.string) {
      hasStrangeDays = true
      try output.problem(MetaDays.strangeDays(line: table.line, column: column(.date)))
    }
    return nil
  }

  private func number(_ index: Int, _ table: TableReader) throws -> Reported<Double> {
    let value = numbers.parse(table[index], as: .count)
    if case .unreadable = value {
      try output.problem(.unreadableNumber(line: table.line, column: header.cells[index], cell: table[index]))
    }
    return value
  }

  private func cell(_ column: MetaColumn, _ table: TableReader) -> Bytes {
    columns.firstIndex(of: column).map { table[$0] } ?? Bytes(start: nil, count: 0)
  }

  private func text(_ column: MetaColumn, _ table: TableReader) -> String? {
    let cell = cell(column, table).trimmed()
    return cell.isEmpty ? nil : cell.string
  }

  /// The post's id; where a spreadsheet spoilt it, the short code of its link.
  private func postID(_ key: Bytes, _ table: TableReader) throws -> String? {
    let isSpoilt = Identifier.isScientific(key) || hasRoundedIDs
    if !isSpoilt, key.allSatisfy(ASCII.isDigit) { return key.string }
    let code = isSpoilt ? Identifier.shortcode(cell(.permalink, table)) : nil
    try output.problem(
      Problem(
        "id.spoilt", code == nil ? .rowRefused : .note, line: table.line, column: column(.postID),
        found: isSpoilt ? "an id that a spreadsheet rounded" : Problem.shape(of: key), expected: "17 or 18 digits",
        remedy: code == nil
          ? "Hand in the file as downloaded, not a copy saved by Excel."
          : "The post is known by its link instead; better hand in the file as downloaded."))
    return code
  }

  private func column(_ column: MetaColumn) -> String? {
    columns.firstIndex(of: column).map { header.cells[$0] }
  }

  private func account(_ table: TableReader) -> AccountHint {
    var account = account
    let id = cell(.accountID, table).trimmed()
    if !id.isEmpty, id.allSatisfy(ASCII.isDigit), !hasRoundedIDs { account.externalID = id.string }
    account.username = text(.username, table) ?? account.username
    account.displayName = text(.accountName, table) ?? account.displayName
    return account
  }

  private func sighting(_ id: String, _ account: AccountHint, _ table: TableReader) throws -> PostSighting {
    var post = PostSighting(externalID: id, account: account, row: table.line)
    post.kind = text(.postType, table).flatMap { PostKind(metaType: $0) }
    post.description = text(.caption, table)
    post.permalink = text(.permalink, table)
    let seconds = DurationParser.seconds(cell(.duration, table)).map { Int($0.rounded()) }
    // Pictures have 0.
    post.durationSeconds = seconds == 0 ? nil : seconds
    let time = cell(.published, table).trimmed()
    if let civil = times.civil(time) {
      post.publishedPrecision = civil.precision
      post.publishedAt =
        civil.offset == nil && civil.secondOfDay != nil
        ? MetaClock.instant(day: civil.day, secondOfDay: civil.secondOfDay ?? 0) : civil.instant
    } else if !MissingMark.isMissing(time) {
      try output.problem(.unreadableDate(line: table.line, column: column(.published) ?? "", cell: time))
    }
    return post
  }
}

extension PostKind {
  /// Meta's name of a kind of post, by its stem in English, Russian or Portuguese; nil if unknown.
  fileprivate init?(metaType: String) {
    let stems: [(String, PostKind)] = [
      ("reel", .reel), ("рилс", .reel), ("carousel", .carousel), ("карус", .carousel), ("кольцев", .carousel),
      ("carrossel", .carousel), ("story", .story), ("stories", .story), ("истор", .story), ("сторис", .story),
      ("história", .story), ("image", .image),
      ("photo", .image), ("фото", .image), ("изображ", .image), ("imagem", .image), ("video", .video),
      ("видео", .video), ("vídeo", .video),
    ]
    let name = metaType.lowercased()
    guard let kind = stems.first(where: { stem in name.withBytes { $0.holds(stem.0) } })?.1 else { return nil }
    self = kind
  }
}
