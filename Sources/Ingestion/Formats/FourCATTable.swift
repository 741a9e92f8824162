import Records

/// 4CAT: posts and comments of Instagram or comments of YouTube as a table, one a row.
///
/// Quirks: a post is its own thread, a comment's thread is its post, and a reply's parent is a comment; -1 and blank
/// stand for what the site does not tell; times are UTC.
struct FourCATTable: ExportFormat {
  let id = "4cat"
  let title = "4CAT (CSV of Instagram or YouTube)"
  let neededColumns = ["id", "thread_id", "body", "author", "timestamp"]

  func score(_ probe: Probe) -> Int {
    let header = Set(probe.table.header)
    guard header.isSuperset(of: ["id", "thread_id", "body", "author", "timestamp"]) else { return 0 }
    return FourCATTable.platform(probe.table) == nil ? 0 : 80
  }

  /// Instagram has columns of its own; links tell YouTube. Other sites are none of ours.
  static func platform(_ sketch: TableSketch) -> Platform? {
    let header = Set(sketch.header)
    if header.contains("num_media") || header.contains("usertags") { return .instagram }
    for cell in sketch.rows.dropFirst().prefix(20).flatMap(\.cells) {
      let isInstagram = cell.withBytes { $0.starts(with: "http") && $0.holds("instagram.com/") }
      if isInstagram { return .instagram }
      if cell.withBytes({ $0.starts(with: "http") && Identifier.video($0) != nil }) { return .youtube }
    }
    return nil
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = input.probe.table
    let account = input.account(FourCATTable.platform(sketch))
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: sketch.dialect.summary, scope: .lifetime,
        account: account))
    let header = sketch.rows.first ?? TableSketch.Row(line: 1, cells: [])
    let rows = FourCATRows(input, header, account, output)
    let table = input.table()
    while try table.nextRow(header, allowsShort: true, output) { try rows.read(table) }
    if rows.count == 0 { try output.problem(.nothingRead("posts or comments")) }
  }
}

/// One reading of a table of 4CAT.
private final class FourCATRows {
  private(set) var count = 0

  private let places: [String: Int]
  private let account: AccountHint
  private let asOf: Day
  private let output: RecordOutput

  init(_ input: FormatInput, _ header: TableSketch.Row, _ account: AccountHint, _ output: RecordOutput) {
    self.account = account
    self.output = output
    asOf = input.hints.receivedOn
    let names = header.cells.map(HeaderName.normalised).enumerated()
    places = Dictionary(names.map { ($1, $0) }) { first, _ in first }
  }

  private func cell(_ name: String, _ table: TableReader) -> Bytes {
    places[name].map { table[$0].trimmed() } ?? Bytes(start: nil, count: 0)
  }

  private func text(_ name: String, _ table: TableReader) -> String? {
    let cell = cell(name, table)
    return cell.isEmpty ? nil : cell.string
  }

  func read(_ table: TableReader) throws {
    guard let id = text("id", table) else { return try output.problem(DataToolsVideo.noVideo(line: table.line)) }
    let thread = text("thread_id", table)
    let isPost = account.platform == .instagram && (thread == nil || thread == id) && text("type", table) != "comment"
    count += 1
    if isPost { return try post(id, table) }
    guard let body = text("body", table) else { return try output.problem(CommentFields.noText(line: table.line)) }
    let parent = text("parent_id", table)
    let post = (places["post_url"] ?? places["url"]).flatMap { CommentLink(table[$0])?.postID }
    var comment = RawComment(
      id: id, parentID: parent == thread || parent == id ? nil : parent, postID: text("post_shortcode", table) ?? post,
      account: account, author: text("author_id", table) ?? text("author", table), text: body, row: table.line)
    comment.postID = comment.postID ?? thread
    if let (instant, precision) = time(table) {
      comment.publishedAt = instant
      comment.publishedPrecision = precision
    }
    comment.likes = CommentFields.likes(
      ["num_likes", "likes", "like_count"].map { cell($0, table) }.first { !$0.isEmpty } ?? cell("", table))
    try output.comment(comment)
  }

  private func time(_ table: TableReader) -> (Instant, TimePrecision)? {
    DateParser.unix(cell("unix_timestamp", table)).map { ($0, .second) }
      ?? DateParser.instant(cell("timestamp", table), order: .monthFirst)
  }

  private func post(_ id: String, _ table: TableReader) throws {
    var account = account
    account.externalID = text("author_id", table) ?? account.externalID
    account.username = text("author", table) ?? account.username
    account.displayName = text("author_fullname", table) ?? account.displayName
    var post = PostSighting(externalID: id, account: account, row: table.line)
    post.description = text("body", table)
    // Older tables have the link to the picture there.
    let link = text("url", table).flatMap { $0.withBytes { $0.holds("instagram.com/") } ? $0 : nil }
    post.permalink = link ?? "https://www.instagram.com/p/\(id)/"
    post.kind = kind(table)
    if let (instant, precision) = time(table) {
      post.publishedAt = instant
      post.publishedPrecision = precision
    }
    try output.post(post)
    let hidesLikes = ["yes", "true", "1"].contains(text("likes_hidden", table)?.lowercased() ?? "")
    for (name, metric) in [("num_likes", Metric.likes), ("num_comments", .comments), ("play_count", .plays)] {
      guard places[name] != nil else { continue }
      try output.observation(
        Observation(
          subject: .post(id), account: account, metric: metric, scope: .lifetime, asOf: asOf,
          value: metric == .likes && hidesLikes ? .withheld : count(cell(name, table)), row: table.line))
    }
  }

  private func count(_ cell: Bytes) -> Reported<Double> {
    let value = NumberParser().parse(cell, as: .count)
    return value.value.map { $0 < 0 } == true ? .notInExport : value
  }

  private func kind(_ table: TableReader) -> PostKind? {
    switch (text("media_type", table) ?? text("type", table))?.lowercased() {
    case "photo", "picture", "image": .image
    case "video": .video
    case "carousel", "mixed", "sidecar": .carousel
    case "reel", "clips": .reel
    default: nil
    }
  }
}
