import Foundation
import GRDB
package import Records

/// A post as coding names it.
package struct CodingPost: Sendable, Hashable {
  package let id: Int64
  package let platform: Platform
  package let externalID: String
}

/// How many texts the engine found a label in, of how many.
package struct LabelCount: Sendable, Hashable {
  package let kind: TextKind
  package let language: LanguageTag
  /// `theme`, `sentiment`, `response`, `alert`; `all` counts every text.
  package let variable: String
  package let label: String
  package let count: Int
}

extension ArchiveReader {
  /// Every post, with the month in which it was published in the programme's zone, where that is known.
  package func codingPosts(zoneOffset: Int) throws -> [(post: CodingPost, published: Month?)] {
    let sql = """
      SELECT id, platform, external_id, published_at
        + CASE WHEN published_precision = 'day' THEN 0 ELSE :offset END AS local FROM post
      WHERE same_as IS NULL ORDER BY platform, external_id
      """
    return try Row.fetchAll(db, sql: sql, arguments: ["offset": zoneOffset]).compactMap { row in
      guard let platform = Platform(rawValue: row["platform"]) else { return nil }
      let month = (row["local"] as Int64?).map { Instant(seconds: $0).day().month }
      return (CodingPost(id: row["id"], platform: platform, externalID: row["external_id"]), month)
    }
  }

  /// Sealed blocks of a post with those of its comments that are not the creator's own: in a month (of publication, else
  /// of first receipt), or all of them.
  package func forEachBlock(
    of post: Int64, month: Month?, zoneOffset: Int, _ body: (UnreadBlock) throws -> Void
  ) throws {
    try forEachBlock(holding: try codingComments(of: post, month: month, zoneOffset: zoneOffset), body)
  }

  /// Marks of all comments of a post and of their words as last seen.
  package func commentMarks(of post: Int64) throws -> [(identity: [UInt8], textMark: Int64)] {
    try codingComments(of: post, month: nil, zoneOffset: 0).values.flatMap { comments in
      comments.map { (Array($0.identity), $0.textMark) }
    }
  }

  private func codingComments(
    of post: Int64, month: Month?, zoneOffset: Int
  ) throws -> [BlockPlace: [UnreadComment]] {
    let sql = """
      SELECT s.identity, s.source_file, s.block, s.slot, s.text_mark FROM comment_sighting s
      WHERE s.post = :post AND s.flags & 2 = 0
        AND NOT EXISTS (SELECT 1 FROM comment_sighting later WHERE later.post = s.post
          AND later.identity = s.identity AND later.source_file > s.source_file)
        AND (:from IS NULL OR coalesce(s.published_at, (SELECT min(i.received_at) FROM comment_sighting f
          JOIN source_file ON source_file.id = f.source_file JOIN import i ON i.id = source_file.import
          WHERE f.post = s.post AND f.identity = s.identity)) + :offset BETWEEN :from AND :through)
      """
    let from = month.map { Instant(day: $0.firstDay, secondOfDay: 0).seconds }
    let through = month.map { Instant(day: $0.lastDay, secondOfDay: 86_399).seconds }
    var blocks: [BlockPlace: [UnreadComment]] = [:]
    let rows = try Row.fetchCursor(
      db, sql: sql, arguments: ["post": post, "from": from, "through": through, "offset": zoneOffset])
    while let row = try rows.next() {
      blocks[BlockPlace(source: row[1], block: row[2]), default: []].append(
        UnreadComment(identity: row[0], slot: row[3], textMark: row[4]))
    }
    return blocks
  }

  /// What a reader found, counted over sentences of talks and over comments.
  package func labelCounts(fingerprint: String) throws -> [LabelCount] {
    let sql = """
      WITH r AS (SELECT id FROM reader WHERE fingerprint = :fingerprint)
      SELECT 'talk' AS kind, l.language AS language, 'all' AS variable, '' AS label, sum(l.sentences) AS count
        FROM talk_language l JOIN talk_reading t ON t.post = l.post AND t.part = l.part WHERE t.reader IN r GROUP BY 2
      UNION ALL SELECT 'talk', language, 'theme', theme, count(*) FROM (
        SELECT DISTINCT f.post, f.part, f.sentence_start, f.language, f.theme FROM talk_finding f
        JOIN talk_reading t ON t.post = f.post AND t.part = f.part WHERE t.reader IN r) GROUP BY 2, 4
      UNION ALL SELECT 'comment', language, kind, label, sum(comments) FROM comment_rollup
        WHERE reader IN r GROUP BY 2, 3, 4
      UNION ALL SELECT 'comment', language, 'theme', theme, count(*) FROM (
        SELECT DISTINCT f.post, f.identity, c.language, f.theme FROM comment_finding f
        JOIN comment_reading c ON c.post = f.post AND c.identity = f.identity
        WHERE c.reader IN r AND EXISTS (SELECT 1 FROM comment_sighting s WHERE s.post = c.post
          AND s.identity = c.identity AND s.flags & 2 = 0)) GROUP BY 2, 4
      ORDER BY 1, 2, 3, 4
      """
    return try Row.fetchAll(db, sql: sql, arguments: ["fingerprint": fingerprint]).compactMap { row in
      guard let kind = TextKind(rawValue: row["kind"]), let language = LanguageTag(rawValue: row["language"]) else {
        return nil
      }
      return LabelCount(
        kind: kind, language: language, variable: row["variable"], label: row["label"], count: row["count"])
    }
  }
}
