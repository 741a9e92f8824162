import Records

/// A post of Instagram as collectors write it: the site's own objects of today and of years ago, or Apify's.
///
/// Quirks: -1 stands for hidden likes; a post is known by its short code, which its link holds too.
struct InstagramItem {
  var post: PostSighting
  var numbers: [(metric: Metric, value: Reported<Double>)]

  /// Nil if the object has no short code.
  init?(_ value: JSONValue, account: AccountHint, line: Int) {
    guard let code = (value["code"] ?? value["shortcode"] ?? value["shortCode"])?.words,
      Identifier.isToken(code.utf8)
    else { return nil }
    post = PostSighting(externalID: code, account: account, row: line)
    numbers = []
    post.account = InstagramItem.account(value, account)
    post.description = InstagramItem.caption(value)
    post.kind = InstagramItem.kind(value)
    post.permalink = value["url"]?.words ?? "https://www.instagram.com/p/\(code)/"
    let length = (value["video_duration"] ?? value["videoDuration"])?.double
    post.durationSeconds = length.flatMap { Int(exactly: $0.rounded()) }
    let time = value["taken_at"] ?? value["taken_at_timestamp"] ?? value["timestamp"]
    if let bytes = time?.plainBytes, let (instant, precision) = DateParser.instant(bytes, order: .monthFirst) {
      post.publishedAt = instant
      post.publishedPrecision = precision
    }
    numbers = InstagramItem.numbers(value)
  }

  private static func account(_ value: JSONValue, _ account: AccountHint) -> AccountHint {
    var account = account
    let owner = value["user"] ?? value["owner"]
    let id = (owner?["pk"] ?? owner?["id"] ?? value["ownerId"])?.words
    account.externalID = id ?? account.externalID
    account.username = (owner?["username"] ?? value["ownerUsername"])?.words ?? account.username
    account.displayName = (owner?["full_name"] ?? value["ownerFullName"])?.words ?? account.displayName
    return account
  }

  private static func caption(_ value: JSONValue) -> String? {
    if let caption = value["caption"] { return caption["text"]?.words ?? caption.words }
    var text: String?
    value["edge_media_to_caption"]?["edges"]?.forEachElement { edge in
      text = text ?? edge["node"]?["text"]?.words
    }
    return text
  }

  private static func kind(_ value: JSONValue) -> PostKind? {
    let product = (value["product_type"] ?? value["productType"])?.words
    if product == "clips" { return .reel }
    if product == "story" { return .story }
    switch (value["media_type"] ?? value["type"] ?? value["__typename"])?.words {
    case "1", "Image", "GraphImage", "XDTGraphImage": return .image
    case "2", "Video", "GraphVideo", "XDTGraphVideo": return .video
    case "8", "Sidebar", "GraphSidecar", "XDTGraphSidecar": return .carousel
    default: return nil
    }
  }

  private static func numbers(_ value: JSONValue) -> [(metric: Metric, value: Reported<Double>)] {
    let likes = value["like_count"] ?? value["likesCount"] ?? value["edge_media_preview_like"]?["count"]
    let comments = value["comment_count"] ?? value["commentsCount"] ?? value["edge_media_to_comment"]?["count"]
    let views = value["view_count"] ?? value["video_view_count"] ?? value["videoViewCount"]
    let plays = value["play_count"] ?? value["ig_play_count"] ?? value["videoPlayCount"]
    var numbers: [(metric: Metric, value: Reported<Double>)] = []
    let hidesLikes = value["like_and_view_counts_disabled"]?.bool == true
    for (metric, found) in [(Metric.likes, likes), (.comments, comments), (.views, views), (.plays, plays)] {
      guard let found else { continue }
      let count = count(found)
      numbers.append((metric, metric == .likes && hidesLikes ? .withheld : count))
    }
    return numbers
  }

  private static func count(_ value: JSONValue) -> Reported<Double> {
    guard let number = value.double else { return .notInExport }
    return number < 0 ? .withheld : .known(number)
  }

  /// Gives the post and its numbers, which speak up to `asOf`, to the output.
  func give(to output: RecordOutput, asOf: Day) throws {
    try output.post(post)
    for (metric, value) in numbers {
      try output.observation(
        Observation(
          subject: .post(post.externalID), account: post.account, metric: metric, scope: .lifetime, asOf: asOf,
          value: value, row: post.row))
    }
  }
}
