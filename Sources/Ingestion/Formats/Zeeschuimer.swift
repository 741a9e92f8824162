import Records

/// Zeeschuimer (the collector of 4CAT): a post or comment of Instagram a line, as the site's own object in `data`.
///
/// Quirks: the object's shape is that of the site on the day; `timestamp_collected` is in milliseconds; comments name
/// their post by its number, which is its short code in other digits. Lines of other sites are left out.
struct Zeeschuimer: ExportFormat {
  let id = "zeeschuimer"
  let title = "Zeeschuimer (NDJSON of Instagram)"

  func score(_ probe: Probe) -> Int {
    guard let names = probe.json?.names else { return 0 }
    return names.isSuperset(of: ["item_id", "source_platform", "data"]) ? 95 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let pass = ZeeschuimerPass(input, output)
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: "json lines", scope: .lifetime,
        account: input.account(.instagram)))
    let reader = JSONRecordReader(input.text, layout: .documents)
    try reader.forEachRecord(output) { value, line in
      try pass.read(value, line: line)
    }
    if pass.count == 0 { try output.problem(.nothingRead("posts or comments of Instagram")) }
  }
}

/// One reading of what Zeeschuimer collected.
private final class ZeeschuimerPass {
  /// Posts and comments given so far.
  private(set) var count = 0

  private let input: FormatInput
  private let output: RecordOutput
  private let comments: CommentObjectReader
  private let account: AccountHint

  init(_ input: FormatInput, _ output: RecordOutput) {
    self.input = input
    self.output = output
    comments = CommentObjectReader(input, output)
    account = input.account(.instagram)
  }

  func read(_ value: JSONValue, line: Int) throws {
    guard let data = value["data"], value["source_platform"]?.words?.withBytes({ $0.holds("instagram") }) == true else {
      return try output.problem(ZeeschuimerPass.otherSite(line: line))
    }
    if let item = InstagramItem(data, account: account, line: line) {
      count += 1
      return try item.give(to: output, asOf: collectedOn(value))
    }
    guard data["text"] != nil else { return try output.problem(ApifyInstagramPosts.noPost(line: line)) }
    try comments.read(data, line: line, under: CommentContext(postID: postID(data), account: account))
    count += 1
  }

  /// The short code of the post, which its links hold; its number where there is none.
  private func postID(_ data: JSONValue) -> String? {
    if let code = data["post_shortcode"]?.words { return code }
    guard let number = (data["post_id"] ?? data["media_id"])?.words else { return nil }
    return number.withBytes { Identifier.shortcode(mediaID: $0) } ?? number
  }

  private func collectedOn(_ value: JSONValue) -> Day {
    let time = value["timestamp_collected"]?.plainBytes.flatMap { DateParser.unix($0) }
    return time?.day() ?? input.hints.receivedOn
  }

  private static func otherSite(line: Int) -> Problem {
    Problem(
      "zeeschuimer.other-site", .rowRefused, line: line, found: "something from another site", expected: "Instagram",
      remedy: "Nothing needs to be done; choose only Instagram when you collect again.")
  }
}
