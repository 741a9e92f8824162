import Records

/// Comments as JSON objects: an array or one a line, as Apify's actors, Instaloader and other collectors write them.
/// Members are known by the same names as the columns of a table of comments.
///
/// Quirks: answers lie inside the comment they answer (`replies`, `answers`); the author may be an object of its own.
struct CommentObjects: ExportFormat {
  let id = "comment-objects"
  let title = "Comments as JSON (Apify, Instaloader and alike)"

  /// Members of a document that hold its comments.
  private static let lists = ["comments", "items", "results", "data"]

  func score(_ probe: Probe) -> Int {
    guard let json = probe.json else { return 0 }
    if CommentObjects.isComment(json.names) { return 50 }
    return CommentObjects.list(json) == nil ? 0 : 45
  }

  /// Whether an object with these members is a comment.
  static func isComment(_ names: Set<String>) -> Bool {
    let header = names.map(HeaderName.normalised)
    if CommentColumn.isHeader(header) { return true }
    // The author as an object of its own stands for the other columns.
    return header.contains("text") && header.contains("owner") && header.contains("created_at")
  }

  private static func list(_ json: JSONSketch) -> String? {
    lists.first { json.inner[$0].map(isComment) == true }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let list = input.probe.json.flatMap { CommentObjects.isComment($0.names) ? nil : CommentObjects.list($0) }
    let reader = JSONRecordReader(input.text, layout: list.map { .members([$0]) } ?? .documents)
    let objects = CommentObjectReader(input, output)
    var hasBegun = false
    while let event = try reader.next() {
      switch event {
      case .documentBegan: objects.forgetPost()
      case .member(let name, let value): objects.learnPost(name, value)
      case .record(let value, let line, let isDamaged):
        if !hasBegun { try begin(value, input, objects, output) }
        hasBegun = true
        if isDamaged { try output.problem(.damagedText(line: line)) }
        try objects.read(value, line: line)
      case .fault(let fault, let isFinal): try output.problem(.json(fault, isFinal: isFinal))
      case .documentEnded: break
      }
    }
    if !hasBegun { try begin(nil, input, objects, output) }
    if objects.count == 0 { try output.problem(.nothingRead("comments")) }
  }

  /// The first record tells the platform.
  private func begin(
    _ value: JSONValue?, _ input: FormatInput, _ objects: CommentObjectReader, _ output: RecordOutput
  ) throws {
    if let value { objects.learnPlatform(value) }
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: "json", account: objects.account))
  }
}
