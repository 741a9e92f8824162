/// Kinds of text files that are known and not read. The first that fits wins, before any format is asked.
enum AllRefusals {
  static func refusal(_ probe: Probe) -> Refusal? { list.first { $0.matches(probe) }?.refusal }

  private static let list: [(matches: @Sendable (Probe) -> Bool, refusal: Refusal)] = [
    (isHTML, html), (isOtherCaption, otherCaption), (isHistory, history), (isSubscriptions, subscriptions),
    (isOwnComments, ownComments), (isTikTok, tikTok), (isFacebook, facebook),
    (isAudience, audience), (isChapters, chapters),
  ]

  // MARK: By content

  @Sendable private static func isHTML(_ probe: Probe) -> Bool {
    let head = String(decoding: probe.head.prefix(1_024), as: UTF8.self).lowercased()
    return head.withBytes { bytes in
      bytes.trimmed().starts(with: "<") && (bytes.holds("<html") || bytes.holds("<!doctype html"))
    }
  }

  @Sendable private static func isOtherCaption(_ probe: Probe) -> Bool {
    if let json = probe.json {
      return json.names.contains("wireMagic") || (json.names.contains("segments") && json.names.contains("text"))
    }
    let start = probe.head.prefix(1_024)
    let isMarkup = Array(start).withUnsafeBytes { bytes in
      bytes.trimmed().starts(with: "<")
        && (bytes.holds("<transcript") || bytes.holds("<timedtext") || bytes.holds("<tt"))
    }
    return isMarkup || isSubViewer(probe) || probe.table.header == ["start", "end", "text"]
  }

  /// `0:00:00.160,0:00:02.990` on the first line.
  private static func isSubViewer(_ probe: Probe) -> Bool {
    probe.lines(1).contains { line in
      line.withBytes { bytes in
        var at = 0
        guard CaptionTime.loose(bytes, at: &at) != nil, at < bytes.count, bytes[at] == ASCII.comma else { return false }
        at += 1
        return CaptionTime.loose(bytes, at: &at) != nil && at == bytes.count
      }
    }
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
  private static let otherCaption = Refusal(
    "refused.captions", found: "captions of a kind that is not read yet", expected: "SRT or WebVTT",
    remedy: "Download the captions as .srt or .vtt.")
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
  private static let audience = Refusal(
    "refused.meta-audience", found: "Meta's Audience table, which is not read yet",
    expected: "the content export or a daily series", remedy: "Keep the file for later.")
  private static let chapters = Refusal(
    "refused.chapters", found: "a list of chapters", expected: "a transcript",
    remedy: "Copy the transcript, not the description.")
}
