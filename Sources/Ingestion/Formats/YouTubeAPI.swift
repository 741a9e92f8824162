import Records

/// Answers of the YouTube Data API, version 3, as programs keep them: videos, search results, items of playlists, the
/// channel's own numbers, and comments with their threads. A whole answer, several of them one a line, or a bare list of
/// items.
///
/// Quirks: numbers are strings, and absent where the channel hides them; numbers of subscribers are rounded;
/// `textDisplay` is HTML, `textOriginal` stands only in answers to the channel itself; a thread holds at most five
/// replies, whatever their number.
struct YouTubeAPI: ExportFormat {
  let id = "youtube-data-api"
  let title = "YouTube Data API (JSON)"

  func score(_ probe: Probe) -> Int {
    guard let json = probe.json else { return 0 }
    if let items = json.inner["items"] { return YouTubeAPI.isItem(items) ? 90 : 0 }
    if json.names.isSuperset(of: ["items", "pageInfo"]) { return 90 }
    return json.names.contains("id") && YouTubeAPI.isItem(json.names) ? 85 : 0
  }

  private static func isItem(_ names: Set<String>) -> Bool {
    names.contains("snippet") || names.isSuperset(of: ["id", "statistics"])
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let isAnswer = input.probe.json?.names.contains("items") == true
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: isAnswer ? "json" : "json items", scope: .lifetime,
        account: input.account(.youtube)))
    let reader = JSONRecordReader(input.text, layout: isAnswer ? .members(["items"]) : .documents)
    var items = APIItems(input, output)
    try reader.forEachRecord(output) { value, line in
      try items.take(value, line: line)
    }
    if items.count == 0 { try output.problem(.nothingRead("videos or comments")) }
  }
}

/// Reads items one by one.
private struct APIItems {
  let input: FormatInput
  let output: RecordOutput
  private(set) var count = 0
  private let comments: APIComment
  private var numbers = RowNumber()

  init(_ input: FormatInput, _ output: RecordOutput) {
    self.input = input
    self.output = output
    comments = APIComment(account: input.account(.youtube), filePost: PostFileName(input.probe.name).postID)
  }

  mutating func take(_ item: JSONValue, line: Int) throws {
    let line = numbers.next(line)
    if let thread = item["snippet"]?["topLevelComment"] {
      try takeThread(item, thread, line)
    } else if item["snippet"]?["textDisplay"] != nil || item["snippet"]?["textOriginal"] != nil {
      try takeComment(item, channel: nil, video: nil, line)
    } else if let video = APIVideo.id(item) {
      try takeVideo(video, item, line)
    } else if let channel = item["id"]?.string, channel.withBytes(Identifier.isChannel) {
      try takeChannel(channel, item, line)
    } else {
      try output.problem(
        Problem(
          "api.unknown-item", .rowRefused, line: line, found: "an item that is no video, channel or comment",
          expected: "videos, search results, channels, comments", remedy: "Nothing needs to be done."))
    }
  }

  private mutating func takeThread(_ item: JSONValue, _ top: JSONValue, _ line: Int) throws {
    let channel = item["snippet"]?["channelId"]?.string
    let video = item["snippet"]?["videoId"]?.string
    try takeComment(top, channel: channel, video: video, line)
    for reply in item["replies"]?["comments"]?.arrayElements ?? [] {
      try takeComment(reply, channel: channel, video: video, line)
    }
  }

  private mutating func takeComment(_ item: JSONValue, channel: String?, video: String?, _ line: Int) throws {
    guard let comment = comments.comment(item, channel: channel, video: video, line) else {
      return try output.problem(CommentFields.noText(line: line))
    }
    count += 1
    try output.comment(comment)
  }

  private mutating func takeVideo(_ id: String, _ item: JSONValue, _ line: Int) throws {
    guard !APIVideo.isHidden(item) else {
      return try output.problem(
        Problem(
          "api.hidden-video", .note, line: line, found: "a private or deleted video",
          expected: "videos that people can see", remedy: "It was left out; nothing needs to be done."))
    }
    let post = APIVideo.sighting(id, item, input.account(.youtube), line)
    count += 1
    try output.post(post)
    guard let numbers = item["statistics"] else { return }
    for (value, metric) in [
      (numbers["viewCount"], Metric.views), (numbers["likeCount"], .likes), (numbers["commentCount"], .comments),
    ] {
      try observe(value, metric, .post(id), post.account, line)
    }
  }

  /// What an answer says of the channel itself. Views of a channel are those of its videos, so that they are not read.
  private mutating func takeChannel(_ id: String, _ item: JSONValue, _ line: Int) throws {
    var account = input.account(.youtube)
    account.externalID = id
    account.displayName = item["snippet"]?["title"]?.string ?? account.displayName
    account.username = item["snippet"]?["customUrl"]?.string?.withoutAt ?? account.username
    count += 1
    let isHidden = item["statistics"]?["hiddenSubscriberCount"]?.bool == true
    try observe(
      isHidden ? nil : item["statistics"]?["subscriberCount"], .followers, .account, account, line, isRounded: true)
  }

  private func observe(
    _ value: JSONValue?, _ metric: Metric, _ subject: ObservationSubject, _ account: AccountHint, _ line: Int,
    isRounded: Bool = false
  ) throws {
    var reported = Reported<Double>.withheld
    if let value, !value.isNull {
      let number = value.double
      reported = number.map { isRounded ? .approximate($0) : .known($0) } ?? .unreadable("no number")
      if number == nil {
        let cell = value.plainBytes ?? Bytes(start: nil, count: 0)
        try output.problem(.unreadableNumber(line: line, column: metric.rawValue, cell: cell))
      }
    }
    try output.observation(
      Observation(
        subject: subject, account: account, metric: metric, scope: .lifetime, asOf: input.hints.receivedOn,
        value: reported, row: line))
  }
}

