import Records

/// Writes records as lines of JSON (NDJSON); `docs/records.md` names the fields. Names of fields never change.
final class RecordLines {
  private let write: ([UInt8]) throws -> Void
  private var line = JSONLine()
  private var file = ""

  /// Bytes that are gathered before they are written.
  private static let pieceSize = 1 << 16

  init(write: @escaping ([UInt8]) throws -> Void) {
    self.write = write
  }

  func source(_ source: SourceDescription, file: String) throws {
    self.file = file
    try record("source") { line in
      line.field("format", source.format)
      line.field("encoding", source.encoding)
      line.field("dialect", source.dialect)
      line.field("interface_language", source.interfaceLanguage)
      line.field("scope", source.scope?.rawValue)
      line.field(source.period)
      line.field(source.account)
    }
  }

  func post(_ post: PostSighting) throws {
    try record("post", row: post.row) { line in
      line.field("post", post.externalID)
      line.field(post.account)
      line.field("kind", post.kind?.rawValue)
      line.field("title", post.title)
      line.field("description", post.description)
      line.field(publishedAt: post.publishedAt, post.publishedPrecision)
      line.field("duration_seconds", post.durationSeconds)
      line.field("permalink", post.permalink)
    }
  }

  func observation(_ observation: Observation) throws {
    try record("observation", row: observation.row) { line in
      if case .post(let id) = observation.subject { line.field("post", id) }
      line.field(observation.account)
      line.field("metric", observation.metric.rawValue)
      if !observation.definition.isEmpty { line.field("definition", observation.definition) }
      line.field("scope", observation.scope.rawValue)
      line.field(observation.period)
      line.field("as_of", observation.asOf?.description)
      if !observation.dimensions.isEmpty { line.field("dimensions", observation.dimensions) }
      line.field(observation.value)
    }
  }

  func comment(_ comment: RawComment) throws {
    try record("comment", row: comment.row) { line in
      line.field("post", comment.postID)
      line.field("comment", comment.id)
      line.field("parent", comment.parentID)
      line.field("author", comment.author)
      line.field("by_creator", comment.authorIsCreator)
      line.field("text", comment.text)
      line.field(publishedAt: comment.publishedAt, comment.publishedPrecision)
      line.field("likes", comment.likes.value)
      if comment.likes.isApproximate { line.field("likes_approximate", true) }
    }
  }

  func transcript(_ head: TranscriptHead) throws {
    try record("transcript") { line in
      line.field("post", head.postID)
      line.field("made_by", head.source.rawValue)
      line.field("language", head.statedLanguage)
    }
  }

  func cue(_ cue: Cue) throws {
    try record("cue", row: cue.row) { line in
      line.field("start_ms", cue.startMs)
      line.field("end_ms", cue.endMs)
      line.field("text", cue.text)
    }
  }

  func handFigure(_ figure: HandFigure) throws {
    try record("hand-figure", row: figure.row) { line in
      line.field("creator", figure.creator)
      line.field("platform", figure.platform.rawValue)
      line.field(figure.period)
      line.field("metric", figure.metric.rawValue)
      line.field(figure.value)
      line.field("entered_by", figure.enteredBy)
      line.field("evidence", figure.evidence)
    }
  }

  func talkCard(_ card: TalkCard) throws {
    try record("talk-card", row: card.row) { line in
      switch card.talk {
      case .id(let id): line.field("post", id)
      case .titled(let title, let day):
        line.field("title", title)
        line.field("published_on", day.description)
      }
      line.field("themes", card.themes.joined(separator: " "))
      line.field("target_group", card.targetGroup)
      line.field("campaign", card.campaign)
      if let boosted = card.isBoosted { line.field("boosted", boosted) }
      line.field("summary", card.summary)
    }
  }

  /// A story's words are sealed once they are taken in, and are not printed before.
  func registerRow(_ row: RegisterRow) throws {
    try record("register", row: row.row) { line in
      line.field("register", row.kind.rawValue)
      line.field("day", row.day.description)
      line.field("creator", row.creator)
      line.field("values", row.valueText)
    }
  }

  func problem(_ problem: Problem) throws {
    try record("problem", row: problem.line) { line in
      line.field("code", problem.code)
      line.field("severity", problem.severity.rawValue)
      line.field("column", problem.column)
      line.field("found", problem.found)
      line.field("expected", problem.expected)
      line.field("remedy", problem.remedy)
    }
  }

  func finish() throws {
    if !line.bytes.isEmpty { try write(line.bytes) }
    line = JSONLine()
  }

  private func record(_ kind: String, row: Int? = nil, _ fields: (inout JSONLine) -> Void) throws {
    line.object { line in
      line.field("record", kind)
      line.field("file", file)
      line.field("line", row)
      fields(&line)
    }
    line.endLine()
    if line.bytes.count >= Self.pieceSize { try finish() }
  }
}

/// Fields that are left out where there is nothing to say.
extension JSONLine {
  fileprivate mutating func field(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    self.name(name)
    string(value)
  }

  fileprivate mutating func field(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    number(value)
  }

  fileprivate mutating func field(_ name: StaticString, _ value: Bool) {
    self.name(name)
    truth(value)
  }

  fileprivate mutating func field(_ period: Period?) {
    field("from", period?.from.description)
    field("through", period?.through.description)
  }

  fileprivate mutating func field(_ account: AccountHint) {
    field("platform", account.platform?.rawValue)
    field("account", account.externalID)
    field("username", account.username)
    field("account_name", account.displayName)
  }

  fileprivate mutating func field(publishedAt: Instant?, _ precision: TimePrecision) {
    guard let publishedAt else { return }
    field("published_at", publishedAt.description)
    field("published_precision", precision.rawValue)
  }

  /// `value`, or `absence` saying why there is none: a missing number is never 0.
  fileprivate mutating func field(_ value: Reported<Double>) {
    switch value {
    case .known(let number), .approximate(let number):
      name("value")
      self.number(number)
      if value.isApproximate { field("approximate", true) }
    case .withheld: field("absence", "withheld")
    case .notInExport: field("absence", "not-in-export")
    case .unreadable: field("absence", "unreadable")
    }
  }
}
