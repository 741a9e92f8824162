import Records

/// YouTube Data Tools: a list of videos, one a row, with the counts of the day it was made.
///
/// Quirks: PHP writes the file, which leaves a quote behind a backslash as it is; the day stands in the file's name.
/// Dislikes are no longer given to others than the channel, and favourites are always 0: neither is read.
struct DataToolsVideos: ExportFormat {
  let id = "youtube-data-tools-videos"
  let title = "YouTube Data Tools video list"
  let neededColumns = ["videoId", "channelId", "publishedAt", "videoTitle", "viewCount"]

  func score(_ probe: Probe) -> Int {
    let header = Set(probe.table.header)
    return header.isSuperset(of: ["videoid", "channelid", "videotitle", "viewcount"]) ? 85 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary, scope: .lifetime,
        account: input.account(.youtube)))
    let header = input.probe.table.rows.first ?? TableSketch.Row(line: 1, cells: [])
    let table = input.table(hasBackslashQuotes: true)
    let videos = DataToolsVideo(input)
    let names = header.cells.map(HeaderName.normalised)
    var count = 0
    while try table.nextRow(header, output) {
      func cell(_ name: String) -> Bytes? { names.firstIndex(of: name).map { table[$0] } }
      guard let id = cell("videoid")?.trimmed(), Identifier.isVideo(id) else {
        try output.problem(DataToolsVideo.noVideo(line: table.line))
        continue
      }
      count += 1
      try videos.give(id.string, line: table.line, output, cell)
    }
    if count == 0 { try output.problem(.nothingRead("videos")) }
  }
}

/// One video, as both tables of YouTube Data Tools state it.
struct DataToolsVideo {
  private let account: AccountHint
  private let asOf: Day
  private let numbers = NumberParser()

  init(_ input: FormatInput) {
    account = input.account(.youtube)
    asOf = DataToolsName(input.probe.name).day ?? input.hints.receivedOn
  }

  /// Gives the post and its numbers to the output. `cell` finds what stands under a normalised name.
  func give(_ id: String, line: Int, _ output: RecordOutput, _ cell: (String) -> Bytes?) throws {
    func text(_ names: String...) -> String? {
      names.compactMap { cell($0)?.trimmed() }.first { !$0.isEmpty }?.string
    }
    var account = account
    account.externalID = text("channelid") ?? account.externalID
    account.displayName = text("channeltitle") ?? account.displayName
    var post = PostSighting(externalID: id, account: account, kind: .video, row: line)
    post.title = text("videotitle", "title")
    post.description = text("videodescription", "description")
    let length = [cell("durationsec"), cell("duration")].compactMap(\.self).compactMap(DurationParser.seconds).first
    post.durationSeconds = length.flatMap { Int(exactly: $0.rounded()) }
    if let date = cell("publishedat") ?? cell("published"), let civil = DateParser.civil(date, order: .monthFirst) {
      post.publishedAt = civil.instant
      post.publishedPrecision = civil.precision
    }
    try output.post(post)
    for (name, metric) in [("viewcount", Metric.views), ("likecount", .likes), ("commentcount", .comments)] {
      guard let bytes = cell(name) else { continue }
      let value = numbers.parse(bytes, as: .count)
      if case .unreadable = value { try output.problem(.unreadableNumber(line: line, column: name, cell: bytes)) }
      try output.observation(
        Observation(
          subject: .post(id), account: account, metric: metric, scope: .lifetime, asOf: asOf, value: value, row: line))
    }
  }

  static func noVideo(line: Int) -> Problem {
    Problem(
      "id.missing", .rowRefused, line: line, found: "a row without a video's id", expected: "11 letters and digits",
      remedy: "Look for a missing quote or an extra delimiter on this line.")
  }
}
