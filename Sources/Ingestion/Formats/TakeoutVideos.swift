import Records

/// Google Takeout, `video metadata/videos.csv`: the channel's videos with titles, lengths and times. No number of views
/// stands anywhere in Takeout.
///
/// Quirks: lengths are rounded milliseconds; private videos are listed too, and left out, since nobody saw them. (For
/// the same reason `video texts.csv` is not read: it does not say which videos are private.)
struct TakeoutVideos: ExportFormat {
  let id = "google-takeout-videos"
  let title = "Google Takeout: videos of the channel"
  let neededColumns = ["Video ID", "Approx Duration (ms)", "Video Title (Original)"]

  func score(_ probe: Probe) -> Int { TakeoutTable.videos(probe.table) == nil ? 0 : 90 }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = input.probe.table
    guard let columns = TakeoutTable.videos(sketch), let header = sketch.rows.first else { return }
    let account = input.account(.youtube)
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: sketch.dialect.summary, account: account))
    let table = input.table()
    var hidden = 0
    var count = 0
    while try table.nextRow(header, allowsShort: true, output) {
      if table.isUnfinished { try output.problem(.unfinishedLine(line: table.line)) }
      guard Identifier.isVideo(columns.cell(.video, table)) else {
        try output.problem(
          .studioKey(columns.cell(.video, table), line: table.line, column: nil, expected: "a video id"))
        continue
      }
      if TakeoutVideos.isPrivate(columns.cell(.privacy, table)) {
        hidden += 1
        continue
      }
      count += 1
      try output.post(sighting(columns, header, account, table, output))
    }
    if hidden > 0 { try output.problem(TakeoutVideos.privateVideos(hidden)) }
    if count == 0 { try output.problem(.nothingRead("public videos")) }
  }

  private func sighting(
    _ columns: TakeoutTable, _ header: TableSketch.Row, _ account: AccountHint, _ table: TableReader,
    _ output: RecordOutput
  ) throws -> PostSighting {
    var post = PostSighting(externalID: columns.cell(.video, table).string, account: account, row: table.line)
    post.account.externalID = columns.text(.channel, table) ?? account.externalID
    post.title = columns.text(.title, table)
    post.description = columns.text(.description, table)
    if let milliseconds = columns.cell(.milliseconds, table).decimal {
      post.durationSeconds = (milliseconds + 500) / 1_000
    }
    let stamp = columns.cell(.published, table)
    if let (instant, precision) = DateParser.instant(stamp, order: .dayFirst) {
      post.publishedAt = instant
      post.publishedPrecision = precision
    } else if !MissingMark.isMissing(stamp), let place = columns.places[.published] {
      try output.problem(.unreadableDate(line: table.line, column: header.cells[place], cell: stamp))
    }
    return post
  }

  private static func isPrivate(_ cell: Bytes) -> Bool {
    ["private", "privat", "закрытый доступ", "ограниченный доступ"].contains(HeaderName.normalised(cell.string))
  }

  private static func privateVideos(_ count: Int) -> Problem {
    Problem(
      "takeout.private-videos", .note, found: "private videos: \(count)", expected: "videos that people can see",
      remedy: "They were left out; nothing needs to be done.")
  }
}
