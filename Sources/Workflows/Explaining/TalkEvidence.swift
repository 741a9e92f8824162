import Figures
import Records
import Reporting
import Storage

/// Talks behind a figure, and the sentences of theirs that carry a theme. Talks are public speech: they are quoted.
struct TalkEvidence {
  private let workflow: ExplainWorkflow
  private var words: FigureWords { workflow.words }

  init(_ workflow: ExplainWorkflow) { self.workflow = workflow }

  private func posts() throws -> [ExplainedPost] {
    let accounts = Set(workflow.accounts.map(\.id))
    return try workflow.archive.read {
      try $0.explainedPosts(
        accounts: accounts, published: workflow.name.month.period, zoneOffset: workflow.zoneOffset)
    }
  }

  /// Every talk of the month, with the file that it was first heard of from.
  func addTalks(to result: inout FigureExplanation) throws {
    let posts = try posts()
    let files = try workflow.files(Set(posts.compactMap(\.source)))
    result.talks += posts.map { post in
      talk(post, file: workflow.file(post.source.flatMap { files[$0] }, row: post.row), sentences: [])
    }
    addSilent(posts, to: &result)
  }

  /// Talks with sentences that carry the theme (nil = any), and how many talks have no text or no such sentence.
  func addSentences(_ theme: String?, _ stance: Stance, to result: inout FigureExplanation) throws {
    let posts = try posts()
    let accounts = Set(workflow.accounts.map(\.id))
    let found = try workflow.archive.read {
      try $0.foundSentences(
        theme: theme, stance: stance, accounts: accounts, published: workflow.name.month.period,
        zoneOffset: workflow.zoneOffset)
    }
    let judged = try judged(theme, stance)
    let byPost = Dictionary(grouping: found.filter { judged?.contains($0.post) ?? true }, by: \.post)
    for post in posts {
      guard let sentences = byPost[post.id] else { continue }
      result.talks.append(try quoted(post, sentences))
    }
    addSilent(posts, to: &result)
    let without = posts.filter { $0.isTranscribed && byPost[$0.id] == nil }.count
    if without > 0 { result.leftOut.append(words("explain.noSentence", ["n": .count(without)])) }
  }

  /// Talks that a person confirmed, where only those count; nil where all do.
  private func judged(_ theme: String?, _ stance: Stance) throws -> Set<Int64>? {
    guard let theme, stance == .opposes, FigureBook.sensitiveThemes.contains(theme) else { return nil }
    return try workflow.archive.read { try $0.confirmedTalks(against: theme) }
  }

  private func addSilent(_ posts: [ExplainedPost], to result: inout FigureExplanation) {
    let silent = posts.filter { !$0.isTranscribed }.count
    if silent > 0, workflow.name.measure != .talksPublished {
      result.leftOut.append(words("explain.noText", ["n": .count(silent)]))
    }
  }

  private func quoted(_ post: ExplainedPost, _ found: [FoundSentence]) throws -> FigureExplanation.Talk {
    let (talk, source) = try workflow.archive.read { (try $0.talk(post.id), try $0.transcriptSource(of: post.id)) }
    guard let talk else { return self.talk(post, file: nil, sentences: []) }
    let transcript = TranscriptText(talk.cues, durationSeconds: talk.durationSeconds)
    let units = Array(transcript.text.utf16)
    let groups = Dictionary(grouping: found, by: \.sentence.lowerBound).sorted { $0.key < $1.key }
    let sentences = groups.compactMap { _, spans in
      spans.first.map { first in
        let place = transcript.place(of: first.sentence.lowerBound)
        return FigureExplanation.Sentence(
          time: Self.clock(place?.seconds ?? 0), row: place?.row, seconds: first.seconds,
          language: first.language.rawValue, words: MarkedWords.cut(units, first.sentence, spans.map(\.span)))
      }
    }
    let file = try source.flatMap { try workflow.files([$0])[$0] }
    return self.talk(post, file: workflow.file(file, row: nil), sentences: sentences)
  }

  private func talk(
    _ post: ExplainedPost, file: FigureExplanation.File?, sentences: [FigureExplanation.Sentence]
  ) -> FigureExplanation.Talk {
    let account = workflow.accounts.first { $0.id == post.account }
    return FigureExplanation.Talk(
      author: account?.creator ?? "", platform: account?.platform.rawValue ?? "", title: OneLine.text(post.title),
      publishedOn: post.publishedOn.description, hasText: post.isTranscribed, file: file, sentences: sentences)
  }

  /// `3:07`.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(max(0, min(seconds, 1e6)))
    let tail = whole % 60
    return "\(whole / 60):" + (tail < 10 ? "0" : "") + "\(tail)"
  }
}

/// A sentence cut into marked and plain words.
enum MarkedWords {
  /// - Parameters:
  ///   - units: the whole text, UTF-16; ranges beyond its end are cut off.
  ///   - spans: what is marked; they may overlap and come in any order.
  static func cut(_ units: [UInt16], _ sentence: Range<Int>, _ spans: [Range<Int>]) -> [FigureExplanation.Words] {
    let sentence = sentence.clamped(to: 0..<units.count)
    var parts: [FigureExplanation.Words] = []
    var at = sentence.lowerBound
    func add(to end: Int, isMarked: Bool) {
      guard end > at else { return }
      let text = String(decoding: units[at..<end], as: UTF16.self)
      parts.append(FigureExplanation.Words(text: OneLine.text(text), isMarked: isMarked))
      at = end
    }
    for span in spans.map({ $0.clamped(to: sentence) }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      add(to: span.lowerBound, isMarked: false)
      add(to: span.upperBound, isMarked: true)
    }
    add(to: sentence.upperBound, isMarked: false)
    return parts
  }
}
