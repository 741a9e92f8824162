import Records

/// yt-dlp `.info.json`: one video with its counts and, if asked for, its comments; one document, or one a
/// line.
///
/// Quirks: comment times are worked out from words such as "2 years ago"; `comment_count` is the number of
/// comments that were downloaded, once there are any.
struct YtDlpInfo: ExportFormat {
  let id = "yt-dlp-info"
  let title = "yt-dlp video information (.info.json)"

  func score(_ probe: Probe) -> Int {
    guard let names = probe.json?.names, names.contains("id") else { return 0 }
    let marks = ["extractor_key", "extractor", "webpage_url", "channel_id", "view_count", "upload_date", "uploader_id"]
    return marks.count { names.contains($0) } >= 2 ? 90 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let reader = JSONRecordReader(input.text, layout: .members(["comments"]))
    let pass = InfoPass(self, input, output)
    while let event = try reader.next() {
      switch event {
      case .documentBegan(let line): try pass.open(line)
      case .member(let name, let value): try pass.member(name, value)
      case .record(let value, let line, let isDamaged): try pass.record(value, line, isDamaged)
      case .documentEnded: try pass.close()
      case .fault(let fault, let isFinal): try output.problem(.json(fault, isFinal: isFinal))
      }
    }
    try pass.close()
    try pass.begin()
    if pass.documents == 0 { try output.problem(.nothingRead("videos")) }
  }
}

/// One reading of a file of video documents.
private final class InfoPass {
  /// Comments that come before their video's id wait for it; more of them go out with the id of the file's
  /// name.
  private static let waitingLimit = 20_000

  private let format: YtDlpInfo
  private let input: FormatInput
  private let output: RecordOutput
  private var hasBegun = false
  private(set) var documents = 0
  private var line: Int?
  private var rows = RowNumber()
  private var texts: [String: String] = [:]
  private var comments = 0
  private var waiting: [RawComment] = []
  private var account: AccountHint

  init(_ format: YtDlpInfo, _ input: FormatInput, _ output: RecordOutput) {
    self.format = format
    self.input = input
    self.output = output
    account = input.account(.youtube)
  }

  /// Tells the output what the file is, as late as possible: the channel stands in the document.
  func begin() throws {
    guard !hasBegun else { return }
    hasBegun = true
    try output.begin(
      SourceDescription(
        format: format.id, encoding: input.probe.encoding.name, dialect: "json", scope: .lifetime, account: account))
  }

  /// Starts a document; one before it that was broken off is ended.
  func open(_ line: Int) throws {
    try close()
    self.line = line
    texts = [:]
    comments = 0
    account = input.account(.youtube)
  }

  func member(_ name: String, _ value: JSONValue) throws {
    guard InfoPass.wanted.contains(name), let text = value.plainBytes?.string ?? value.string else { return }
    texts[name] = text
    if ["id", "channel_id", "uploader_id", "channel"].contains(name) { updateAccount() }
  }

  private static let wanted: Set<String> = [
    "id", "title", "description", "channel", "channel_id", "uploader_id", "timestamp", "upload_date", "duration",
    "view_count", "like_count", "comment_count", "live_status", "media_type", "webpage_url", "epoch",
  ]

  private func updateAccount() {
    account.externalID = texts["channel_id"] ?? account.externalID
    account.username = texts["uploader_id"]?.withoutAt ?? account.username
    account.displayName = texts["channel"] ?? account.displayName
  }

  func record(_ value: JSONValue, _ line: Int, _ isDamaged: Bool) throws {
    if isDamaged { try output.problem(.damagedText(line: line)) }
    guard let text = value["text"]?.string, !text.isEmpty else {
      return try output.problem(CommentFields.noText(line: line))
    }
    if value["text"]?.hasLoneSurrogate == true { try output.problem(.loneSurrogate(line: line)) }
    comments += 1
    let parent = value["parent"]?.string
    let comment = RawComment(
      id: value["id"]?.string, parentID: parent == "root" ? nil : parent, postID: texts["id"], account: account,
      author: value["author_id"]?.string ?? value["author"]?.string,
      authorIsCreator: value["author_is_uploader"]?.bool ?? false, text: text,
      publishedAt: value["timestamp"]?.int.map { Instant(seconds: Int64($0)) }, publishedPrecision: .estimate,
      likes: value["like_count"]?.int.map(Reported.known) ?? .notInExport, row: line)
    guard comment.postID == nil || !waiting.isEmpty else {
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
      try output.comment(comment)
    }
    waiting = []
  }

  /// Ends the document that is open: by now all its members are known.
  func close() throws {
    guard let line else { return }
    self.line = nil
    try flush()
    guard let id = texts["id"] else { return }
    documents += 1
    try begin()
    let row = rows.next(line)
    try output.post(sighting(id, row))
    let asOf = texts["epoch"].flatMap { Double($0) }.flatMap { Int64(exactly: $0.rounded()) }
      .map { Instant(seconds: $0).day() }
    for (name, metric) in [("view_count", Metric.views), ("like_count", .likes), ("comment_count", .comments)] {
      try output.observation(
        Observation(
          subject: .post(id), account: account, metric: metric, scope: .lifetime,
          asOf: asOf ?? input.hints.receivedOn, value: count(name), row: row))
    }
  }

  private func count(_ name: String) -> Reported<Double> {
    guard let value = texts[name].flatMap(Double.init) else { return .notInExport }
    return name == "comment_count" && comments > 0 && value == Double(comments) ? .approximate(value) : .known(value)
  }

  private func sighting(_ id: String, _ row: Int) -> PostSighting {
    var post = PostSighting(externalID: id, account: account, row: row)
    post.title = texts["title"]
    post.description = texts["description"].flatMap { $0.isEmpty ? nil : $0 }
    post.durationSeconds = texts["duration"].flatMap(Double.init).flatMap { Int(exactly: $0.rounded()) }
    post.permalink = texts["webpage_url"]
    if let seconds = texts["timestamp"].flatMap(Double.init).flatMap({ Int64(exactly: $0.rounded()) }) {
      post.publishedAt = Instant(seconds: seconds)
    } else if let day = texts["upload_date"].flatMap({ $0.withBytes { DateParser.civil($0, order: .dayFirst) } }) {
      post.publishedAt = day.instant
      post.publishedPrecision = .day
    }
    let isShort = texts["media_type"] == "short" || texts["webpage_url"]?.withBytes { $0.holds("/shorts/") } == true
    let isLive = ["was_live", "is_live", "post_live"].contains(texts["live_status"] ?? "")
    post.kind = isLive ? .live : isShort ? .short : .video
    return post
  }
}

extension String {
  /// A handle without its `@`.
  var withoutAt: String {
    utf8.first == 0x40 ? String(Substring(utf8.dropFirst())) : self
  }
}
