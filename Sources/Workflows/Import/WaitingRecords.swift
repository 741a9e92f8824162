import Records

/// What a file says before it is known whose it is; comments, of which there may be any number, do not wait.
struct WaitingRecords {
  private(set) var posts: [PostSighting] = []
  private(set) var observations: [Observation] = []
  private(set) var transcripts: [(head: TranscriptHead, cues: [Cue])] = []
  private(set) var cards: [TalkCard] = []
  private var accounts: [String: AccountHint] = [:]
  private var size = 0
  /// Bytes, about: the longest export of a platform needs a fiftieth of it, and a file without end must not fill the memory.
  private let limit: Int

  init(limit: Int = 192 << 20) { self.limit = limit }

  /// Whether there was more than can wait; what came too late was dropped.
  var isOverfull: Bool { size > limit }

  /// What the file says of the account of a post.
  func account(ofPost id: String) -> AccountHint? { accounts[id] }

  mutating func add(_ post: PostSighting) {
    guard fits(512 + post.title.textSize + post.description.textSize) else { return }
    if accounts[post.externalID] == nil { accounts[post.externalID] = post.account }
    posts.append(post)
  }

  mutating func add(_ observation: Observation) {
    if fits(512) { observations.append(observation) }
  }

  mutating func add(_ head: TranscriptHead) {
    if fits(256) { transcripts.append((head, [])) }
  }

  /// Adds a cue to the transcript that came last.
  mutating func add(_ cue: Cue) {
    guard !transcripts.isEmpty, fits(64 + cue.text.utf8.count) else { return }
    transcripts[transcripts.count - 1].cues.append(cue)
  }

  mutating func add(_ card: TalkCard) {
    if fits(512 + card.summary.textSize) { cards.append(card) }
  }

  private mutating func fits(_ bytes: Int) -> Bool {
    size += bytes
    return size <= limit
  }
}

extension String? {
  fileprivate var textSize: Int { self?.utf8.count ?? 0 }
}
