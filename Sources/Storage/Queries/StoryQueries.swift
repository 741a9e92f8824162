import GRDB
package import Records

/// A talk by what was written under it in one month.
package struct AnsweredTalk: Sendable, Hashable {
  package let author: String
  package let platform: Platform
  package let title: String
  package let publishedAt: Instant
  /// Comments that tell of a change.
  package let testimonies: Int
  /// Comments with an opinion.
  package let opinions: Int
}

extension ArchiveReader {
  /// The talk under which most comments of a month tell of a change; nil where none has as many as `least`.
  package func mostTestified(in month: Month, least: Int) throws -> AnsweredTalk? {
    let sql = """
      SELECT creator.code, post.platform, coalesce(title, description, ''), published_at,
        sum(iif(label = 'testimony', comments, 0)) AS told,
        sum(iif(label IN ('testimony', 'supportive', 'question', 'critical', 'hostile'), comments, 0))
      FROM comment_rollup c JOIN post ON post.id = c.post JOIN account ON account.id = post.account
      JOIN creator ON creator.id = account.creator
      WHERE c.kind = 'response' AND month = ? AND published_at IS NOT NULL
      GROUP BY c.post HAVING told >= ? ORDER BY told DESC, post.platform, external_id LIMIT 1
      """
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [month.index, least]),
      let platform = Platform(rawValue: row[1])
    else { return nil }
    return AnsweredTalk(
      author: row[0], platform: platform, title: row[2], publishedAt: Instant(seconds: row[3]), testimonies: row[4],
      opinions: row[5])
  }
}
