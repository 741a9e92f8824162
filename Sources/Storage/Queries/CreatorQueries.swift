import GRDB
package import Records

/// A talk as its creator's page shows it.
package struct TalkSummary: Sendable, Hashable {
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
}

extension ArchiveReader {
  /// Talks of a creator published between two moments, oldest first.
  package func talks(of creator: String, from: Instant, before: Instant) throws -> [TalkSummary] {
    let sql = """
      SELECT post.id, post.platform, coalesce(title, description, ''), published_at,
        EXISTS (SELECT 1 FROM transcript WHERE transcript.post = post.id),
        (SELECT language FROM talk_reading r WHERE r.post = post.id AND r.part = 'transcript') FROM post
      JOIN account ON account.id = post.account JOIN creator ON creator.id = account.creator
      WHERE code = ? AND published_at >= ? AND published_at < ? ORDER BY published_at, post.external_id
      """
    return try Row.fetchAll(db, sql: sql, arguments: [creator, from.seconds, before.seconds]).compactMap { row in
      guard let platform = Platform(rawValue: row[1]) else { return nil }
      return TalkSummary(
        platform: platform, title: row[2], publishedAt: Instant(seconds: row[3]),
        views: try newestViews(of: row[0]), themes: try themes(of: row[0]), isTranscribed: row[4],
        unreadLanguage: (row[5] as String?).flatMap(LanguageTag.init).flatMap { $0.isUnread ? $0 : nil })
    }
  }

  private func newestViews(of post: Int64) throws -> Double? {
    try Double.fetchOne(
      db,
      sql: """
        SELECT value FROM observation WHERE post = ? AND metric = 'views' AND dimensions = '' AND value IS NOT NULL
        ORDER BY as_of DESC, through_day - from_day DESC, source_file DESC LIMIT 1
        """, arguments: [post])
  }

  private func themes(of post: Int64) throws -> [ThemeStance] {
    try Row.fetchAll(
      db, sql: "SELECT DISTINCT theme, stance FROM talk_finding WHERE post = ? ORDER BY 1, 2", arguments: [post]
    ).compactMap { row in
      Stance(rawValue: row[1]).map { ThemeStance(theme: row[0], stance: $0) }
    }
  }
}