/// Reads what an item says of a video.
private enum APIVideo {
  /// The id of a video, search result or item of a playlist; nil for anything else.
  static func id(_ item: JSONValue) -> String? {
    let candidates = [
      item["contentDetails"]?["videoId"], item["snippet"]?["resourceId"]?["videoId"], item["id"]?["videoId"],
      item["id"],
    ]
    return candidates.lazy.compactMap { $0?.string }.first { $0.withBytes(Identifier.isVideo) }
  }

  /// Whether nobody can see the video: it says so, or its place in a playlist has no day of publication any more.
  static func isHidden(_ item: JSONValue) -> Bool {
    if item["status"]?["privacyStatus"]?.string == "private" { return true }
    guard item["snippet"]?["resourceId"] != nil, let details = item["contentDetails"] else { return false }
    return details["videoPublishedAt"] == nil
  }

  static func sighting(_ id: String, _ item: JSONValue, _ account: AccountHint, _ line: Int) -> PostSighting {
    let snippet = item["snippet"]
    var post = PostSighting(externalID: id, account: account, row: line)
    // Of an item of a playlist, `channelId` is the playlist's, which may collect videos of others.
    let isListed = snippet?["resourceId"] != nil || item["contentDetails"]?["videoId"] != nil
    post.account.externalID =
      snippet?[isListed ? "videoOwnerChannelId" : "channelId"]?.string ?? account.externalID
    post.account.displayName =
      snippet?[isListed ? "videoOwnerChannelTitle" : "channelTitle"]?.string ?? account.displayName
    post.title = snippet?["title"]?.string
    post.description = snippet?["description"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    let stamp = isListed ? item["contentDetails"]?["videoPublishedAt"] : snippet?["publishedAt"]
    if let bytes = stamp?.plainBytes, let (instant, precision) = DateParser.instant(bytes, order: .dayFirst) {
      post.publishedAt = instant
      post.publishedPrecision = precision
    }
    if let bytes = item["contentDetails"]?["duration"]?.plainBytes, let seconds = DurationParser.seconds(bytes) {
      post.durationSeconds = Int(exactly: seconds.rounded())
    }
    if item["liveStreamingDetails"] != nil { post.kind = .live }
    // Search results carry their texts as HTML and cut descriptions short.
    if item["id"]?.isObject == true {
      post.title = post.title.map(APIText.plain)
      post.description = nil
    }
    return post
  }
}

/// Reads comments.
private struct APIComment {
  let account: AccountHint
  let filePost: String?

  func comment(_ item: JSONValue, channel: String?, video: String?, _ line: Int) -> RawComment? {
    guard let snippet = item["snippet"],
      let text = snippet["textOriginal"]?.string ?? snippet["textDisplay"]?.string.map(APIText.plain), !text.isEmpty
    else { return nil }
    let id = item["id"]?.string
    let dotted = id?.utf8.firstIndex(of: ASCII.dot).flatMap { dot in id.map { String($0[..<dot]) } }
    let owner = snippet["channelId"]?.string ?? channel
    let author = snippet["authorChannelId"]?["value"]?.string
    var comment = RawComment(
      id: id, parentID: snippet["parentId"]?.string ?? dotted, postID: snippet["videoId"]?.string ?? video ?? filePost,
      account: account, author: author ?? snippet["authorDisplayName"]?.string, text: text, row: line)
    comment.account.externalID = owner ?? account.externalID
    comment.authorIsCreator = author != nil && author == comment.account.externalID
    if let likes = snippet["likeCount"]?.int { comment.likes = .known(likes) }
    if let bytes = snippet["publishedAt"]?.plainBytes,
      let (instant, precision) = DateParser.instant(bytes, order: .dayFirst)
    {
      comment.publishedAt = instant
      comment.publishedPrecision = precision
    }
    return comment
  }
}

/// Texts that the interface writes as HTML.
private enum APIText {
  /// Line breaks for `<br>`, no other tags, letters for references.
  static func plain(_ html: String) -> String {
    let breaks: [StaticString] = ["<br>", "<br/>", "<br />"]
    return html.withBytes { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      var at = 0
      while at < bytes.count {
        let rest = bytes.part(at..<bytes.count)
        if bytes[at] == ASCII.less, let mark = breaks.first(where: { rest.starts(with: $0) }) {
          output.append(ASCII.lineFeed)
          at += mark.utf8CodeUnitCount
        } else if bytes[at] == ASCII.less, let end = tagEnd(rest) {
          at += end
        } else if bytes[at] == ASCII.ampersand, let reference = CharacterReference(bytes, at: at) {
          output += reference.letter
          at += reference.width
        } else {
          output.append(bytes[at])
          at += 1
        }
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// Width of `<a …>`, `</a>` and the like; nil for a `<` that starts no tag.
  private static func tagEnd(_ rest: Bytes) -> Int? {
    guard rest.count > 2, ASCII.isLetter(rest[1]) || rest[1] == ASCII.slash else { return nil }
    // A tag that never ends is text; the limit keeps many of them from being searched again and again.
    return rest.part(0..<min(rest.count, 4_096)).position(of: ASCII.greater).map { $0 + 1 }
  }
}
