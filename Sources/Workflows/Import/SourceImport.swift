import Foundation
import Ingestion
import Protection
import Records
import Storage

/// Takes the records of one file into the archive. Posts and numbers wait until the file's account is known; comments
/// are protected and stored as they come.
final class SourceImport: RecordSink {
  private let context: ImportContext
  private let names: [String]
  private let importID: Int64
  private let ordinal: Int

  private(set) var description: SourceDescription?
  private(set) var source: Int64 = 0
  private(set) var problems: [Problem] = []
  private(set) var touchedAccounts: Set<Int64> = []
  private var waiting = WaitingRecords()
  private var comments: CommentImport?
  private lazy var closed = ClosedPosts(context.reader)
  private var tally = RowTally()
  private var heldProblems = 0
  private var fileAccount: Int64??
  private var strangers: Set<String> = []
  /// The owner's comments under posts that the archive does not know.
  private var strangerComments = 0
  /// Codes of the creators that the file could be of, where there are several.
  private var candidates: [String] = []

  /// Problems beyond this many are counted, not kept.
  private static let problemLimit = 1_000

  init(_ context: ImportContext, importID: Int64, ordinal: Int, names: [String]) {
    self.context = context
    self.importID = importID
    self.ordinal = ordinal
    self.names = names
  }

  func begin(_ source: SourceDescription) throws {
    description = source
    self.source = try context.writer.addSource(
      to: importID, ordinal: ordinal, nameSealed: try context.seal(names.first ?? ""), source,
      number: context.reopened?.sources[ordinal])
  }

  func post(_ post: PostSighting) { waiting.add(post) }
  func observation(_ observation: Observation) { waiting.add(observation) }
  func transcript(_ head: TranscriptHead) { waiting.add(head) }
  func cue(_ cue: Cue) { waiting.add(cue) }
  func talkCard(_ card: TalkCard) { waiting.add(card) }

  func problem(_ problem: Problem) {
    if problem.severity == .rowRefused { tally.refuse() }
    if problems.count < Self.problemLimit { problems.append(problem) } else { heldProblems += 1 }
  }

  func comment(_ comment: RawComment) throws {
    guard let post = try postOfComment(comment) else { return }
    if try closed.holds(comment, post: post.id) { return tally.add(.unchanged, row: comment.row) }
    let importing = try comments ?? startComments()
    let outcome = try importing.add(
      comment, isByOwner: post.ownerID.map { $0 == comment.author } ?? false, post: post.id,
      externalID: post.externalID, post.platform)
    tally.add(outcome ?? .unchanged, row: comment.row)
  }

  /// Stores what waited and closes the file.
  func finish() throws -> FileReceipt {
    fileAccount = nil
    let fileAccount = try resolveFile()
    if waiting.isOverfull {
      problem(.tooManyRecords)
      waiting = WaitingRecords()
    }
    for sighting in waiting.posts { try store(sighting, fileAccount: fileAccount) }
    for observation in waiting.observations { try store(observation, fileAccount: fileAccount) }
    for transcript in waiting.transcripts { try store(transcript.head, transcript.cues, fileAccount: fileAccount) }
    for card in waiting.cards { try store(card, fileAccount: fileAccount) }
    if let comments { try comments.finish() }
    try context.derivePosts(saidBy: source, of: importID, accounts: touchedAccounts)
    tally.close()
    return try close(account: fileAccount ?? (touchedAccounts.count == 1 ? touchedAccounts.first : nil))
  }

  var accepted: Int { tally.counts.accepted + tally.counts.unchanged + tally.counts.restated }

  private func close(account: Int64?) throws -> FileReceipt {
    if heldProblems > 0 {
      problems.append(
        Problem("import.more-problems", .note, found: "\(heldProblems) more problems", remedy: "mend the first ones"))
    }
    if strangerComments > 0 {
      problems.append(
        Problem(
          "comments.under-others", .note, found: "\(strangerComments) comments under posts that are not in the archive",
          expected: "comments under the creator's own posts",
          remedy: "they were left out; hand the file in again once the creator's posts are in the archive"))
    }
    if let note = closed.note { problems.append(note) }
    if description != nil {
      try context.writer.addProblems(problems, to: source)
      try context.writer.finishSource(source, account: account, counts: tally.counts)
      try context.writer.seal(source: source)
    }
    return receipt(creator: account.flatMap { context.creator(of: $0) })
  }

