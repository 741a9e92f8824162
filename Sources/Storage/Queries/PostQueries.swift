import Foundation
import GRDB
package import Records

/// Which posts are asked for.
package struct PostFilter: Sendable, Hashable {
  package var creator: String?
  package var platform: Platform?
  /// Days of publication, in the programme's zone.
  package var published: Period?
  /// A theme that the talk speaks for or mentions. What it may speak against waits for a person.
  package var theme: String?
  package var zoneOffset: Int

  package init(
    creator: String? = nil, platform: Platform? = nil, published: Period? = nil, theme: String? = nil, zoneOffset: Int
  ) {
    self.creator = creator
    self.platform = platform
    self.published = published
    self.theme = theme
    self.zoneOffset = zoneOffset
  }

  static let day = "(published_at + iif(published_precision = 'day', 0, :offset)) / 86400"

  /// Over `post` and `creator`.
  static let conditions = """
    (:creator IS NULL OR creator.code = :creator) AND (:platform IS NULL OR post.platform = :platform)
      AND (:first IS NULL OR \(day) BETWEEN :first AND :last)
      AND (:theme IS NULL OR EXISTS (SELECT 1 FROM talk_finding f WHERE f.post = post.id AND theme = :theme
        AND stance <> 'opposes'))
    """

  var arguments: StatementArguments {
    [
      "creator": creator, "platform": platform?.rawValue, "first": published?.from.number,
      "last": published?.through.number, "theme": theme, "offset": zoneOffset,
    ]
  }
}

extension ArchiveReader {
  private static let head = """
    SELECT post.id, creator.code, post.platform, post.external_id, post.alias, post.kind, post.title, post.description,
      \(PostFilter.day), duration_seconds, EXISTS (SELECT 1 FROM transcript WHERE transcript.post = post.id), same_as
    FROM post JOIN account ON account.id = post.account JOIN creator ON creator.id = account.creator
    """

  private static func head(_ row: Row) -> PostHead? {
    guard let platform = Platform(rawValue: row[2]) else { return nil }
    return PostHead(
      id: row[0], creator: row[1], platform: platform, externalID: row[3], alias: row[4],
      kind: (row[5] as String?).flatMap(PostKind.init), title: row[6], description: row[7],
      publishedOn: (row[8] as Int32?).map(Day.init(number:)), durationSeconds: row[9], isTranscribed: row[10],
      sameAs: row[11])
  }

  /// Posts, the newest first, and how many there are in all. A post known under two names stands once.
  /// - Parameter after: the post after which the page begins.
  package func posts(_ filter: PostFilter, after: Int64?, limit: Int) throws -> (posts: [PostHead], count: Int) {
    let fitting = "same_as IS NULL AND \(PostFilter.conditions)"
    let own: StatementArguments = ["after": after, "limit": limit]
    let rows = try Row.fetchAll(
      db,
      sql: """
        \(Self.head) WHERE \(fitting) AND (:after IS NULL OR (coalesce(published_at, 0), post.id) <
          (SELECT coalesce(published_at, 0), id FROM post WHERE id = :after))
        ORDER BY coalesce(published_at, 0) DESC, post.id DESC LIMIT :limit
        """, arguments: filter.arguments + own)
    let count = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM post JOIN account ON account.id = post.account JOIN creator ON creator.id = account.creator
        WHERE \(fitting)
        """, arguments: filter.arguments)
    return (rows.compactMap(Self.head), count ?? 0)
  }

  /// One post; nil when there is none.
  package func postHead(_ id: Int64, zoneOffset: Int) throws -> PostHead? {
    try Row.fetchOne(
      db.cachedStatement(sql: Self.head + " WHERE post.id = :id"), arguments: ["id": id, "offset": zoneOffset]
    ).flatMap(Self.head)
  }

  /// Posts with the same content under another name.
  package func twins(of post: Int64) throws -> [Int64] { try postsSame(as: post) }

  /// Numbers that exports state of a post, totals since publication and those of days, by metric and day, in the order of
  /// receipt.
  package func statements(of post: Int64) throws -> [PostStatement] {
    let sql = """
      SELECT metric, value, approximate, coalesce(observation.through_day, as_of) AS day, import, observation.from_day
      FROM observation JOIN source_file ON source_file.id = source_file
      WHERE post IN (SELECT ?1 UNION ALL SELECT id FROM post WHERE same_as = ?1)
        AND dimensions = '' AND value IS NOT NULL AND day IS NOT NULL ORDER BY metric, day, source_file
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [post]).compactMap { row in
      Metric(rawValue: row[0]).map {
        PostStatement(
          metric: $0, value: row[1], isApproximate: row[2], from: (row[5] as Int32?).map(Day.init(number:)),
          asOf: Day(number: row[3]), importNumber: row[4])
      }
    }
  }

  /// Comments of a post by label. People of several months and languages are not added: the largest part is a lower bound.
  package func answers(of post: Int64) throws -> [PostAnswers] {
    let sql = """
      SELECT kind, label, sum(comments), max(commenters) FROM comment_rollup
      WHERE post IN (SELECT ?1 UNION ALL SELECT id FROM post WHERE same_as = ?1) GROUP BY 1, 2 ORDER BY 1, 2
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [post]).compactMap { row in
      CommentLabelKind(rawValue: row[0]).map {
        PostAnswers(kind: $0, label: row[1], comments: row[2], commentersAtLeast: row[3])
      }
    }
  }

  /// What was found in the parts of a talk, in the order of the text.
  package func findings(of post: Int64) throws -> [PostFinding] {
    let sql = """
      SELECT part, theme, stance, sentence_start, sentence_end, span_start, span_end, seconds FROM talk_finding
      WHERE post = ? ORDER BY part, sentence_start, span_start, theme
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [post]).compactMap { row in
      let (from, end, spanFrom, spanEnd): (Int, Int, Int, Int) = (row[3], row[4], row[5], row[6])
      guard let stance = Stance(rawValue: row[2]), from <= end, spanFrom <= spanEnd else { return nil }
      return PostFinding(
        part: row[0], theme: row[1], stance: stance, sentence: from..<end, span: spanFrom..<spanEnd, seconds: row[7])
    }
  }

  /// The language that a part of a talk was read in, and how sure that is.
  package func talkLanguages(of post: Int64) throws -> [String: LanguageTag] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT part, language FROM talk_reading WHERE post = ?"), arguments: [post])
    return rows.reduce(into: [:]) { $0[$1[0] as String] = LanguageTag(rawValue: $1[1]) }
  }

  /// Imports that speak of a post, newest last.
  package func sources(ofPost post: Int64) throws -> [PostSource] {
    let sql = """
      SELECT DISTINCT import.id, source_file.format, received_at FROM (
        SELECT source_file AS id FROM post_sighting WHERE post = ?1 UNION SELECT source_file FROM observation WHERE post = ?1
        UNION SELECT source_file FROM transcript WHERE post = ?1 UNION SELECT source_file FROM comment_batch WHERE post = ?1
        UNION SELECT source_file FROM talk_card WHERE post = ?1) said
      JOIN source_file ON source_file.id = said.id JOIN import ON import.id = source_file.import ORDER BY 1, 2
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [post]).map {
      PostSource(importNumber: $0[0], format: $0[1], receivedAt: Instant(seconds: $0[2]))
    }
  }

  /// What the team says a talk was meant to be; the newest card.
  package func card(of post: Int64) throws -> StoredTalkCard? { try talkCard(of: post) }
}
