/// Kinds of text files that are known and not read. The first that fits wins, before any format is asked.
enum AllRefusals {
  static func refusal(_ probe: Probe) -> Refusal? {
    InstagramRefusals.refusal(probe) ?? list.first { $0.matches(probe) }?.refusal
  }

  private static let list: [(matches: @Sendable (Probe) -> Bool, refusal: Refusal)] = [
    (isHTML, html), (isUnsignedVTT, unsignedVTT), (isHistory, history), (isSubscriptions, subscriptions),
    (isOtherTakeout, otherTakeout), (isTikTok, tikTok), (isFacebook, facebook), (isChapters, chapters),
    (isCommenters, commenters),
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
  }

  /// Tables of Takeout about anything but the channel's videos and the owner's comments.
  @Sendable private static func isOtherTakeout(_ probe: Probe) -> Bool {
    let header = Set(probe.table.header)
    let marks: [Set<String>] = [
      ["channel id", "channel title (original)"], ["channel id", "channel vanity url 1 name"],
      ["channel id", "channel auto moderation in live chat"], ["video id", "video recording latitude"],
      ["playlist id", "playlist title (original)"], ["video id", "playlist video creation timestamp"],
      ["live chat id", "live chat text"],
      ["video id", "video text create timestamp"],
    ]
    return marks.contains { $0.isSubset(of: header) }
  }

  @Sendable private static func isTikTok(_ probe: Probe) -> Bool {
    let header = Set(probe.table.header)
    return header.contains("video views") && (header.contains("profile views") || header.contains("reached audience"))
  }

  @Sendable private static func isFacebook(_ probe: Probe) -> Bool {
    let header = Set(probe.table.header)
    return !header.isDisjoint(with: ["page id", "id страницы", "identificação da página"])
      && !header.isDisjoint(with: [
        "post id", "id публикации", "identificação do post", "identificação da publicação", "video asset id",
      ])
  }

  @Sendable private static func isChapters(_ probe: Probe) -> Bool {
    probe.json == nil && probe.table.rows.count > 1 && PastedSketch(probe).isChapters
  }

  /// YouTube Data Tools' list and network of commenters.
  @Sendable private static func isCommenters(_ probe: Probe) -> Bool {
    probe.table.header == ["author", "count"] || probe.head.starts(with: "nodedef>name".utf8)
  }

  // MARK: What is said

  private static let commenters = Refusal(
    "refused.commenters", found: "a list of people who commented", expected: "the comments themselves",
    remedy: "It is private and not needed: delete it.")

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
  private static let otherTakeout = Refusal(
    "refused.takeout", found: "a table of Google Takeout that is not needed (settings, playlists, chats, texts)",
    expected: "videos.csv or comments.csv", remedy: "Nothing needs to be done; delete what is private.")
  private static let tikTok = Refusal(
    "refused.tiktok", found: "an export from TikTok", expected: "YouTube or Instagram",
    remedy: "TikTok is not read: type its numbers in by hand if they are needed.")
  private static let facebook = Refusal(
    "refused.facebook", found: "an export of a Facebook page", expected: "Instagram",
    remedy: "Choose the Instagram account in Business Suite and export again.")
  private static let chapters = Refusal(
    "refused.chapters", found: "a list of chapters", expected: "a transcript",
    remedy: "Copy the transcript, not the description.")
}
