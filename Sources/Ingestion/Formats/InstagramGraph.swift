import Records

/// Answers of Instagram's Graph API, as saved: posts with their comments, comments, and insights of posts or of
/// the account; a page an answer, one answer a file or one a line.
///
/// Quirks: `title` of an insight is in the interface's language, its `name` is not; days end at midnight of US
/// Pacific time; watch time is in milliseconds; what is missing is an empty list, not 0; impressions, plays and
/// video views ended on 21 April 2025, when views took their place.
struct InstagramGraph: ExportFormat {
  let id = "instagram-graph"
  let title = "Instagram Graph API (JSON)"

  func score(_ probe: Probe) -> Int {
    guard let json = probe.json else { return 0 }
    if let inner = json.inner["data"] { return InstagramGraph.isRecord(inner) ? 85 : 0 }
    if json.names.contains("data"), json.names.isSubset(of: ["data", "paging"]) { return 40 }
    let isAccount = json.names.contains("username") && json.names.contains("followers_count")
    return InstagramGraph.isPost(json.names) || isAccount ? 85 : 0
  }

  private static func isRecord(_ names: Set<String>) -> Bool {
    let isInsight = names.isSuperset(of: ["name", "period"]) && !names.isDisjoint(with: ["values", "total_value"])
    let isComment =
      names.isSuperset(of: ["id", "text", "timestamp"]) && !names.isDisjoint(with: ["username", "from", "like_count"])
    return isPost(names) || isInsight || isComment
  }

  private static func isPost(_ names: Set<String>) -> Bool {
    names.contains("id") && !names.isDisjoint(with: ["media_type", "media_product_type"])
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: "json", account: input.account(.instagram)))
    let isPage = input.probe.json?.names.contains("data") == true
    let reader = JSONRecordReader(input.text, layout: isPage ? .members(["data"]) : .documents)
    let pass = GraphPass(input, output)
    try reader.forEachRecord(output) { value, line in
      try pass.record(value, line)
    }
    try pass.finish()
  }
}

/// One reading of answers of the Graph API.
private final class GraphPass {
  private let output: RecordOutput
  private let account: AccountHint
  private let asOf: Day
  private let insights: GraphInsights
  private var rows = RowNumber()
  private var count = 0

  init(_ input: FormatInput, _ output: RecordOutput) {
    self.output = output
    account = input.account(.instagram)
    asOf = input.takenOn
    insights = GraphInsights(input, output)
  }

  func record(_ record: JSONValue, _ line: Int) throws {
    if record.hasLoneSurrogateInside { try output.problem(.loneSurrogate(line: line)) }
    if GraphInsights.isInsight(record) {
      try insights.read(record, post: nil, account: account, line: line, rows: &rows)
    } else if record["text"] != nil {
      try comment(record, post: record["media"]?["id"]?.label, parent: nil, account, line)
    } else if record["media_type"] != nil || record["media_product_type"] != nil {
      try post(record, account, line)
    } else {
      try profile(record, line)
    }
  }

  func finish() throws {
    try insights.finish()
    if count == 0, insights.count == 0 { try output.problem(.nothingRead("posts, comments or insights")) }
  }

  /// An account with its posts in it.
  private func profile(_ record: JSONValue, _ line: Int) throws {
    let hint = hint(record, id: record["id"]?.label)
    if let followers = record["followers_count"] {
      count += 1
      try output.observation(
        Observation(
          subject: .account, account: hint, metric: .followers, scope: .lifetime, asOf: asOf,
          value: GraphMetric(.followers).value(followers), row: rows.next(line)))
    }
    for post in record.list("media") { try self.post(post, hint, line) }
    for insight in record.list("insights") {
      try insights.read(insight, post: nil, account: hint, line: line, rows: &rows)
    }
  }

  private func hint(_ record: JSONValue, id: String?) -> AccountHint {
    var hint = account
    hint.externalID = id ?? hint.externalID
    hint.username = record["username"]?.label ?? hint.username
    hint.displayName = record["name"]?.label ?? hint.displayName
    return hint
  }

  private func post(_ record: JSONValue, _ account: AccountHint, _ line: Int) throws {
    guard let id = record["id"]?.label else { return }
    var account = account
    account.externalID = record["owner"]?["id"]?.label ?? account.externalID
    account.username = record["username"]?.label ?? account.username
    count += 1
    let row = rows.next(line)
    try output.post(sighting(record, id, account, row))
    for (name, metric) in [("like_count", Metric.likes), ("comments_count", .comments)] {
      guard let value = record.member(name) else { continue }
      try output.observation(
        Observation(
          subject: .post(id), account: account, metric: metric, scope: .lifetime, asOf: asOf,
          value: GraphMetric(metric).value(value), row: row))
    }
    for insight in record.list("insights") {
      try insights.read(insight, post: id, account: account, line: line, rows: &rows)
    }
    for comment in record.list("comments") { try self.comment(comment, post: id, parent: nil, account, line) }
  }

  private func sighting(_ record: JSONValue, _ id: String, _ account: AccountHint, _ row: Int) -> PostSighting {
    var post = PostSighting(externalID: id, account: account, row: row)
    post.kind = GraphPass.kind(record)
    post.description = record["caption"]?.label
    post.permalink =
      record["permalink"]?.label ?? record["shortcode"]?.label.map { "https://www.instagram.com/p/\($0)/" }
    let time = record["timestamp"]?.string.flatMap { $0.withBytes { DateParser.civil($0, order: .monthFirst) } }
    post.publishedAt = time?.instant
    post.publishedPrecision = time?.precision ?? .second
    return post
  }

  private static func kind(_ record: JSONValue) -> PostKind? {
    switch (record["media_product_type"]?.string, record["media_type"]?.string) {
    case ("REELS", _): .reel
    case ("STORY", _): .story
    case (_, "IMAGE"): .image
    case (_, "CAROUSEL_ALBUM"): .carousel
    case (_, "VIDEO"): .video
    default: nil
    }
  }

  private func comment(
    _ record: JSONValue, post: String?, parent: String?, _ account: AccountHint, _ line: Int
  ) throws {
    guard let text = record["text"]?.label else { return try output.problem(CommentFields.noText(line: line)) }
    let username = record["username"]?.label ?? record["from"]?["username"]?.label
    let id = record["id"]?.label
    var comment = RawComment(
      id: id, parentID: parent ?? record["parent_id"]?.label, postID: post, account: account,
      author: record["from"]?["id"]?.label ?? username, text: text, row: rows.next(line))
    comment.authorIsCreator = username != nil && username == account.username
    comment.likes = record["like_count"]?.int.map(Reported.known) ?? .notInExport
    comment.publishedAt =
      record["timestamp"]?.string
      .flatMap { $0.withBytes { DateParser.civil($0, order: .monthFirst) } }?.instant
    count += 1
    try output.comment(comment)
    for reply in record.list("replies") { try self.comment(reply, post: post, parent: id, account, line) }
  }
}
