import Records

/// Apify's Instagram actors: posts as JSON, in an array or one a line, each with its latest comments.
///
/// Quirks: -1 stands for hidden likes; an object with `error` stands for a page that could not be read; nothing tells
/// the day on which the counts were taken.
struct ApifyInstagramPosts: ExportFormat {
  let id = "apify-instagram-posts"
  let title = "Instagram posts from Apify (JSON)"

  func score(_ probe: Probe) -> Int {
    guard let names = probe.json?.names, names.contains("shortCode") else { return 0 }
    return names.contains("ownerUsername") || names.contains("commentsCount") || names.contains("caption") ? 85 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let account = input.account(.instagram)
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: "json", scope: .lifetime, account: account))
    let reader = JSONRecordReader(input.text, layout: .documents)
    let comments = CommentObjectReader(input, output)
    var posts = 0
    try reader.forEachRecord(output) { value, line in
      guard let item = InstagramItem(value, account: account, line: line) else {
        try output.problem(ApifyInstagramPosts.noPost(line: line))
        return
      }
      posts += 1
      try item.give(to: output, asOf: input.hints.receivedOn)
      let post = CommentContext(postID: item.post.externalID, account: item.post.account)
      try value["latestComments"]?.forEachElement { try comments.read($0, line: line, under: post) }
    }
    if posts == 0 { try output.problem(.nothingRead("posts")) }
  }

  static func noPost(line: Int) -> Problem {
    Problem(
      "id.missing", .rowRefused, line: line, found: "an object that is no post", expected: "a post with its short code",
      remedy: "Nothing needs to be done if the collector could not open the page; else collect it again.")
  }
}
