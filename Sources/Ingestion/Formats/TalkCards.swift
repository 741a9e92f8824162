import Records

/// A table of talk cards: what staff say of each talk, apart from what was found in it.
struct TalkCards: ExportFormat {
  let id = "talk-card"
  let title = "Talk cards"
  let neededColumns = ["Post ID", "Declared themes", "Target group", "Campaign", "Boosted", "Summary"]

  func score(_ probe: Probe) -> Int {
    let columns = TalkCardColumn.columns(probe.table.header)
    let namesTalk = columns.contains(.post) || columns.contains(.link) || columns.contains(.title)
    let others = [TalkCardColumn.targetGroup, .campaign, .boosted, .summary].count { columns.contains($0) }
    return namesTalk && columns.contains(.themes) && others >= 2 ? 92 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = input.probe.table
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: sketch.dialect.summary, account: input.hints.account))
    guard let header = sketch.rows.first else { return }
    let columns = TalkCardColumn.columns(sketch.header)
    let rows = TalkCardRows(header: header, columns: columns, account: input.hints.account, output: output)
    let table = input.table()
    var count = 0
    var isForm = false
    while try table.nextRow(header, allowsShort: true, output) {
      if table.isExample {
        isForm = true
        continue
      }
      guard let card = try rows.card(table) else { continue }
      count += 1
      try output.talkCard(card)
    }
    if count > 0 { return }
    if isForm { output.emptyForm() } else { try output.problem(.nothingRead("talk cards")) }
  }
}

/// Reads the rows of a table of talk cards.
private struct TalkCardRows {
  private static let themeLimit = 20

  let header: TableSketch.Row
  let columns: [TalkCardColumn?]
  let account: AccountHint
  let output: RecordOutput

  private func cell(_ column: TalkCardColumn, _ table: TableReader) -> Bytes {
    columns.firstIndex(of: column).map { table[$0].trimmed() } ?? Bytes(start: nil, count: 0)
  }

  private func text(_ column: TalkCardColumn, _ table: TableReader) -> String? {
    let cell = cell(column, table)
    return cell.isEmpty ? nil : cell.string
  }

  func card(_ table: TableReader) throws -> TalkCard? {
    guard let (talk, platform) = talk(table) else { return try refuseTalk(table) }
    var account = account
    account.platform = platform ?? account.platform
    let card = TalkCard(
      talk: talk, account: account, themes: themes(table), targetGroup: text(.targetGroup, table),
      campaign: text(.campaign, table), isBoosted: try boosted(table), summary: text(.summary, table), row: table.line)
    guard card.themes.isEmpty, card.targetGroup == nil, card.campaign == nil, card.isBoosted == nil, card.summary == nil
    else { return card }
    return try refuse(table, "a talk about which nothing is said", "at least its themes")
  }

  /// The talk by its id, its link, or its title and day.
  private func talk(_ table: TableReader) -> (TalkCard.Talk, Platform?)? {
    let id = cell(.post, table)
    for cell in [cell(.link, table), id] {
      if let video = Identifier.video(cell) { return (.id(video), .youtube) }
      if let code = Identifier.shortcode(cell) { return (.id(code), .instagram) }
    }
    if Identifier.isVideo(id) { return (.id(id.string), nil) }
    if (5...64).contains(id.count), Identifier.isToken(id) { return (.id(id.string), nil) }
    guard id.isEmpty, let title = text(.title, table),
      let day = DateParser.civil(cell(.date, table), order: .dayFirst)?.day
    else { return nil }
    return (.titled(title, on: day), nil)
  }

  private func themes(_ table: TableReader) -> [String] {
    cell(.themes, table).split { $0 == ASCII.semicolon || $0 == ASCII.comma || $0 == ASCII.lineFeed }
      .map { Bytes(rebasing: $0).trimmed().string }.filter { !$0.isEmpty }.prefix(TalkCardRows.themeLimit)
      .map { String($0.unicodeScalars.prefix(100)) }
  }

  private func boosted(_ table: TableReader) throws -> Bool? {
    let cell = cell(.boosted, table)
    guard !cell.isEmpty else { return nil }
    if let value = YesNo.value(cell) { return value }
    try output.problem(
      Problem(
        "card.boosted-unclear", .note, line: table.line, column: column(.boosted), found: Problem.shape(of: cell),
        expected: "yes or no", remedy: "It counts as not said: correct the cell and hand the file in again."))
    return nil
  }

  private func column(_ column: TalkCardColumn) -> String? { columns.firstIndex(of: column).map { header.cells[$0] } }

  private func refuseTalk(_ table: TableReader) throws -> TalkCard? {
    let id = cell(.post, table)
    let isSpoilt = Identifier.isScientific(id)
    return try refuse(
      table, isSpoilt ? "an id that Excel turned into a number" : "no talk",
      "an id, a link, or a title with the day of its publication")
  }

  private func refuse(_ table: TableReader, _ found: String, _ expected: String) throws -> TalkCard? {
    try output.problem(
      Problem(
        "card.unclear", .rowRefused, line: table.line, found: found, expected: expected,
        remedy: "Correct the row and hand the file in again."))
    return nil
  }
}
