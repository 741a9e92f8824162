import Records

/// Apify's posts of Instagram as a table: one a row, its latest comments in columns such as `latestComments/0/text`.
struct ApifyInstagramRows {
  private let input: FormatInput
  private let output: RecordOutput
  private let header: TableSketch.Row
  private let places: [String: Int]
  private let numbers = NumberParser()
  /// Comments that have columns.
  private let comments: [Int]

  /// Whether a header is one of Apify's posts.
  static func isHeader(_ header: [String]) -> Bool {
    header.contains("shortcode") && header.contains("ownerusername")
      && !Set(header).isDisjoint(with: ["caption", "commentscount", "likescount"])
  }

  init(_ input: FormatInput, _ output: RecordOutput) {
    self.input = input
    self.output = output
    header = input.probe.table.rows.first ?? TableSketch.Row(line: 1, cells: [])
    var places: [String: Int] = [:]
    for (index, name) in input.probe.table.header.enumerated() where places[name] == nil { places[name] = index }
    self.places = places
    // Apify gives ten at most.
    comments = (0..<100).filter { places["latestcomments/\($0)/text"] != nil }
  }

  func read() throws {
    let table = input.table()
    var count = 0
    while try table.nextRow(header, allowsShort: true, output) {
      guard let code = text("shortcode", table), Identifier.isToken(code.utf8) else {
        try output.problem(ApifyInstagramPosts.noPost(line: table.line))
        continue
      }
      count += 1
      let post = try post(code, table)
      try output.post(post)
      try readNumbers(post, table)
      for number in comments { try readComment("latestcomments/\(number)/", post, table) }
    }
    if count == 0 { try output.problem(.nothingRead("posts")) }
  }

  private func text(_ name: String, _ table: TableReader) -> String? {
    guard let place = places[name] else { return nil }
    let cell = table[place].trimmed()
    return cell.isEmpty ? nil : cell.string
  }

  private func post(_ code: String, _ table: TableReader) throws -> PostSighting {
    var account = input.account(.instagram)
    account.externalID = text("ownerid", table) ?? account.externalID
    account.username = text("ownerusername", table) ?? account.username
    account.displayName = text("ownerfullname", table) ?? account.displayName
    var post = PostSighting(externalID: code, account: account, row: table.line)
    post.description = text("caption", table)
    post.kind = InstagramItem.kind(product: text("producttype", table), type: text("type", table))
    post.permalink = text("url", table) ?? "https://www.instagram.com/p/\(code)/"
    post.durationSeconds = text("videoduration", table).flatMap(Double.init).flatMap { Int(exactly: $0.rounded()) }
    if let (instant, precision) = try time("timestamp", table) {
      post.publishedAt = instant
      post.publishedPrecision = precision
    }
    return post
  }

  /// Times of programs are UTC.
  private func time(_ name: String, _ table: TableReader) throws -> (Instant, TimePrecision)? {
    guard let place = places[name] else { return nil }
    let cell = table[place].trimmed()
    if let found = DateParser.instant(cell, order: .monthFirst) { return found }
    if !MissingMark.isMissing(cell) {
      try output.problem(.unreadableDate(line: table.line, column: header.cells[place], cell: cell))
    }
    return nil
  }

  private func readNumbers(_ post: PostSighting, _ table: TableReader) throws {
    let columns: [(String, Metric)] = [
      ("likescount", .likes), ("commentscount", .comments), ("videoviewcount", .views), ("videoplaycount", .plays),
    ]
    for (name, metric) in columns {
      guard let place = places[name] else { continue }
      let cell = table[place]
      // -1 stands for hidden likes.
      let value = cell.trimmed().equals("-1") ? .withheld : numbers.parse(cell, as: .count)
      if case .unreadable = value {
        try output.problem(.unreadableNumber(line: table.line, column: header.cells[place], cell: cell))
      }
      try output.observation(
        Observation(
          subject: .post(post.externalID), account: post.account, metric: metric, scope: .lifetime,
          asOf: input.hints.receivedOn, value: value, row: table.line))
    }
  }

  private func readComment(_ prefix: String, _ post: PostSighting, _ table: TableReader) throws {
    guard let words = text(prefix + "text", table) else { return }
    var comment = RawComment(
      id: text(prefix + "id", table).flatMap { $0.withBytes(CommentFields.isPlatformID) ? $0 : nil },
      postID: post.externalID, account: post.account,
      author: text(prefix + "ownerid", table) ?? text(prefix + "ownerusername", table), text: words, row: table.line)
    comment.authorIsCreator = comment.author != nil && comment.author == post.account.username
    if let place = places[prefix + "likescount"] {
      comment.likes = try CommentFields.likes(
        table[place], line: table.line, column: header.cells[place], output)
    }
    if let (instant, precision) = try time(prefix + "timestamp", table) {
      comment.publishedAt = instant
      comment.publishedPrecision = precision
    }
    try output.comment(comment)
  }
}
