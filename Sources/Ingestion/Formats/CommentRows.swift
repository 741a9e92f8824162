import Records

/// One reading of a table of comments. This is the path that millions of rows take.
final class CommentRows {
  private let account: AccountHint
  private let language: String
  private let input: FormatInput
  private let header: TableSketch.Row
  private let output: RecordOutput
  private let places: Places
  private let order: DateOrder
  private let mark: DecimalMark
  private var clock: RelativeClock
  private let filePost: String?
  private let creator: Set<String>
  /// Whether a spreadsheet rounded all ids: their last digits are 0.
  private let hasRoundedIDs: Bool

  /// Where the columns are; -1 stands for a column that is not there.
  private struct Places {
    var text, author, authorID, date, likes, id, parent, post, link, source, isCreator: Int

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
      source = place(.source)
      isCreator = place(.isCreator)
    }
  }

  init(_ input: FormatInput, _ layout: CommentLayout, _ output: RecordOutput) {
    let places = Places(layout.columns)
    self.places = places
    self.output = output
    self.input = input
    header = layout.header
    let data = input.probe.table.rows.dropFirst(layout.headerIndex + 1)
    func cells(_ place: Int) -> [String] {
      place < 0 ? [] : data.compactMap { place < $0.cells.count ? $0.cells[place] : nil }
    }
    language = CommentColumn.language(header.cells.map(HeaderName.normalised))
    order = DateOrder.vote(cells(places.date)) ?? layout.order ?? (language == "en" ? .monthFirst : .dayFirst)
    mark = DecimalMark.vote(cells(places.likes))
    clock = RelativeClock(before: input.hints.receivedOn)
    filePost = layout.postID ?? PostFileName(input.probe.name).postID
    let ids = cells(places.id).filter { !$0.isEmpty }
    hasRoundedIDs = ids.count > 1 && ids.allSatisfy { $0.withBytes { Identifier.isRounded($0.trimmed()) } }
    let shapes = cells(places.id) + cells(places.post) + cells(places.link) + cells(places.source)
    account = input.account(input.hints.account.platform ?? layout.platform ?? CommentRows.platform(shapes))
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

  /// Tells the output what the file is, then gives it each comment.
  func read(as format: String, _ table: TableReader) throws {
    try output.begin(
      SourceDescription(
        format: format, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary,
        interfaceLanguage: language, account: account))
    if let column = header.cells.first(where: CommentRows.isReply) {
      try output.problem(CommentFields.nestedReplies(column))
    }
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

  /// A column such as `replies/0/text`, in which a table that was made flat keeps what answers a comment.
  private static func isReply(_ name: String) -> Bool {
    name.withBytes { ($0.starts(with: "replies/") || $0.starts(with: "replies.")) && $0.ends(with: "text") }
  }

  private func comment(_ text: Bytes, _ table: TableReader) throws -> RawComment {
    let author = string(places.authorID, table) ?? string(places.author, table)
    let post = post(table)
    var comment = RawComment(
      id: try commentID(places.id, table), parentID: try commentID(places.parent, table), postID: post.id,
      account: account,
      author: author, text: text.string, row: table.line)
    if let platform = post.platform { comment.account.platform = platform }
    if places.source >= 0, let link = CommentLink(table[places.source]) { complete(&comment, link) }
    if let author, !creator.isEmpty { comment.authorIsCreator = creator.contains(author.withoutAt) }
    if places.isCreator >= 0, CommentFields.isYes(table[places.isCreator]) { comment.authorIsCreator = true }
    if places.likes >= 0 { comment.likes = CommentFields.likes(table[places.likes], mark: mark) }
    if places.date >= 0 { try setTime(&comment, table[places.date], table) }
    return comment
  }

  /// Adds what the link to a comment tells and the columns do not.
  private func complete(_ comment: inout RawComment, _ link: CommentLink) {
    comment.id = comment.id ?? link.commentID
    comment.parentID = comment.parentID ?? link.parentID
    comment.postID = comment.postID ?? link.postID
    comment.account.platform = link.platform ?? comment.account.platform
  }

  private func string(_ place: Int, _ table: TableReader) -> String? {
    guard place >= 0 else { return nil }
    let cell = table[place].trimmed()
    return cell.isEmpty ? nil : cell.string
  }

  /// An id that a platform gave; nil where a spreadsheet spoilt it.
  private func commentID(_ place: Int, _ table: TableReader) throws -> String? {
    guard place >= 0 else { return nil }
    let cell = table[place].trimmed()
    if cell.isEmpty { return nil }
    let isSpoilt = Identifier.isScientific(cell) || (hasRoundedIDs && Identifier.isRounded(cell))
    if isSpoilt { try output.problem(CommentFields.spoiltID(line: table.line, column: header.cells[place])) }
    return isSpoilt || !CommentFields.isPlatformID(cell) ? nil : cell.string
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