  private func receipt(creator: String?) -> FileReceipt {
    FileReceipt(
      name: names.first ?? "", format: description?.format ?? "", encoding: description?.encoding ?? "",
      dialect: description?.dialect ?? "", period: description?.period?.description,
      scope: description?.scope?.rawValue, creator: creator, accepted: tally.counts.accepted,
      unchanged: tally.counts.unchanged, restated: tally.counts.restated, refused: tally.counts.refused,
      problems: problems.map(ProblemReceipt.init))
  }
}

// Whose is it?
extension SourceImport {
  private var platform: Platform? { description?.account.platform }

  /// The account that the file as a whole belongs to.
  private func resolveFile() throws -> Int64? {
    if let fileAccount { return fileAccount }
    let found = try searchFileAccount()
    fileAccount = .some(found)
    return found
  }

  private func searchFileAccount() throws -> Int64? {
    let sightings = waiting.posts.lazy.compactMap { sighting in
      (sighting.account.platform ?? self.platform).map { ($0, sighting.externalID) }
    }
    let search = OwnerSearch(resolver: context.resolver, reader: context.reader)
    let owner = try search.owner(of: description?.account ?? AccountHint(), names: names, posts: sightings)
    if case .several(let codes) = owner { candidates = codes }
    return owner.account
  }

  /// The account of one record: its own hint, else the post it names, else the file's account.
  private func account(of hint: AccountHint, post: String?, fileAccount: Int64?) throws -> Int64? {
    var hint = hint
    hint.platform = hint.platform ?? platform
    if let account = try context.account(of: hint) { return account }
    if let post, let known = try knownPost(post, platform: hint.platform) { return known.account }
    return fileAccount
  }

  /// A transcript does not say where its talk was published; ids of the two platforms look different.
  private func knownPost(_ id: String, platform: Platform?) throws -> StoredPost? {
    let platforms = platform.map { [$0] } ?? [.youtube, .instagram]
    for platform in platforms {
      if let post = try context.reader.post(platform: platform, externalID: id) { return post }
    }
    return nil
  }

  /// A series of an account that nobody knows says so once, not once a day.
  private func holdBack(line: Int) {
    guard !problems.contains(where: { Problem.decisionCodes.contains($0.code) && $0.severity != .note }) else { return }
    refuseUnknownAccount(line: line)
  }

  private func refuseUnknownAccount(line: Int) {
    problem(candidates.isEmpty ? .unknownAccount(line: line) : .severalAccounts(candidates, line: line))
  }
}

// Storing
extension SourceImport {
  private func store(_ sighting: PostSighting, fileAccount: Int64?) throws {
    guard
      let account = try account(of: sighting.account, post: sighting.externalID, fileAccount: fileAccount),
      let platform = sighting.account.platform ?? platform
    else { return refuseUnknownAccount(line: sighting.row) }
    let post = try context.post(account: account, platform: platform, externalID: sighting.externalID)
    try context.writer.addSighting(sighting, post: post.id, source: source, alias: ShortCode.of(sighting.permalink))
    try context.writer.markStale(post: post.id)
    if let id = sighting.account.externalID {
      try context.writer.learn(account: account, platform: platform, externalID: id, source: source)
    }
    touchedAccounts.insert(account)
    tally.add(.accepted, row: sighting.row)
  }

  private func store(_ observation: Observation, fileAccount: Int64?) throws {
    var postID: String?
    if case .post(let id) = observation.subject { postID = id }
    guard
      let account = try account(of: observation.account, post: postID, fileAccount: fileAccount),
      let platform = observation.account.platform ?? platform
    else { return holdBack(line: observation.row) }
    let post = try postID.map { try context.post(account: account, platform: platform, externalID: $0) }
    let outcome = try context.writer.add(observation, account: account, post: post?.id, source: source)
    touchedAccounts.insert(account)
    tally.add(outcome, row: observation.row)
  }

  private func store(_ head: TranscriptHead, _ cues: [Cue], fileAccount: Int64?) throws {
    guard let postID = head.postID else {
      return problem(
        Problem(
          "transcript.post-unknown", .fileRefused, found: "a transcript without a video id",
          expected: "the id in the file name, such as: talk [dQw4w9WgXcQ].ky.srt", remedy: "rename the file"))
    }
    guard
      let account = try account(of: head.account, post: postID, fileAccount: fileAccount)
    else { return refuseUnknownAccount(line: 1) }
    let platform = head.account.platform ?? platform ?? .youtube
    let post = try context.post(account: account, platform: platform, externalID: postID)
    try context.writer.addTranscript(head, post: post.id, source: source, cues: cues)
    touchedAccounts.insert(account)
    for cue in cues { tally.add(.accepted, row: cue.row) }
  }
}

