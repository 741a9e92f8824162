/// Kinds of text files that are known and not read. The first that fits wins, before any format is asked.
enum AllRefusals {
  static func refusal(_ probe: Probe) -> Refusal? { list.first { $0.matches(probe) }?.refusal }

  private static let list: [(matches: @Sendable (Probe) -> Bool, refusal: Refusal)] = [
    (isHTML, html), (isUnsignedVTT, unsignedVTT), (isHistory, history), (isSubscriptions, subscriptions),
    (isOwnComments, ownComments), (isTikTok, tikTok), (isFacebook, facebook), (isOtherStudio, otherStudio),
    (isAudience, audience), (isChapters, chapters),
  ]

  // MARK: By content

  @Sendable private static func isHTML(_ probe: Probe) -> Bool {
    let head = String(decoding: probe.head.prefix(1_024), as: UTF8.self).lowercased()
    return head.withBytes { bytes in
      bytes.trimmed().starts(with: "<") && (bytes.holds("<html") || bytes.holds("<!doctype html"))
    }
  }

  /// Captions named `.vtt` with such times that miss their first line; the W3C wants them refused.
  @Sendable private static func isUnsignedVTT(_ probe: Probe) -> Bool {
    guard probe.fileExtension == "vtt", !probe.head.withUnsafeBytes({ WebVTTParser.isSignature($0) }) else {
      return false
    }
    let times = probe.lines(40).first { $0.withBytes { $0.position(of: "-->") != nil } }
    return times?.withBytes { WebVTTParser.timings($0, line: 0) != nil } == true
  }

  @Sendable private static func isHistory(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    return json.names.isSuperset(of: ["header", "titleUrl"]) || json.names.isSuperset(of: ["titleUrl", "products"])
  }

  @Sendable private static func isSubscriptions(_ probe: Probe) -> Bool {
    let headers = [
      ["channel id", "channel url", "channel title"], ["идентификатор канала", "url канала", "название канала"],
    ]
    return headers.contains { probe.table.header == $0 }
      || probe.json?.names.contains { $0.withBytes { $0.starts(with: "relationships_") } } == true
  }

  @Sendable private static func isOwnComments(_ probe: Probe) -> Bool {
    let header = probe.table.header
    let isTakeout = header.contains("comment create timestamp") && header.contains("comment text")
    let segments = probe.table.rows.dropFirst().prefix(3).contains { row in
      row.cells.contains { $0.withBytes { $0.starts(with: "{\"takeoutSegments\"") } }
    }
    return isTakeout || segments || probe.json?.names.contains("comments_media_comments") == true
  }

  @Sendable private static func isTikTok(_ probe: Probe) -> Bool {
    let header = Set(probe.table.header)
    return header.contains("video views") && (header.contains("profile views") || header.contains("reached audience"))
  }

  @Sendable private static func isFacebook(_ probe: Probe) -> Bool {
    let header = Set(probe.table.header)
    return !header.isDisjoint(with: ["page id", "id страницы"])
      && !header.isDisjoint(with: ["post id", "id публикации", "video asset id"])
  }

  @Sendable private static func isOtherStudio(_ probe: Probe) -> Bool { StudioShape(probe.table) == .other }

  @Sendable private static func isAudience(_ probe: Probe) -> Bool {
    probe.table.rows.prefix(40).contains { row in
      let title = row.cells.first.map(HeaderName.normalised) ?? ""
      return row.cells.dropFirst().allSatisfy(\.isEmpty)
        && ["age & gender", "top cities", "top towns/cities", "top countries", "top pages"].contains(title)
    }
  }

  @Sendable private static func isChapters(_ probe: Probe) -> Bool {
    probe.json == nil && probe.table.rows.count > 1 && PastedSketch(probe).isChapters
  }

  // MARK: What is said

  private static let html = Refusal(
    "refused.html", found: "a web page", expected: "CSV or JSON",
    remedy: "Ask the platform for JSON or CSV instead of HTML.")
  private static let unsignedVTT = Refusal(
    "refused.unsigned-captions", found: "captions without WebVTT's first line", expected: "WEBVTT on the first line",
    remedy: "Download the captions again, or write WEBVTT on the first line and leave the second empty.")
  private static let history = Refusal(
    "refused.watch-history", found: "a history of watched videos", expected: "an export about the channel",
    remedy: "It is private and not needed: delete it. In Takeout tick only what the guide names.")
  private static let subscriptions = Refusal(
    "refused.subscriptions", found: "a list of accounts that are followed", expected: "an export about the channel",
    remedy: "It is private and not needed: delete it.")
  private static let ownComments = Refusal(
    "refused.own-comments", found: "comments that the account's owner wrote", expected: "comments under the videos",
    remedy: "Use yt-dlp or youtube-comment-downloader for the comments of the audience.")
  private static let tikTok = Refusal(
    "refused.tiktok", found: "an export from TikTok", expected: "YouTube or Instagram",
    remedy: "TikTok is not read: type its numbers in by hand if they are needed.")
  private static let facebook = Refusal(
    "refused.facebook", found: "an export of a Facebook page", expected: "Instagram",
    remedy: "Choose the Instagram account in Business Suite and export again.")
  private static let otherStudio = Refusal(
    "refused.studio-breakdown", found: "a YouTube Studio breakdown that is not read yet",
    expected: "the breakdown by content, geography or date", remedy: "Choose one of these in advanced mode.")
  private static let audience = Refusal(
    "refused.meta-audience", found: "Meta's Audience table, which is not read yet",
    expected: "the content export or a daily series", remedy: "Keep the file for later.")
  private static let chapters = Refusal(
    "refused.chapters", found: "a list of chapters", expected: "a transcript",
    remedy: "Copy the transcript, not the description.")
}
