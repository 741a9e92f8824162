package import Records
import Storage

/// What the team asks of the talks, with how.
package struct TalkSearchOptions: Sendable, Hashable {
  package var text: String
  package var creator: String?
  package var theme: String?
  /// Days of publication, in the programme's zone.
  package var from: Day?
  package var through: Day?
  package var byRelevance = false
  /// The post after which the page begins; newest first only.
  package var after: Int64?
  /// Pages to leave out; by relevance only.
  package var page = 0
  package var limit = 20

  package init(text: String) { self.text = text }
}

/// A talk that fits, with the words that do.
package struct TalkHit: Sendable, Hashable, Codable {
  package let post: Int64
  package let author: String
  package let platform: String
  /// As YYYY-MM-DD; nil where no export tells.
  package let publishedOn: String?
  package let title: [FigureExplanation.Words]
  /// Where the words below stand: title, description or transcript.
  package let part: String
  /// Seconds from the talk's beginning, where captions tell.
  package let seconds: Int?
  package let words: [FigureExplanation.Words]
}

/// A page of talks that fit.
package struct TalkHits: Sendable, Codable {
  /// How many fit in all.
  package let count: Int
  package let hits: [TalkHit]
  /// The post after which the next page begins; nil on the last one, and by relevance.
  package let next: Int64?
  /// Talks that were read, and of these the ones that may be searched since their author agreed.
  package let read: Int
  package let searched: Int
}

/// Searches the talks: titles, descriptions and transcripts, by stems. Comments are never searched.
package struct TalkSearch {
  private let archive: Archive
  private let zoneOffset: Int
  private let today: Day
  private let questions: QuestionReader

  init(_ archive: Archive, zoneOffset: Int, today: Day, questions: QuestionReader) {
    self.archive = archive
    self.zoneOffset = zoneOffset
    self.today = today
    self.questions = questions
  }

  /// - Returns: nil when nothing is asked for: no word, or only words that must not be there.
  package func hits(_ options: TalkSearchOptions) throws -> TalkHits? {
    let fingerprint = try archive.read { try $0.searchFingerprint() }
    let question = try questions.read(options.text, fingerprint: fingerprint)
    guard let match = question.expression else { return nil }
    return try archive.read { reader in
      // One more than is shown tells whether anything follows.
      let (found, count) = try reader.search(request(options, match))
      let posts = found.prefix(options.limit)
      let searchable = try reader.searchable(today: today)
      let hits = try posts.compactMap { try hit($0, question, reader) }
      let goesOn = found.count > posts.count && !options.byRelevance
      return TalkHits(
        count: count, hits: hits, next: goesOn ? posts.last : nil, read: searchable.read,
        searched: searchable.searched)
    }
  }

  private func request(_ options: TalkSearchOptions, _ match: String) -> TalkSearchRequest {
    let from = options.from ?? Day(number: 0)
    let through = max(from, options.through ?? today + 1)
    let filter = PostFilter(
      creator: options.creator,
      published: options.from == nil && options.through == nil ? nil : Period(from: from, through: through),
      theme: options.theme, zoneOffset: zoneOffset)
    return TalkSearchRequest(
      match: match, order: options.byRelevance ? .relevance : .newest, filter: filter, today: today,
      limit: options.limit + 1, skipped: options.page * options.limit, after: options.after)
  }

  private func hit(_ post: Int64, _ question: TalkQuestion, _ reader: ArchiveReader) throws -> TalkHit? {
    guard let head = try reader.postHead(post, zoneOffset: zoneOffset), let talk = try reader.talk(post) else {
      return nil
    }
    let parts = try reader.indexedWords(of: post)
    let transcript = TranscriptText(talk.cues, durationSeconds: talk.durationSeconds)
    let texts = ["title": talk.title ?? "", "description": talk.description ?? "", "transcript": transcript.text]
    var marks: [String: [Range<Int>]] = [:]
    for part in parts {
      marks[part.part] = question.matches(in: part.keys).filter(part.places.indices.contains).map { part.places[$0] }
    }
    let shown = ["transcript", "description", "title"].first { marks[$0]?.isEmpty == false } ?? "title"
    let spans = marks[shown] ?? []
    let hasTimes = talk.cues.contains { $0.startMs != nil }
    let place = shown == "transcript" && hasTimes ? spans.first.flatMap { transcript.place(of: $0.lowerBound) } : nil
    return TalkHit(
      post: post, author: head.creator, platform: head.platform.rawValue,
      publishedOn: head.publishedOn?.description, title: Snippet.title(head, marks),
      part: shown, seconds: place.map { Int($0.seconds) }, words: Snippet.words(texts[shown] ?? "", spans))
  }
}

/// Cuts what is shown of a text out of it.
enum Snippet {
  /// Letters before the first word that fits, and in all.
  static let before = 70
  static let length = 240
  static let longestTitle = 140

  static func title(_ head: PostHead, _ marks: [String: [Range<Int>]]) -> [FigureExplanation.Words] {
    let part = head.title == nil ? "description" : "title"
    let units = Array((head.title ?? head.description ?? "").utf16)
    return cut(units, 0..<min(units.count, longestTitle), marks[part] ?? [])
  }

  /// The neighbourhood of the first place.
  static func words(_ text: String, _ spans: [Range<Int>]) -> [FigureExplanation.Words] {
    let units = Array(text.utf16)
    let first = spans.first?.lowerBound ?? 0
    return cut(units, max(0, first - before)..<min(units.count, max(0, first - before) + length), spans)
  }

  private static func cut(
    _ units: [UInt16], _ window: Range<Int>, _ spans: [Range<Int>]
  ) -> [FigureExplanation.Words] {
    guard !window.isEmpty else { return [] }
    let whole = wholeWords(units, window, keeping: spans.first)
    let inside = spans.filter { whole.overlaps($0) }
    let start = whole.lowerBound > 0 ? [FigureExplanation.Words(text: "… ", isMarked: false)] : []
    let end = whole.upperBound < units.count ? [FigureExplanation.Words(text: " …", isMarked: false)] : []
    return start + MarkedWords.cut(units, whole, inside) + end
  }

  /// Without the words that the window's ends go through.
  private static func wholeWords(_ units: [UInt16], _ window: Range<Int>, keeping span: Range<Int>?) -> Range<Int> {
    let isSpace = { (unit: UInt16) in unit == 0x20 || unit == 0x0A }
    var (start, end) = (window.lowerBound, window.upperBound)
    if start > 0, let space = units[window].firstIndex(where: isSpace) { start = space + 1 }
    if end < units.count, let space = units[window].lastIndex(where: isSpace) { end = space }
    if let span { (start, end) = (min(start, span.lowerBound), max(end, min(span.upperBound, window.upperBound))) }
    return start < end ? start..<end : window
  }
}
