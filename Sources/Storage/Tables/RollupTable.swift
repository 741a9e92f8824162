import GRDB
package import Records

extension ArchiveWriter {
  /// Replaces the monthly figures of an account, from a month on where one is given.
  package func replaceMetrics(of account: Int64, from month: Month? = nil, _ metrics: [MonthlyMetric]) throws {
    try db.run("DELETE FROM metric_rollup WHERE account = ? AND month >= ?", [account, month?.index ?? Int.min])
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO metric_rollup (account, month, metric, basis, value, lower, upper, known, of, as_of, correction,
          approximate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for metric in metrics {
      try statement.execute(arguments: [
        account, metric.month.index, metric.metric.rawValue, metric.basis.rawValue, metric.value, metric.lower,
        metric.upper, metric.known, metric.of, metric.asOf?.number, metric.correction, metric.isApproximate,
      ])
    }
  }

  /// Counts a post's comments anew, by month, language and label. Comments without a date count for the month in which
  /// they were first received.
  package func rollUp(post: Int64, reader: Int64, zoneOffset: Int) throws {
    try recount(post: post, reader: reader, zoneOffset: zoneOffset)
    try db.cachedStatement(sql: "DELETE FROM stale_post WHERE post = ?").execute(arguments: [post])
  }

  /// Counts what was read of a post's comments anew, whether or not more of them wait to be read.
  func recount(post: Int64, reader: Int64, zoneOffset: Int) throws {
    try db.cachedStatement(sql: "DELETE FROM comment_rollup WHERE post = ? AND frozen = 0").execute(arguments: [post])
    try db.cachedStatement(sql: Self.rollupSQL)
      .execute(arguments: ["post": post, "reader": reader, "offset": zoneOffset])
  }

  /// One row a comment (its newest sighting), then one a label it carries.
  private static let rollupSQL = """
    INSERT INTO comment_rollup (post, month, language, kind, label, reader, frozen, comments, commenters)
    \(labelledSQL(of: "true"))
    SELECT :post, month, language, kind, label, :reader, 0, count(*), count(DISTINCT coalesce(author, identity))
    FROM labelled GROUP BY month, language, kind, label
    """

  /// The comments of a post for which a condition holds, once for each label that was read of them.
  static func labelledSQL(of condition: String) -> String {
    """
    WITH comment AS MATERIALIZED (
      SELECT s.identity, s.author, r.reader, r.language, r.sentiment, r.response, r.alerts,
        coalesce(s.published_at, (SELECT min(i.received_at) FROM comment_sighting f
          JOIN source_file ON source_file.id = f.source_file JOIN import i ON i.id = source_file.import
          WHERE f.post = s.post AND f.identity = s.identity)) + :offset AS local
      FROM comment_sighting s JOIN comment_reading r ON r.post = s.post AND r.identity = s.identity
      WHERE s.post = :post AND s.flags & 2 = 0 AND \(condition) AND NOT EXISTS (SELECT 1 FROM comment_sighting later
        WHERE later.post = s.post AND later.identity = s.identity AND later.source_file > s.source_file)
    ), dated AS MATERIALIZED (
      SELECT *, CAST(strftime('%Y', local, 'unixepoch') AS INTEGER) * 12
        + CAST(strftime('%m', local, 'unixepoch') AS INTEGER) - 1 AS month FROM comment
    ), labelled AS (
      SELECT month, language, reader, 'all' AS kind, '' AS label, author, identity FROM dated
      UNION ALL SELECT month, language, reader, 'sentiment', sentiment, author, identity FROM dated
      UNION ALL SELECT month, language, reader, 'response', response, author, identity FROM dated
      UNION ALL SELECT month, language, reader, 'alert', value, author, identity FROM dated,
        json_each('["hate","threat","extremist"]') WHERE instr(alerts, value) > 0
    )
    """
  }
}
