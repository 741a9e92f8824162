import GRDB
package import Records

/// A talk as its creator's page shows it.
package struct TalkSummary: Sendable, Hashable {
  package let post: Int64
  package let platform: Platform
  package let title: String
  package let publishedAt: Instant
  /// Views of the period asked for, where an export states them.
  package let views: Double?
  /// Themes read in the transcript, title or description, by stance.
  package let themes: [ThemeStance]
  package let isTranscribed: Bool
  /// The language of the transcript, where it is one that is not read.
  package let unreadLanguage: LanguageTag?
  /// What the talk's card declares, where it has one.
  package let card: StoredTalkCard?
  /// How much of the talk its text covers and what it speaks for; nil where there is no text with times.
  package let text: TalkText?
}

/// The spoken time of a talk's text, and what of it speaks for which theme, in seconds.
package struct TalkText: Sendable, Hashable {
  package let seconds: Double
  /// Length of the talk itself, where an export states it.
  package let duration: Double?
  package let themes: [String: Double]
}

extension ArchiveReader {
  /// Talks of a creator published between two moments, oldest first.
  package func talks(of creator: String, from: Instant, before: Instant) throws -> [TalkSummary] {
    let sql = """
      SELECT post.id, post.platform, coalesce(title, description, ''), published_at,
        EXISTS (SELECT 1 FROM transcript WHERE transcript.post = post.id),
        (SELECT language FROM talk_reading r WHERE r.post = post.id AND r.part = 'transcript'), duration_seconds FROM post
      JOIN account ON account.id = post.account JOIN creator ON creator.id = account.creator
      WHERE code = ? AND published_at >= ? AND published_at < ? AND same_as IS NULL
      ORDER BY published_at, post.external_id
      """
    return try Row.fetchAll(db, sql: sql, arguments: [creator, from.seconds, before.seconds]).compactMap { row in
      guard let platform = Platform(rawValue: row[1]) else { return nil }
      return TalkSummary(
        post: row[0], platform: platform, title: row[2], publishedAt: Instant(seconds: row[3]),
        views: try newestViews(of: row[0]), themes: try themes(of: row[0]), isTranscribed: row[4],
        unreadLanguage: (row[5] as String?).flatMap(LanguageTag.init).flatMap { $0.isUnread ? $0 : nil },
        card: try talkCard(of: row[0]), text: try text(of: row[0], duration: row[6]))
    }
  }

  /// The title of a post, if it is this creator's.
  package func title(of post: Int64, by creator: String) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT coalesce(title, description, '') FROM post JOIN account ON account.id = post.account
        JOIN creator ON creator.id = account.creator WHERE post.id = ? AND code = ?
        """, arguments: [post, creator])
  }

  /// Totals of views of a creator's talks at most `oldest` days after their publication, by age; of two statements about a
  /// day the later one counts. Days are those of the zone.
  package func agedTalks(of creator: String, before: Instant, oldest: Int, zoneOffset: Int) throws -> [AgedTalk] {
    let sql = """
      SELECT post.id, coalesce(title, description, ''), post.platform, post.kind,
        (published_at + iif(published_precision = 'day', 0, :offset)) / 86400 AS day, o.as_of, o.value
      FROM creator JOIN account ON account.creator = creator.id JOIN post ON post.account = account.id
      CROSS JOIN observation o ON o.post = post.id AND o.metric = 'views' AND o.scope = 'lifetime' AND o.dimensions = ''
        AND o.value IS NOT NULL AND o.as_of BETWEEN published_at / 86400 AND published_at / 86400 + :oldest + 1
      WHERE creator.code = :code AND published_at < :before AND post.same_as IS NULL
      ORDER BY post.id, o.as_of, o.source_file
      """
    var talks: [AgedTalk] = []
    var last: Int64?
    let rows = try Row.fetchCursor(
      db, sql: sql, arguments: ["code": creator, "before": before.seconds, "offset": zoneOffset, "oldest": oldest])
    while let row = try rows.next() {
      guard let platform = Platform(rawValue: row[2]) else { continue }
      let (post, day): (Int64, Day) = (row[0], Day(number: row[4]))
      if post != last {
        let kind = (row[3] as String?).flatMap(PostKind.init(rawValue:))
        talks.append(AgedTalk(title: row[1], platform: platform, kind: kind, publishedOn: day, views: [:]))
        last = post
      }
      talks[talks.count - 1].views[Day(number: row[5]) - day] = row[6]
    }
    return talks
  }

  /// When comments were written under a creator's talks, where exports state the hour; each comment once.
  package func answerHours(
    of creator: String, from: Instant, before: Instant, zoneOffset: Int
  ) throws -> [AnswerHour] {
    let sql = """
      SELECT (written / 86400 + 3) % 7 + 1, written % 86400 / 3600, count(*) FROM (
        SELECT max(c.published_at) + :offset AS written FROM creator JOIN account ON account.creator = creator.id
        JOIN post ON post.account = account.id CROSS JOIN comment_sighting c ON c.post = post.id
        WHERE creator.code = :code AND c.published_at >= :from AND c.published_at < :before
          AND c.published_precision IN ('second', 'minute')
        GROUP BY c.post, c.identity)
      GROUP BY 1, 2 ORDER BY 1, 2
      """
    return try Row.fetchAll(
      db, sql: sql,
      arguments: ["code": creator, "from": from.seconds, "before": before.seconds, "offset": zoneOffset]
    ).map { AnswerHour(weekday: $0[0], hour: $0[1], comments: $0[2]) }
  }

  private func newestViews(of post: Int64) throws -> Double? {
    try Double.fetchOne(
      db,
      sql: """
        SELECT value FROM observation WHERE post IN (SELECT ?1 UNION ALL SELECT id FROM post WHERE same_as = ?1)
          AND metric = 'views' AND dimensions = '' AND value IS NOT NULL
        ORDER BY as_of DESC, through_day - from_day DESC, source_file DESC LIMIT 1
        """, arguments: [post])
  }

  /// A sentence that shows a theme twice counts once.
  private func text(of post: Int64, duration: Double?) throws -> TalkText? {
    let seconds = try Double.fetchOne(
      db,
      sql: """
        SELECT seconds FROM talk_reading WHERE post = ? AND part = 'transcript' AND seconds > 0
          AND language NOT IN (\(LanguageTag.unreadList))
        """, arguments: [post])
    guard let seconds else { return nil }
    let themes = try Row.fetchAll(
      db,
      sql: """
        SELECT theme, sum(seconds) FROM (SELECT DISTINCT theme, sentence_start, seconds FROM talk_finding
          WHERE post = ? AND part = 'transcript' AND stance = 'promotes') GROUP BY theme
        """, arguments: [post])
    return TalkText(
      seconds: seconds, duration: duration,
      themes: Dictionary(themes.map { ($0[0] as String, $0[1] as Double) }) { first, _ in first })
  }

  private func themes(of post: Int64) throws -> [ThemeStance] {
    try Row.fetchAll(
      db, sql: "SELECT DISTINCT theme, stance FROM talk_finding WHERE post = ? ORDER BY 1, 2", arguments: [post]
    ).compactMap { row in
      Stance(rawValue: row[1]).map { ThemeStance(theme: row[0], stance: $0) }
    }
  }
}
