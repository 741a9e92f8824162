import Records

/// Instaloader, comments of one post (`<name>_comments.json`): a list, answers inside.
///
/// Quirks: only the file's name tells the post, by its short code (`--filename-pattern {shortcode}`) or, as
/// Instaloader names files by itself, by the moment it was made.
struct InstaloaderComments: ExportFormat {
  let id = "instaloader-comments"
  let title = "Instaloader comments (JSON)"

  func score(_ probe: Probe) -> Int {
    probe.json?.names.isSuperset(of: ["created_at", "text", "owner"]) == true ? 85 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let account = input.account(.instagram)
    try output.begin(
      SourceDescription(format: id, encoding: input.probe.encoding.name, dialect: "json", account: account))
    let reader = JSONRecordReader(input.text, layout: .documents)
    let post = InstaloaderComments.post(input.probe.name)
    var rows = RowNumber()
    var count = 0
    try reader.forEachRecord(output) { value, line in
      if value.hasLoneSurrogateInside { try output.problem(.loneSurrogate(line: line)) }
      for (record, parent) in [(value, nil)] + InstaloaderComments.answers(value) {
        guard let comment = comment(record, parent, post, account, row: rows.next(line)) else {
          try output.problem(CommentFields.noText(line: line))
          continue
        }
        count += 1
        try output.comment(comment)
      }
    }
    if count == 0 { try output.problem(.nothingRead("comments")) }
  }

  private static func answers(_ value: JSONValue) -> [(JSONValue, String?)] {
    let parent = value["id"]?.label
    return (value["answers"]?.elements ?? []).map { ($0, parent) }
  }

  private func comment(
    _ record: JSONValue, _ parent: String?, _ post: String?, _ account: AccountHint, row: Int
  ) -> RawComment? {
    guard let text = record["text"]?.label else { return nil }
    let owner = record["owner"]
    let username = owner?["username"]?.label
    var comment = RawComment(
      id: record["id"]?.label, parentID: parent, postID: post, account: account,
      author: owner?["id"]?.label ?? username, text: text, row: row)
    comment.authorIsCreator = username != nil && username == account.username
    comment.publishedAt = record["created_at"]?.seconds.map { Instant(seconds: Int64($0)) }
    comment.likes = record["likes_count"]?.int.flatMap { $0 < 0 ? nil : .known($0) } ?? .notInExport
    return comment
  }

  /// `AAAAAAAAAAA_comments.json`, or `2026-10-16_21-30-05_UTC_comments.json`.
  private static func post(_ name: String) -> String? {
    name.withBytes { bytes in
      guard let end = bytes.position(of: "_comments") else { return nil }
      let stem = bytes.part(0..<end)
      if let moment = moment(stem) { return moment }
      return Identifier.isVideo(stem) ? stem.string : PostFileName(name).postID
    }
  }

  private static func moment(_ stem: Bytes) -> String? {
    guard stem.count >= 23, stem[10] == 0x5F, stem.part(19..<23).equals("_UTC"),
      let day = Day(stem.part(0..<10).string),
      let hour = stem.decimal(11..<13), let minute = stem.decimal(14..<16), let second = stem.decimal(17..<19)
    else { return nil }
    return CreatedName.id(Int(Instant(day: day, secondOfDay: (hour * 60 + minute) * 60 + second).seconds))
  }
}
