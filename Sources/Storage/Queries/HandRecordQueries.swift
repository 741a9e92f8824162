import GRDB
package import Records

/// How much staff typed in.
package struct HandRecordCounts: Sendable, Hashable {
  package let figures: Int
  /// Talks with a card, of all talks: pictures and stories are none.
  package let carded: Int
  package let talks: Int
}

/// A card with what names its talk.
package struct NamedTalkCard: Sendable, Hashable {
  package let creator: String
  package let platform: Platform
  package let externalID: String
  package let title: String?
  package let publishedAt: Instant?
  package let card: StoredTalkCard
}

extension ArchiveReader {
  package func handRecordCounts() throws -> HandRecordCounts {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM talk_card c WHERE c.post = post.id)), 0) FROM post
        WHERE same_as IS NULL AND coalesce(kind, 'video') NOT IN ('image', 'carousel', 'story')
        """)
    return HandRecordCounts(
      figures: try handFigures().count, carded: row?[1] ?? 0, talks: row?[0] ?? 0)
  }

  /// The newest card of each talk that has one, by creator and time.
  package func namedTalkCards() throws -> [NamedTalkCard] {
    let cards = Dictionary(try talkCards().map { ($0.post, $0) }) { first, _ in first }
    let sql = """
      SELECT post.id, code, post.platform, external_id, title, published_at FROM post
      JOIN account ON account.id = post.account JOIN creator ON creator.id = account.creator
      WHERE EXISTS (SELECT 1 FROM talk_card c WHERE c.post = post.id) ORDER BY code, published_at, external_id
      """
    return try Row.fetchAll(db, sql: sql).compactMap { row in
      guard let card = cards[row[0]], let platform = Platform(rawValue: row[2]) else { return nil }
      return NamedTalkCard(
        creator: row[1], platform: platform, externalID: row[3], title: row[4],
        publishedAt: (row[5] as Int64?).map(Instant.init(seconds:)), card: card)
    }
  }

  /// Talks of the months that have a card, with what their texts speak for.
  func declaredTalks(_ range: StatementArguments) throws -> [DeclaredTalk] {
    let sql = """
      SELECT post.account, \(Self.publishedMonth) AS month, c.themes, c.boosted, r.language,
        (SELECT group_concat(theme, char(10)) FROM (SELECT DISTINCT theme FROM talk_finding f WHERE f.post = post.id
          AND f.part = 'transcript' AND f.stance = 'promotes' ORDER BY theme))
      FROM post JOIN talk_card c ON c.post = post.id AND c.source_file =
        (SELECT max(source_file) FROM talk_card WHERE post = c.post)
      LEFT JOIN talk_reading r ON r.post = post.id AND r.part = 'transcript'
      WHERE published_at IS NOT NULL AND month BETWEEN :first AND :last ORDER BY post.account, published_at, post.id
      """
    return try Row.fetchAll(db, sql: sql, arguments: range).map { row in
      let lines = { (column: Int) in (row[column] as String? ?? "").split(separator: "\n").map(String.init) }
      let language = (row[4] as String?).flatMap(LanguageTag.init)
      return DeclaredTalk(
        account: row[0], month: Month(index: row[1]), themes: lines(2), isBoosted: row[3],
        read: language.map { !$0.isUnread } == true ? Set(lines(5)) : nil)
    }
  }
}
