import Records
import Storage

/// Reads title, description and transcript of a post where they changed.
struct TalkReader {
  private let pool: ReadingPool
  private let writer: ArchiveWriter
  private let reader: Int64
  private let today: Day

  /// - Parameter today: the day by which is judged whose talks may be searched.
  init(_ pool: ReadingPool, _ writer: ArchiveWriter, reader: Int64, today: Day) {
    self.pool = pool
    self.writer = writer
    self.reader = reader
    self.today = today
  }

  /// - Returns: how many texts were read.
  func read(_ post: Int64) throws -> Int {
    guard let talk = try writer.reader.talk(post) else { return 0 }
    let known = try writer.reader.talkReadings(of: post)
    let indexed = try writer.reader.indexedParts(of: post)
    let isSearched = try writer.reader.mayQuote(post, on: today)
    let transcript = TranscriptText(talk.cues, durationSeconds: talk.durationSeconds)
    var count = 0
    for (part, text) in [("title", talk.title), ("description", talk.description), ("transcript", transcript.text)] {
      guard let text, !text.isEmpty else {
        if known[part] != nil { try writer.forgetTalk(part: part, post: post) }
        if indexed[part] != nil { try writer.forgetIndex(part: part, post: post) }
        continue
      }
      let hash = Fingerprint.hash(text.utf8)
      let now = (hash: hash, reader: reader)
      if let known = known[part], known == now, !isSearched || indexed[part].map({ $0 == now }) == true { continue }
      try save(text, part: part, hash: hash, transcript: transcript, post: post, isSearched: isSearched)
      count += 1
    }
    return count
  }

  private func save(
    _ text: String, part: String, hash: Int64, transcript: TranscriptText, post: Int64, isSearched: Bool
  ) throws {
    guard let read = pool.readTalk(PendingText(bytes: Array(text.utf8), kind: .talk)) else { return }
    let reading = read.reading
    let isSpoken = part == "transcript"
    let seconds =
      isSpoken
      ? transcript.seconds(of: reading.sentences.map(\.range)) : reading.sentences.map { _ in 0 }
    try writer.save(
      TalkReading(part: part, textHash: hash, reading: reading, sentenceSeconds: seconds), post: post, reader: reader)
    if isSpoken { try writer.save(read.words, part: part, post: post) }
    if isSearched { try writer.index(read.searched, part: part, hash: hash, post: post, reader: reader) }
  }
}

/// A short name for public texts, to see whether they changed.
enum Fingerprint {
  static func hash(_ bytes: some Sequence<UInt8>) -> Int64 { Int64(bitPattern: StableHash(bytes).value) }
}
