import Records

/// Instaloader, one post a file (`{"node": ..., "instaloader": {"node_type": "Post"}}`), or a profile.
///
/// Quirks: newer versions keep what the app got in `iphone_struct`; -1 likes are hidden ones; plays and video
/// views are what the page shows, not what insights call views; the post is named by its short code.
struct Instaloader: ExportFormat {
  let id = "instaloader"
  let title = "Instaloader (JSON)"

  func score(_ probe: Probe) -> Int {
    guard let names = probe.json?.names, names.contains("node") else { return 0 }
    if names.contains("instaloader") { return 95 }
    // A long post may hide what stands behind it.
    return probe.isWhole || !probe.head.withUnsafeBytes({ $0.holds("\"shortcode\"") || $0.holds("\"code\"") }) ? 0 : 60
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: "json", scope: .lifetime,
        account: input.account(.instagram)))
    let reader = JSONRecordReader(input.text, layout: .documents)
    var rows = RowNumber()
    var count = 0
    try reader.forEachRecord(output) { value, line in
      guard let node = value["node"] else { return }
      if value["node"]?["caption"]?.hasLoneSurrogateInside == true { try output.problem(.loneSurrogate(line: line)) }
      let row = rows.next(line)
      count += try InstaloaderNode(node, input, row: row).write(output) ? 1 : 0
    }
    if count == 0 { try output.problem(.nothingRead("posts")) }
  }
}

/// A post or profile as Instaloader writes it down.
private struct InstaloaderNode {
  private let node: JSONValue
  /// What the app got, in newer files.
  private let app: JSONValue
  private let input: FormatInput
  private let row: Int

  init(_ node: JSONValue, _ input: FormatInput, row: Int) {
    self.node = node
    app = node["iphone_struct"] ?? node
    self.input = input
    self.row = row
  }

  /// - Returns: whether anything was written.
  func write(_ output: RecordOutput) throws -> Bool {
    if let shortcode = node["shortcode"]?.label ?? app["code"]?.label ?? node["code"]?.label {
      try output.post(sighting(shortcode))
      for (metric, definition, value) in numbers {
        try output.observation(observation(.post(shortcode), metric, definition, value))
      }
      return true
    }
    guard let followers = node["edge_followed_by"]?["count"] ?? app["follower_count"] else { return false }
    try output.observation(observation(.account, .followers, "", followers))
    return true
  }

  private var account: AccountHint {
    var account = input.account(.instagram)
    let owner = node["owner"] ?? app["user"] ?? node
    account.username = owner["username"]?.label ?? account.username
    return account
  }

  private func sighting(_ shortcode: String) -> PostSighting {
    var post = PostSighting(externalID: shortcode, account: account, row: row)
    let edge = node["edge_media_to_caption"]?["edges"]?.elements.first?["node"]?["text"]
    post.description = edge?.label ?? app["caption"]?["text"]?.label ?? node["caption"]?.label
    let seconds = node["taken_at_timestamp"]?.seconds ?? node["date"]?.seconds ?? app["taken_at"]?.seconds
    post.publishedAt = seconds.map { Instant(seconds: Int64($0)) }
    post.kind = kind
    let path = post.kind == .reel ? "reel" : "p"
    post.permalink = "https://www.instagram.com/\(path)/\(shortcode)/"
    let length = node["video_duration"]?.double ?? app["video_duration"]?.double
    post.durationSeconds = length.flatMap { Int(exactly: $0.rounded()) }
    return post
  }

  private var kind: PostKind? {
    if app["product_type"]?.string == "clips" || node["product_type"]?.string == "clips" { return .reel }
    switch node["__typename"]?.string {
    case "GraphSidecar", "XDTGraphSidecar": return .carousel
    case "GraphVideo", "XDTGraphVideo": return .video
    case "GraphImage", "XDTGraphImage": return .image
    case "GraphStoryVideo", "GraphStoryImage": return .story
    default: return [1: .image, 2: .video, 8: .carousel][app["media_type"]?.int ?? 0]
    }
  }

  /// Plays are starts and never mixed with the views of insights; where a file has only what it calls video
  /// views, they say so.
  private var numbers: [(Metric, definition: String, JSONValue)] {
    let likes =
      node["edge_media_preview_like"]?["count"] ?? node["edge_liked_by"]?["count"] ?? app["like_count"]
    let comments =
      node["edge_media_to_comment"]?["count"] ?? node["edge_media_to_parent_comment"]?["count"]
      ?? app["comment_count"]
    let plays = node["video_play_count"] ?? app["play_count"]
    let isPlay = plays?.isNull == false
    let starts = isPlay ? plays : node["video_view_count"] ?? app["view_count"]
    let stated: [(Metric, String, JSONValue?)] = [
      (.likes, "", likes), (.comments, "", comments), (.plays, isPlay ? "" : "video_view_count", starts),
    ]
    return stated.compactMap { metric, definition, value in
      value.flatMap { $0.isNull ? nil : (metric, definition, $0) }
    }
  }

  private func observation(
    _ subject: ObservationSubject, _ metric: Metric, _ definition: String, _ value: JSONValue
  ) -> Observation {
    let number = value.double ?? -1
    return Observation(
      subject: subject, account: account, metric: metric, definition: definition, scope: .lifetime,
      asOf: input.takenOn, value: number < 0 ? .notInExport : .known(number), row: row)
  }
}
