import Figures
package import Records
package import Reporting
import Storage

extension DeskArchive {
  /// Posts, the newest first.
  /// - Parameters:
  ///   - months: months of publication; nil for all.
  ///   - after: the post after which the page begins.
  package func posts(
    creator: String?, platform: Platform?, month: Month?, theme: String?, after: Int64?, limit: Int, now: Instant
  ) throws -> PostList {
    let filter = PostFilter(
      creator: creator, platform: platform, published: month?.period, theme: theme, zoneOffset: zone.offset(at: now))
    let (posts, count) = try archive.read { try $0.posts(filter, after: after, limit: limit + 1) }
    let shown = Array(posts.prefix(limit))
    return PostList(posts: shown, count: count, next: posts.count > limit ? shown.last?.id : nil)
  }

  /// One post with all that is known of it; of one creator alone where `creator` says whose it must be.
  /// - Parameters:
  ///   - themes: knows themes of cards by what people write.
  ///   - creator: the code that the post must belong to: its author asks, who sees the own words and no stance against
  ///     something, which waits for a person.
  /// - Returns: nil when there is no such post.
  package func post(
    _ id: Int64, of creator: String? = nil, themes: DeclaredThemes, now: Instant
  ) throws -> PostDetail? {
    let offset = zone.offset(at: now)
    return try archive.read { reader in
      guard let head = try reader.postHead(id, zoneOffset: offset), creator == nil || head.creator == creator else {
        return nil
      }
      let isOwn = creator != nil
      return try PostReading(reader, head, isOwn: isOwn, today: today(now)).detail(themes)
    }
  }
}

extension DeskArchive {
  /// Whether somebody wrote a note beside a figure of a creator in a month; its words are sealed.
  package func hasNotes(of creator: String, in month: Month) throws -> Bool {
    try archive.read { try $0.figureNotes(month...month) }.contains {
      FigureName($0.figure)?.selection.creator == creator
    }
  }
}

/// Reads a post together from the archive.
private struct PostReading {
  private let reader: ArchiveReader
  private let head: PostHead
  private let mayQuote: Bool
  private let findings: [PostFinding]

  init(_ reader: ArchiveReader, _ head: PostHead, isOwn: Bool, today: Day) throws {
    self.reader = reader
    self.head = head
    mayQuote = try isOwn || reader.mayQuote(head.id, on: today)
    findings = try reader.findings(of: head.id).filter { !isOwn || $0.stance != .opposes }
  }

  func detail(_ declared: DeclaredThemes) throws -> PostDetail {
    let talk = try reader.talk(head.id)
    let transcript = TranscriptText(talk?.cues ?? [], durationSeconds: talk?.durationSeconds)
    let hasTimes = talk?.cues.contains { $0.startMs != nil } ?? false
    let languages = try reader.talkLanguages(of: head.id)
    let length = head.durationSeconds.map(Double.init) ?? transcript.endSecond
    let second = { (place: Int) in hasTimes ? transcript.place(of: place).map { Int($0.seconds) } : nil }
    return PostDetail(
      head: head, twins: try reader.twins(of: head.id), mayQuote: mayQuote,
      language: languages["transcript"] ?? languages["description"] ?? languages["title"], themes: themes(),
      times: hasTimes ? times(transcript) : [], spokenSeconds: length,
      description: mayQuote ? lines(head.description ?? "", "description") { _ in nil } : [],
      transcript: mayQuote ? lines(transcript.text, "transcript", second: second) : [],
      card: try card(declared), statements: try reader.statements(of: head.id),
      answers: try reader.answers(of: head.id), sources: try reader.sources(ofPost: head.id))
  }

  private func lines(_ text: String, _ part: String, second: (Int) -> Int?) -> [TalkLine] {
    TalkLines(text, findings: findings.filter { $0.part == part }).lines(second: second)
  }

  /// Themes by their place in the codebook, what is spoken for first.
  private func themes() -> [TalkTheme] {
    let order: [Stance] = [.promotes, .mentions, .opposes]
    let groups = Dictionary(grouping: findings) { ThemeStance(theme: $0.theme, stance: $0.stance) }
    return groups.map { key, found in
      TalkTheme(
        theme: key.theme, stance: key.stance,
        sentences: Set(found.map { $0.part + ":" + String($0.sentence.lowerBound) }).count)
    }.sorted { one, two in
      (order.firstIndex(of: one.stance) ?? 0, FigureBook.themeOrder.firstIndex(of: one.theme) ?? 0, one.theme)
        < (order.firstIndex(of: two.stance) ?? 0, FigureBook.themeOrder.firstIndex(of: two.theme) ?? 0, two.theme)
    }
  }

  private func times(_ transcript: TranscriptText) -> [TalkTimes.Row] {
    themes().compactMap { theme in
      let found = findings.filter { $0.part == "transcript" && $0.theme == theme.theme && $0.stance == theme.stance }
      let sentences = Dictionary(found.map { ($0.sentence.lowerBound, $0.seconds) }) { first, _ in first }
      let stretches = sentences.sorted { $0.key < $1.key }.compactMap { start, seconds in
        transcript.place(of: start).map { $0.seconds...($0.seconds + max(0, seconds)) }
      }
      return stretches.isEmpty
        ? nil : TalkTimes.Row(theme: theme.theme, stance: theme.stance, stretches: stretches)
    }
  }

  private func card(_ declared: DeclaredThemes) throws -> DeclaredTalk? {
    try reader.card(of: head.id).map { card in
      DeclaredTalk(
        themes: card.themes.map(declared.code), targetGroup: card.targetGroup, campaign: card.campaign,
        isBoosted: card.isBoosted, summary: card.summary)
    }
  }
}
