import Records

/// youtube-comment-downloader: a comment a line (JSONL), or one document with all of them (`--pretty`).
///
/// Quirks: the video is named only by the file's name; times are words ("2 weeks ago (edited)"), counts are
/// rounded ("1.2K"); a reply's id is its parent's, a dot and its own.
struct CommentDownloader: ExportFormat {
  let id = "youtube-comment-downloader"
  let title = "youtube-comment-downloader (JSONL)"

  func score(_ probe: Probe) -> Int {
    guard let json = probe.json else { return 0 }
    return [json.names, json.inner["comments"] ?? []].contains { $0.contains("cid") && $0.contains("text") } ? 90 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let isPretty = input.probe.json?.names.contains("cid") != true
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: isPretty ? "json" : "json lines",
        account: input.account(.youtube)))
    let reader = JSONRecordReader(input.text, layout: isPretty ? .members(["comments"]) : .documents)
    let postID = PostFileName(input.probe.name).postID
    let account = input.account(.youtube)
    var clock = RelativeClock(before: input.hints.receivedOn)
    var count = 0
    try reader.forEachRecord(output) { value, line in
      guard var comment = comment(value, line, input.hints, &clock) else {
        try output.problem(CommentFields.noText(line: line))
        return
      }
      if value["text"]?.hasLoneSurrogate == true { try output.problem(.loneSurrogate(line: line)) }
      comment.postID = postID
      comment.account = account
      count += 1
      try output.comment(comment)
    }
    if count == 0 { try output.problem(.nothingRead("comments")) }
  }

  private func comment(
    _ value: JSONValue, _ line: Int, _ hints: SourceHints, _ clock: inout RelativeClock
  ) -> RawComment? {
    guard let text = value["text"]?.string, !text.isEmpty else { return nil }
    let id = value["cid"]?.string
    let parent = id?.utf8.firstIndex(of: ASCII.dot).flatMap { dot in id.map { String($0[..<dot]) } }
    let channel = value["channel"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    var comment = RawComment(
      id: id, parentID: parent, author: channel ?? value["author"]?.string, text: text,
      publishedPrecision: .estimate, row: line)
    comment.authorIsCreator = channel != nil && channel == hints.account.externalID
    if let votes = value["votes"]?.plainBytes { comment.likes = CommentFields.likes(votes) }
    if let seconds = value["time_parsed"]?.double, let whole = Int64(exactly: seconds.rounded()) {
      comment.publishedAt = Instant(seconds: whole)
    } else if let words = value["time"]?.plainBytes {
      comment.publishedAt = clock.instant(words)
    }
    return comment
  }
}
