import Records

/// One reading of a file of video documents.
final class InfoPass {
  /// Comments that come before their video's id wait for it; more of them go out with the id of the file's
  /// name.
  private static let waitingLimit = 20_000

  private let format: String
  private let input: FormatInput
  private let output: RecordOutput
  private var hasBegun = false
  private(set) var documents = 0
  private var line: Int?
  private var rows = RowNumber()
  private var texts: [String: String] = [:]
  private var site = Site.unknown
  private var comments = 0
  private var waiting: [RawComment] = []
  private var account: AccountHint

  /// What a playlist says of the channel; videos that name theirs overrule it.
  private var listAccount: AccountHint

  init(_ format: String, _ input: FormatInput, _ output: RecordOutput) {
    self.format = format
    self.input = input
    self.output = output
    account = input.account(.youtube)
    listAccount = account
  }

  // MARK: What stands around the videos

  func forgetPlaylist() { listAccount = input.account(.youtube) }

  func learnPlaylist(_ name: String, _ value: JSONValue) {
    guard let words = value.words else { return }
    switch name {
    case "channel_id": listAccount.externalID = words
    case "uploader_id": listAccount.username = words.withoutAt
    case "channel": listAccount.displayName = words
    default: break
    }
    account = listAccount
  }

  // MARK: Videos

  /// Tells the output what the file is, as late as possible: the channel stands in the document.
  func begin() throws {
    guard !hasBegun else { return }
    hasBegun = true
    try output.begin(
      SourceDescription(
        format: format, encoding: input.probe.encoding.name, dialect: "json", scope: .lifetime, account: account))
  }

  /// Starts a document; one before it that was broken off is ended.
  func open(_ line: Int) throws {
    try close()
    self.line = line
    texts = [:]
    site = .unknown
    comments = 0
    account = listAccount
  }

  func member(_ name: String, _ value: JSONValue) throws {
    guard InfoPass.wanted.contains(name), let text = value.plainBytes?.string ?? value.string else { return }
    texts[name] = text
    guard InfoPass.naming.contains(name) else { return }
    site = statedSite()
    updateAccount()
  }

  private static let wanted: Set<String> = [
    "id", "title", "description", "channel", "channel_id", "uploader_id", "timestamp", "upload_date", "duration",
    "view_count", "like_count", "comment_count", "live_status", "media_type", "webpage_url", "epoch", "_type", "url",
    "playlist_id", "playlist_channel_id", "playlist_channel", "playlist_uploader_id", "extractor_key", "ie_key",
    "uploader",
  ]

  /// Members that tell whose video it is.
  private static let naming: Set<String> = [
    "id", "channel_id", "uploader_id", "channel", "uploader", "extractor_key", "ie_key", "webpage_url",
  ]

  /// Instagram's extractor gives the handle as the channel and the account's number as the uploader.
  private func updateAccount() {
    if site == .instagram {
      account.platform = .instagram
      account.externalID = texts["uploader_id"] ?? account.externalID
      account.username = texts["channel"] ?? account.username
      account.displayName = texts["uploader"] ?? account.displayName
      return
    }
    account.externalID = texts["channel_id"] ?? account.externalID
    account.username = texts["uploader_id"]?.withoutAt ?? account.username
    account.displayName = texts["channel"] ?? account.displayName
  }

  private enum Site { case youTube, instagram, other, unknown }

  /// yt-dlp reads a thousand sites; its extractor tells which, else the page's address.
  private func statedSite() -> Site {
    let name = (texts["extractor_key"] ?? texts["ie_key"] ?? texts["webpage_url"] ?? "").lowercased()
    if name.isEmpty { return .unknown }
    return name.withBytes { bytes in
      if bytes.starts(with: "youtube") || bytes.holds("youtube.com/") || bytes.holds("youtu.be/") { return .youTube }
      return bytes.starts(with: "instagram") || bytes.holds("instagram.com/") ? .instagram : .other
    }
  }

  /// Flat lines of a channel name it only as the list they come from.
  private func takeChannelOfList() {
    guard texts["channel_id"] == nil, let list = texts["playlist_id"], list == texts["playlist_channel_id"] else {
      return
    }
    account.externalID = list
    account.username = texts["playlist_uploader_id"]?.withoutAt ?? account.username
    account.displayName = texts["playlist_channel"] ?? account.displayName
  }

