import Records

/// Instagram, "Download your information", past insights of posts, reels, stories and live videos: one record a
/// post, numbers of its whole life.
///
/// Quirks: letters are broken (each byte of UTF-8 is a letter of its own); labels are in the interface's
/// language, numbers are texts as it writes them; `--` is "not measured"; posts have no id; reels count plays,
/// older posts impressions, and neither is called views.
struct InstagramInsights: ExportFormat {
  let id = "instagram-insights"
  let title = "Instagram download, insights of posts (JSON)"

  private static let kinds: [(name: String, kind: PostKind?)] = [
    ("organic_insights_posts", nil), ("organic_insights_reels", .reel), ("organic_insights_stories", .story),
    ("organic_insights_live_videos", .live), ("organic_insights_live", .live), ("organic_insights_videos", .video),
  ]

  func score(_ probe: Probe) -> Int { InstagramInsights.kind(probe) == nil ? 0 : 95 }

  private static func kind(_ probe: Probe) -> (name: String, kind: PostKind?)? {
    kinds.first { probe.json?.names.contains($0.name) == true }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: "json", scope: .lifetime,
        account: input.downloadAccount))
    guard let (name, kind) = InstagramInsights.kind(input.probe) else { return }
    let reader = JSONRecordReader(input.text, layout: .members([name]), allowsLines: false)
    var rows = InsightRows(kind: kind, input, output)
    try reader.forEachRecord(output) { value, line in
      try rows.record(value, line)
    }
    try rows.finish()
  }
}

/// One reading of insights of posts.
private struct InsightRows {
  private let kind: PostKind?
  private let output: RecordOutput
  private let account: AccountHint
  private let asOf: Day
  private var rows = RowNumber()
  private var count = 0
  private var strangers: Set<String> = []

  init(kind: PostKind?, _ input: FormatInput, _ output: RecordOutput) {
    self.kind = kind
    self.output = output
    account = input.downloadAccount
    asOf = input.downloadDay
  }

  mutating func record(_ record: JSONValue, _ line: Int) throws {
    let numbers = record["string_map_data"]?.members ?? []
    guard let media = media(record, numbers), let id = media.id else {
      return try output.problem(InstagramMedia.nameless(line: line))
    }
    let row = rows.next(line)
    var post = media.sighting(id, account, row: row)
    var observations: [Observation] = []
    for (name, value) in numbers {
      let cell = value["value"]?.mended ?? ""
      switch InstagramLabel.label(Mojibake.repaired(name)) {
      case .metric(let metric):
        guard !observations.contains(where: { $0.metric == metric }) else { continue }
        observations.append(try observation(metric, cell, id, line, row))
      case .caption: post.description = post.description ?? (cell.isEmpty ? nil : cell)
      case .duration:
        post.durationSeconds = cell.withBytes(DurationParser.seconds).flatMap { Int(exactly: $0.rounded()) }
      case .ignored: break
      case nil:
        // A label that only holds the time needs no name.
        if value["timestamp"]?.seconds == nil, strangers.count < 50 { strangers.insert(Mojibake.repaired(name)) }
      }
    }
    count += 1
    try output.post(post)
    for observation in observations { try output.observation(observation) }
  }

  mutating func finish() throws {
    if !strangers.isEmpty { try output.problem(.unknownColumns(strangers.sorted())) }
    if count == 0 { try output.problem(.nothingRead("posts")) }
  }

  /// The picture's entry, whatever it is called, and the only time that is stated.
  private func media(_ record: JSONValue, _ numbers: [(name: String, value: JSONValue)]) -> InstagramMedia? {
    let picture = record["media_map_data"]?.members.first?.value
    let times = Set(numbers.compactMap { $0.value["timestamp"]?.seconds })
    var media = InstagramMedia()
    media.uri = picture?["uri"]?.label
    media.caption = picture?["title"]?.mended
    media.created =
      picture?["creation_timestamp"]?.seconds ?? record["creation_timestamp"]?.seconds
      ?? (times.count == 1 ? times.first : nil)
    media.kind = kind
    return media
  }

  private func observation(
    _ metric: Metric, _ cell: String, _ id: String, _ line: Int, _ row: Int
  ) throws -> Observation {
    let value = cell.withBytes { NumberParser().parse($0, as: .count) }
    if case .unreadable = value {
      try output.problem(cell.withBytes { .unreadableNumber(line: line, column: metric.rawValue, cell: $0) })
    }
    return Observation(
      subject: .post(id), account: account, metric: metric, scope: .lifetime, asOf: asOf, value: value, row: row)
  }
}
