import GRDB

extension ArchiveWriter {
  /// Adds up anew what reports read of the months that this transaction changed: of each account and month, all its posts.
  func refreshStaleMonths() throws {
    let stale = try Row.fetchAll(db.cachedStatement(sql: "SELECT account, month FROM stale_month"))
    guard !stale.isEmpty else { return }
    let delete = try db.cachedStatement(sql: "DELETE FROM comment_month WHERE month = ?2 AND account = ?1")
    let insert = try db.cachedStatement(sql: Self.monthSQL)
    for row in stale {
      let month: StatementArguments = [row[0] as Int64, row[1] as Int]
      try delete.execute(arguments: month)
      try insert.execute(arguments: month)
    }
    try db.run("DELETE FROM stale_month")
  }

  /// Adds up all months and talks again, whatever is thought of them.
  package func recountReportSums() throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO stale_month SELECT account, month FROM comment_rollup JOIN post ON post.id = post
        UNION SELECT account, month FROM comment_month
        """)
    try db.execute(sql: "DELETE FROM talk_theme")
    try db.execute(sql: Self.themesSQL(of: "true"))
  }

  private static let monthSQL = """
    INSERT INTO comment_month (month, account, language, kind, label, comments, commenters)
    SELECT ?2, ?1, language, c.kind, label, sum(comments), max(commenters)
    FROM post CROSS JOIN comment_rollup c ON c.post = post.id AND c.month = ?2
    WHERE post.account = ?1 GROUP BY language, c.kind, label
    """

  /// Counts the sentences of talks for which a condition holds by language, theme and stance.
  static func themesSQL(of condition: String) -> String {
    "INSERT INTO talk_theme (post, language, theme, stance, sentences, seconds) \(freshThemes(of: condition))"
  }

  fileprivate static func freshThemes(of condition: String) -> String {
    """
    SELECT post, language, theme, stance, count(*) AS sentences, sum(seconds) AS seconds FROM (
      SELECT DISTINCT post, language, theme, stance, sentence_start, seconds FROM talk_finding
      WHERE part = 'transcript' AND \(condition)) GROUP BY 1, 2, 3, 4
    UNION ALL SELECT post, language, '', 'promotes', count(*), sum(seconds) FROM (
      SELECT DISTINCT post, language, sentence_start, seconds FROM talk_finding
      WHERE part = 'transcript' AND stance = 'promotes' AND \(condition)) GROUP BY 1, 2
    """
  }

  /// Counts the sentences of a talk's transcript, once its findings are stored.
  func rollUpThemes(of post: Int64) throws {
    try db.cachedStatement(sql: Self.themesSQL(of: "post = ?1")).execute(arguments: [post])
  }
}

extension ArchiveReader {
  /// Accounts and months of which the sums that reports read are not those of their posts.
  package func monthsWithWrongSums() throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        WITH fresh AS (SELECT account, month, language, c.kind, label, sum(comments), max(commenters) FROM comment_rollup c
          JOIN post ON post.id = c.post GROUP BY 1, 2, 3, 4, 5),
        kept AS (SELECT account, month, language, kind, label, comments, commenters FROM comment_month)
        \(Self.differing("account, month"))
        """) ?? 0
  }

  /// Talks of which the sums that reports read are not those of their findings. Milliseconds are compared: the order in
  /// which seconds are added is not fixed.
  package func talksWithWrongSums() throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        WITH fresh AS (SELECT post, language, theme, stance, sentences, round(seconds, 3)
          FROM (\(ArchiveWriter.freshThemes(of: "true")))),
        kept AS (SELECT post, language, theme, stance, sentences, round(seconds, 3) FROM talk_theme)
        \(Self.differing("post"))
        """) ?? 0
  }

  private static func differing(_ key: String) -> String {
    """
    SELECT count(*) FROM (SELECT \(key) FROM (SELECT * FROM fresh EXCEPT SELECT * FROM kept)
      UNION SELECT \(key) FROM (SELECT * FROM kept EXCEPT SELECT * FROM fresh))
    """
  }
}