  func record(_ value: JSONValue, _ line: Int, _ isDamaged: Bool) throws {
    if isDamaged { try output.problem(.damagedText(line: line)) }
    guard let text = value["text"]?.string, !text.isEmpty else {
      return try output.problem(CommentFields.noText(line: line))
    }
    if value["text"]?.hasLoneSurrogate == true { try output.problem(.loneSurrogate(line: line)) }
    if site == .other { return }
    comments += 1
    let parent = value["parent"]?.string
    let comment = RawComment(
      id: value["id"]?.string, parentID: parent == "root" ? nil : parent, postID: texts["id"], account: account,
      author: value["author_id"]?.string ?? value["author"]?.string,
      authorIsCreator: value["author_is_uploader"]?.bool ?? false, text: text,
      publishedAt: value["timestamp"]?.int.map { Instant(seconds: Int64($0)) },
      publishedPrecision: account.platform == .instagram ? .second : .estimate,
      likes: value["like_count"]?.int.map(Reported.known) ?? .notInExport, row: line)
    guard comment.postID == nil || site == .unknown || !waiting.isEmpty else {
      try begin()
      return try output.comment(comment)
    }
    waiting.append(comment)
    if waiting.count >= InfoPass.waitingLimit { try flush() }
  }

  private func flush() throws {
    guard !waiting.isEmpty else { return }
    try begin()
    let postID = texts["id"] ?? PostFileName(input.probe.name).postID
    for var comment in waiting {
      comment.postID = postID
      comment.account = account
      comment.publishedPrecision = account.platform == .instagram ? .second : .estimate
      try output.comment(comment)
    }
    waiting = []
  }

  /// Ends the document that is open: by now all its members are known.
  func close() throws {
    guard let line else { return }
    self.line = nil
    if site == .other {
      waiting = []
      return try output.problem(InfoPass.otherSite(line: line))
    }
    takeChannelOfList()
    try flush()
    guard let id = texts["id"] else { return }
    documents += 1
    try begin()
    let row = rows.next(line)
    try output.post(sighting(id, row))
    let asOf = texts["epoch"].flatMap { Double($0) }.flatMap { Int64(exactly: $0.rounded()) }
      .map { Instant(seconds: $0).day() }
    for (name, metric) in [("view_count", Metric.views), ("like_count", .likes), ("comment_count", .comments)] {
      // Flat lists have no such member.
      if texts["_type"] == "url", texts[name] == nil { continue }
      try output.observation(
        Observation(
          subject: .post(id), account: account, metric: metric, scope: .lifetime,
          asOf: asOf ?? input.hints.receivedOn, value: count(name), row: row))
    }
  }

  private func count(_ name: String) -> Reported<Double> {
    guard let value = texts[name].flatMap(Double.init) else { return .notInExport }
    // Flat lists show what the page shows: 12K.
    if texts["_type"] == "url", value >= 1_000 { return .approximate(value) }
    return name == "comment_count" && comments > 0 && value == Double(comments) ? .approximate(value) : .known(value)
  }

  private var link: String? { texts["webpage_url"] ?? (texts["_type"] == "url" ? texts["url"] : nil) }

  private func sighting(_ id: String, _ row: Int) -> PostSighting {
    var post = PostSighting(externalID: id, account: account, row: row)
    post.title = texts["title"]
    post.description = texts["description"].flatMap { $0.isEmpty ? nil : $0 }
    post.durationSeconds = texts["duration"].flatMap(Double.init).flatMap { Int(exactly: $0.rounded()) }
    post.permalink = link
    if let seconds = texts["timestamp"].flatMap(Double.init).flatMap({ Int64(exactly: $0.rounded()) }) {
      post.publishedAt = Instant(seconds: seconds)
    } else if let day = texts["upload_date"].flatMap({ $0.withBytes { DateParser.civil($0, order: .dayFirst) } }) {
      post.publishedAt = day.instant
      post.publishedPrecision = .day
    }
    let isShort = texts["media_type"] == "short" || link?.withBytes { $0.holds("/shorts/") } == true
    let isLive = ["was_live", "is_live", "post_live"].contains(texts["live_status"] ?? "")
    post.kind = isLive ? .live : isShort ? .short : .video
    if site == .instagram {
      // Its title is "Video by" and the handle.
      post.title = nil
      post.kind = link?.withBytes { $0.holds("/reel/") } == true ? .reel : .video
    }
    return post
  }

  private static func otherSite(line: Int) -> Problem {
    Problem(
      "yt-dlp.other-site", .rowRefused, line: line, found: "a video of another site", expected: "YouTube or Instagram",
      remedy: "Nothing needs to be done: only these two are read.")
  }
}
