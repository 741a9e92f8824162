import Records

/// A table of comments, one a row, as tools write them or people keep them in Excel: found by the names of
/// its columns.
struct CommentTable: ExportFormat {
  let id = "comment-table"
  let title = "Table of comments (CSV)"
  let neededColumns = ["Text", "Author", "Date"]

  /// Preamble rows before the header, as some tools write them.
  private static let headerLimit = 8

  func score(_ probe: Probe) -> Int {
    guard let index = CommentTable.headerIndex(probe.table) else { return 0 }
    return index == 0 ? 50 : 40
  }

  fileprivate static func headerIndex(_ sketch: TableSketch) -> Int? {
    sketch.rows.prefix(headerLimit).firstIndex {
      CommentColumn.isHeader(CommentColumn.columns($0.cells.map(HeaderName.normalised)))
    }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = input.probe.table
    let rows = CommentRows(input, headerIndex: CommentTable.headerIndex(sketch) ?? 0, output)
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: sketch.dialect.summary,
        interfaceLanguage: rows.isCyrillic ? "ru" : "en", account: rows.account))
    try rows.read(input.table())
  }
}

/// One reading of a table of comments. This is the path that millions of rows take.
private final class CommentRows {
  let account: AccountHint
  let isCyrillic: Bool

  private let header: TableSketch.Row
  private let output: RecordOutput
  private let places: Places
  private let order: DateOrder
  private let mark: DecimalMark
  private var clock: RelativeClock
  private let filePost: String?
  private let creator: Set<String>

  /// Where the columns are; -1 stands for a column that is not there.
  private struct Places {
    var text, author, authorID, date, likes, id, parent, post, link: Int

    init(_ columns: [CommentColumn?]) {
      func place(_ column: CommentColumn) -> Int { columns.firstIndex(of: column) ?? -1 }
      text = place(.text)
      author = place(.author)
      authorID = place(.authorID)
      date = place(.date)
      likes = place(.likes)
      id = place(.id)
      parent = place(.parent)
      post = place(.post)
      link = place(.link)
    }
  }

  init(_ input: FormatInput, headerIndex: Int, _ output: RecordOutput) {
    let rows = input.probe.table.rows
    header = rows.indices.contains(headerIndex) ? rows[headerIndex] : TableSketch.Row(line: 1, cells: [])
    let places = Places(CommentColumn.columns(header.cells.map(HeaderName.normalised)))
    self.places = places
    self.output = output
    let data = rows.dropFirst(headerIndex + 1)
    func cells(_ place: Int) -> [String] {
      place < 0 ? [] : data.compactMap { place < $0.cells.count ? $0.cells[place] : nil }
    }
    isCyrillic = header.cells.contains { $0.unicodeScalars.contains { ("\u{410}"..."\u{44F}").contains($0) } }
    order = DateOrder.vote(cells(places.date)) ?? (isCyrillic ? .dayFirst : .monthFirst)
    mark = DecimalMark.vote(cells(places.likes))
    clock = RelativeClock(before: input.hints.receivedOn)
    filePost = PostFileName(input.probe.name).postID
    let platform = CommentRows.platform(cells(places.id) + cells(places.post) + cells(places.link))
    account = input.account(input.hints.account.platform ?? platform)
    let names = [account.externalID, account.username, account.displayName].compactMap(\.self)
    creator = Set(names.map(\.withoutAt))
  }

  /// Ids of comments and links tell the platform.
  private static func platform(_ cells: [String]) -> Platform? {
    for cell in cells {
      let found: Platform? = cell.withBytes { bytes in
        if bytes.starts(with: "Ug"), bytes.count >= 20 || Identifier.video(bytes) != nil { return .youtube }
        if Identifier.video(bytes) != nil { return .youtube }
        return bytes.holds("instagram.com/") ? .instagram : nil
      }
      if let found { return found }
    }
    return nil
  }

  func read(_ table: TableReader) throws {
    var count = 0
    while try table.nextRow(header, allowsShort: true, output) {
      let text = table[places.text]
      if text.trimmed().isEmpty {
        try output.problem(CommentFields.noText(line: table.line))
        continue
      }
      count += 1
      try output.comment(comment(text, table))
    }
    if count == 0 { try output.problem(.nothingRead("comments")) }
  }

  private func comment(_ text: Bytes, _ table: TableReader) throws -> RawComment {
    let author = string(places.authorID, table) ?? string(places.author, table)
    let post = post(table)
    var comment = RawComment(
      id: string(places.id, table), parentID: string(places.parent, table), postID: post.id, account: account,
      author: author, text: text.string, row: table.line)
    if let platform = post.platform { comment.account.platform = platform }
    if let author, !creator.isEmpty { comment.authorIsCreator = creator.contains(author.withoutAt) }
    if places.likes >= 0 { comment.likes = CommentFields.likes(table[places.likes], mark: mark) }
    if places.date >= 0 { try setTime(&comment, table[places.date], table) }
    return comment
  }

  private func string(_ place: Int, _ table: TableReader) -> String? {
    guard place >= 0 else { return nil }
    let cell = table[place].trimmed()
    return cell.isEmpty ? nil : cell.string
  }

  private func setTime(_ comment: inout RawComment, _ cell: Bytes, _ table: TableReader) throws {
    if let (instant, precision) = DateParser.instant(cell, order: order) {
      comment.publishedAt = instant
      comment.publishedPrecision = precision
    } else if let instant = clock.instant(cell) {
      comment.publishedAt = instant
      comment.publishedPrecision = .estimate
    } else if !MissingMark.isMissing(cell.trimmed()) {
      try output.problem(.unreadableDate(line: table.line, column: header.cells[places.date], cell: cell))
    }
  }

  /// The post of a row, and the platform where a link tells it: its own column, else a link, else the file's name.
  private func post(_ table: TableReader) -> (id: String?, platform: Platform?) {
    if places.post >= 0 {
      let cell = table[places.post].trimmed()
      if Identifier.isToken(cell) { return (cell.string, nil) }
      if let linked = linkedPost(cell) { return linked }
    }
    if places.link >= 0, let linked = linkedPost(table[places.link]) { return linked }
    return (filePost, nil)
  }

  /// Short codes of Instagram look like video ids: only the link around one tells them apart.
  private func linkedPost(_ cell: Bytes) -> (id: String?, platform: Platform?)? {
    if let id = Identifier.shortcode(cell) { return (id, .instagram) }
    return Identifier.video(cell).map { ($0, nil) }
  }
}
