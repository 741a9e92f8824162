import Ingestion
import Records
import Storage

/// Counts the records of one file and compares them with what the archive knows.
final class InspectSink: RecordSink {
  private(set) var file: InspectedFile
  private let names: [String]
  private let resolver: AccountResolver
  private let reader: ArchiveReader?
  private let records: RecordLines?
  private var description: SourceDescription?
  private var postIDs: [String: Platform?] = [:]
  private var days: (first: Day, last: Day)?
  private var asOf: Day?

  /// Posts of one file that are compared with the archive at most.
  private static let postLimit = 5_000
  private static let problemLimit = 1_000

  init(names: [String], resolver: AccountResolver, reader: ArchiveReader?, records: RecordLines?) {
    self.names = names
    self.resolver = resolver
    self.reader = reader
    self.records = records
    file = InspectedFile(name: names.first ?? "")
  }

  func begin(_ source: SourceDescription) throws {
    description = source
    file.format = source.format
    file.title = AllFormats.list.first { $0.id == source.format }?.title ?? ""
    file.interfaceLanguage = source.interfaceLanguage
    file.encoding = source.encoding
    file.dialect = source.dialect
    file.scope = source.scope?.rawValue
    file.platform = source.account.platform?.rawValue
    try records?.source(source, file: file.name)
  }

  func post(_ post: PostSighting) throws {
    file.posts += 1
    see(post.externalID, post.account.platform)
    try records?.post(post)
  }

  func observation(_ observation: Observation) throws {
    file.numbers += 1
    if case .post(let id) = observation.subject { see(id, observation.account.platform) }
    if let period = observation.period { cover(period) }
    if observation.scope == .lifetime, let day = observation.asOf { asOf = max(asOf ?? day, day) }
    try records?.observation(observation)
  }

  func comment(_ comment: RawComment) throws {
    file.comments += 1
    if let id = comment.postID { see(id, comment.account.platform) }
    try records?.comment(comment)
  }

  func transcript(_ head: TranscriptHead) throws {
    file.transcripts += 1
    if let id = head.postID { see(id, head.account.platform) }
    try records?.transcript(head)
  }

  func cue(_ cue: Cue) throws {
    file.cues += 1
    try records?.cue(cue)
  }

  func handFigure(_ figure: HandFigure) throws {
    file.numbers += 1
    cover(figure.period)
    try records?.handFigure(figure)
  }

  func talkCard(_ card: TalkCard) throws {
    if case .id(let id) = card.talk { see(id, card.account.platform) }
    try records?.talkCard(card)
  }

  func registerRow(_ row: RegisterRow) throws {
    file.numbers += 1
    cover(Period(from: row.day, through: row.day))
    try records?.registerRow(row)
  }

  func problem(_ problem: Problem) throws {
    if problem.severity == .rowRefused { file.refusedRows += 1 }
    if file.problems.count < Self.problemLimit { file.problems.append(ProblemReceipt(problem)) }
    try records?.problem(problem)
  }

  private func see(_ id: String, _ platform: Platform?) {
    guard postIDs.count < Self.postLimit else { return }
    postIDs.updateValue(platform ?? description?.account.platform, forKey: id)
  }

  private func cover(_ period: Period) {
    days = (min(days?.first ?? period.from, period.from), max(days?.last ?? period.through, period.through))
  }

  /// Says whose it is and what the archive has of it.
  func finish() throws -> InspectedFile {
    let period = description?.period ?? days.map { Period(from: $0.first, through: $0.last) }
    file.period = period?.description
    file.asOf = asOf?.description
    guard let description else { return file }
    let owner = try owner(description)
    try compare(owner.account, period)
    return file
  }

  private func owner(_ description: SourceDescription) throws -> FileOwner {
    let posts = postIDs.lazy.flatMap { id, platform in
      // A transcript does not say where its talk was published.
      (platform.map { [$0] } ?? Platform.allCases).map { ($0, id) }
    }
    let owner = try OwnerSearch(resolver: resolver, reader: reader)
      .owner(of: description.account, names: names, posts: posts)
    switch owner {
    case .account(let account, let evidence):
      file.creator = resolver.creator(of: account)
      file.toldBy = evidence.rawValue
    case .several(let codes): file.candidates = codes
    case .unknown: break
    }
    return owner
  }

  private func compare(_ account: Int64?, _ period: Period?) throws {
    guard let reader else { return }
    var overlaps: Set<Int64> = []
    if let account, let period {
      overlaps.formUnion(try reader.imports(format: file.format, account: account, overlapping: period))
    }
    var known = 0
    for (id, platform) in postIDs {
      for platform in platform.map({ [$0] }) ?? Platform.allCases {
        guard let post = try reader.post(platform: platform, externalID: id) else { continue }
        known += 1
        if period == nil { overlaps.formUnion(try reader.imports(format: file.format, post: post.id)) }
        break
      }
    }
    file.knownPosts = known
    file.overlaps = overlaps.sorted()
  }
}
