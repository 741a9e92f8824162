import Records

/// Google Takeout, `comments/comments.csv`: the comments that the owner of the account wrote, never the audience's.
/// They matter as answers under the owner's own videos; those under videos of others are nobody's business here.
///
/// Quirks: three orders of columns since 2023; names in the account's language; texts in pieces of JSON, with raw line
/// breaks in them; a comment on a community post has a post's id in the place of the video's.
struct TakeoutComments: ExportFormat {
  let id = "google-takeout-comments"
  let title = "Google Takeout: own comments"
  let neededColumns = ["Comment ID", "Comment create timestamp", "Video ID", "Comment text"]

  func score(_ probe: Probe) -> Int { TakeoutTable.comments(probe.table) == nil ? 0 : 90 }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = input.probe.table
    guard let columns = TakeoutTable.comments(sketch), let header = sketch.rows.first else { return }
    var account = input.account(.youtube)
    account.externalID = account.externalID ?? sketch.channel(columns)
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: sketch.dialect.summary, account: account))
    let table = input.table()
    var count = 0
    while try table.nextRow(header, allowsShort: true, output) {
      if table.isUnfinished { try output.problem(.unfinishedLine(line: table.line)) }
      guard let text = TakeoutText.plain(columns.cell(.text, table)) else {
        try output.problem(TakeoutComments.brokenText(table.line))
        continue
      }
      guard !text.utf8.allSatisfy(ASCII.isBlank) else {
        try output.problem(CommentFields.noText(line: table.line))
        continue
      }
      count += 1
      try output.comment(comment(text, columns, header, account, table, output))
    }
    if count == 0 { try output.problem(.nothingRead("comments")) }
  }

  private func comment(
    _ text: String, _ columns: TakeoutTable, _ header: TableSketch.Row, _ account: AccountHint, _ table: TableReader,
    _ output: RecordOutput
  ) throws -> RawComment {
    var comment = RawComment(
      id: columns.text(.comment, table), parentID: columns.text(.parent, table) ?? columns.text(.topLevel, table),
      postID: columns.text(.video, table) ?? columns.text(.post, table), account: account,
      author: columns.text(.channel, table) ?? account.externalID, authorIsCreator: true, text: text, row: table.line)
    comment.needsKnownPost = true
    let stamp = columns.cell(.created, table)
    if let (instant, precision) = DateParser.instant(stamp, order: .dayFirst) {
      comment.publishedAt = instant
      comment.publishedPrecision = precision
    } else if !MissingMark.isMissing(stamp), let place = columns.places[.created] {
      try output.problem(.unreadableDate(line: table.line, column: header.cells[place], cell: stamp))
    }
    return comment
  }

  private static func brokenText(_ line: Int) -> Problem {
    Problem(
      "takeout.broken-text", .rowRefused, line: line, found: "a text in pieces that cannot be put together",
      expected: "pieces as Takeout writes them", remedy: "Hand in the file as downloaded, not a copy saved by Excel.")
  }
}

extension TableSketch {
  /// The channel's id in the first rows.
  fileprivate func channel(_ columns: TakeoutTable) -> String? {
    guard let place = columns.places[.channel] else { return nil }
    return rows.dropFirst().lazy.compactMap { row in
      place < row.cells.count && !row.cells[place].isEmpty ? row.cells[place] : nil
    }.first
  }
}