// What staff typed in
extension SourceImport {
  func handFigure(_ figure: HandFigure) throws {
    let stored = try creatorCode(of: figure).map { creator in
      try context.writer.add(
        figure, creator: creator, enteredBySealed: context.seal(figure.enteredBy),
        evidenceSealed: context.seal(figure.evidence), source: source)
    }
    guard stored == true else { return refuseUnknownAccount(line: figure.row) }
    tally.add(.accepted, row: figure.row)
  }

  /// By the row's own word (a code, handle or name), else as the user or the names around the file say.
  private func creatorCode(of figure: HandFigure) throws -> String? {
    guard let word = figure.creator else {
      return context.chosen
        ?? context.resolver.account(inNames: names, platform: nil).flatMap { context.creator(of: $0) }
    }
    let account =
      try context.account(of: AccountHint(username: word)) ?? context.account(of: AccountHint(displayName: word))
    return account.flatMap { context.creator(of: $0) } ?? word
  }

  func registerRow(_ row: RegisterRow) throws {
    switch try RegisterImport(context: context, source: source).add(row) {
    case .taken(let outcome, let note):
      if let note { problem(note) }
      tally.add(outcome, row: row.row)
    case .refused(let reason): problem(reason)
    }
  }

  private func store(_ card: TalkCard, fileAccount: Int64?) throws {
    guard let post = try post(of: card, fileAccount: fileAccount) else { return }
    try context.writer.add(card, post: post, source: source)
    tally.add(.accepted, row: card.row)
  }

  private func post(of card: TalkCard, fileAccount: Int64?) throws -> Int64? {
    switch card.talk {
    case .id(let id):
      if let known = try knownPost(id, platform: card.account.platform) { return known.id }
      guard let platform = card.account.platform ?? platform,
        let account = try account(of: card.account, post: id, fileAccount: fileAccount)
      else {
        refuseUnknownAccount(line: card.row)
        return nil
      }
      return try context.post(account: account, platform: platform, externalID: id).id
    case .titled(let title, let day): return try post(titled: title, on: day, row: card.row)
    }
  }

  /// A title of that day; a day earlier or later counts too, since platforms and staff live in different zones.
  private func post(titled title: String, on day: Day, row: Int) throws -> Int64? {
    let first = Instant(day: day + -1, secondOfDay: 0)
    let posts = try context.reader.posts(publishedFrom: first, until: Instant(day: day + 2, secondOfDay: 0))
    let found = posts.filter { $0.title.caseInsensitiveCompare(title) == .orderedSame }
    if found.count == 1 { return found[0].id }
    problem(
      Problem(
        "card.talk-unknown", .rowRefused, line: row,
        found: found.isEmpty ? "a title that no known talk of these days has" : "a title that several talks have",
        expected: "a talk whose export was taken before", remedy: "give the id or the link of the talk"))
    return nil
  }
}

// Comments
extension SourceImport {
  private func startComments() throws -> CommentImport {
    let started = try CommentImport(context, source: source)
    comments = started
    return started
  }

  private func postOfComment(_ comment: RawComment) throws -> ImportContext.Post? {
    guard let postID = comment.postID else {
      problem(
        Problem(
          "comment.post-unknown", .rowRefused, line: comment.row, found: "a comment without the id of its video",
          expected: "a column or a file name with the id", remedy: "name the file after the video's id"))
      return nil
    }
    let platform = comment.account.platform ?? platform ?? .youtube
    if let post = try context.knownPost(platform: platform, externalID: postID) { return post }
    if comment.needsKnownPost {
      strangerComments += 1
      return nil
    }
    guard !strangers.contains(postID), let account = try accountOfNewPost(postID, comment.account) else {
      strangers.insert(postID)
      refuseUnknownAccount(line: comment.row)
      return nil
    }
    touchedAccounts.insert(account)
    return try context.post(account: account, platform: platform, externalID: postID)
  }

  /// A post that the archive does not know: its sighting in this file may tell whose it is.
  private func accountOfNewPost(_ postID: String, _ hint: AccountHint) throws -> Int64? {
    try account(of: waiting.account(ofPost: postID) ?? hint, post: postID, fileAccount: try resolveFile())
  }
}

/// The short code in an Instagram link, by which other tools name the post.
enum ShortCode {
  static func of(_ permalink: String?) -> String? {
    guard let permalink else { return nil }
    let parts = permalink.split(separator: "/").map(String.init)
    guard let index = parts.firstIndex(where: { $0 == "p" || $0 == "reel" || $0 == "tv" }), index + 1 < parts.count
    else { return nil }
    return parts[index + 1]
  }
}
