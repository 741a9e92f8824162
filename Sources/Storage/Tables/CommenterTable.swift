import GRDB
import Records

/// Different commenters of an account's month. Pseudonyms are the same under all posts, but only for comments that were
/// first received in the same quarter: people are counted within each quarter, and the largest count is a lower bound
/// that is always true. Comments without an author's mark count nobody.
extension ArchiveWriter {
  /// Counts anew what changed since the last time; reads the comments of each account that changed once.
  package func countCommenters(zoneOffset: Int) throws {
    for account in try Int64.fetchAll(db, sql: "SELECT DISTINCT account FROM stale_commenters") {
      try db.cachedStatement(sql: Self.commentersSQL).execute(arguments: ["account": account, "offset": zoneOffset])
    }
    try db.run("DELETE FROM stale_commenters")
  }

  /// Months that this transaction changed have no count until they are counted anew.
  func forgetCommenters() throws {
    try db.execute(
      sql: """
        DELETE FROM commenter_month WHERE frozen = 0 AND (account, month) IN (SELECT account, month FROM stale_month);
        INSERT OR IGNORE INTO stale_commenters SELECT account, month FROM stale_month
          WHERE EXISTS (SELECT 1 FROM account WHERE account.id = stale_month.account);
        """)
  }

  /// Keeps the counts of a post's account before some of its comments can be counted no more.
  func freezeCommenters(post: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO commenter_month (account, month, base, language, frozen, commenters)
        SELECT account, month, base, language, 1, commenters FROM commenter_month
        WHERE frozen = 0 AND account = (SELECT account FROM post WHERE id = ?)
        ON CONFLICT DO UPDATE SET commenters = max(commenters, excluded.commenters)
        """
    ).execute(arguments: [post])
  }

  private static let opinions = ["testimony", "supportive", "question", "critical", "hostile"]
    .map { "'\($0)'" }.joined(separator: ", ")

  private static func localMonth(_ moment: String) -> String {
    """
    CAST(strftime('%Y', \(moment) + :offset, 'unixepoch') AS INTEGER) * 12
      + CAST(strftime('%m', \(moment) + :offset, 'unixepoch') AS INTEGER) - 1
    """
  }

  private static let commentersSQL = """
    WITH comment AS MATERIALIZED (
      SELECT DISTINCT s.author, r.language, r.response IN (\(opinions)) AS is_opinion, s.published_at,
        (SELECT min(i.received_at) FROM comment_sighting f JOIN source_file ON source_file.id = f.source_file
          JOIN import i ON i.id = source_file.import WHERE f.post = s.post AND f.identity = s.identity) AS received
      FROM post p CROSS JOIN comment_sighting s ON s.post = p.id
      JOIN comment_reading r ON r.post = s.post AND r.identity = s.identity
      WHERE p.account = :account AND s.flags & 2 = 0 AND s.author IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM comment_sighting later WHERE later.post = s.post
          AND later.identity = s.identity AND later.source_file > s.source_file)
    ), dated AS MATERIALIZED (
      SELECT author, language, is_opinion, \(localMonth("coalesce(published_at, received)")) AS month,
        (\(localMonth("received"))) / 3 AS quarter FROM comment
    ), told AS (
      SELECT 'all' AS base, language, month, quarter, author FROM dated
      UNION ALL SELECT 'opinion', language, month, quarter, author FROM dated WHERE is_opinion
    ), counted AS (
      SELECT base, language, month, quarter, count(DISTINCT author) AS n FROM told GROUP BY 1, 2, 3, 4
      UNION ALL SELECT base, '', month, quarter, count(DISTINCT author) FROM told GROUP BY 1, 3, 4
    )
    INSERT OR REPLACE INTO commenter_month (account, month, base, language, frozen, commenters)
    SELECT :account, month, base, language, 0, max(n) FROM counted
    WHERE month IN (SELECT month FROM stale_commenters WHERE account = :account) GROUP BY month, base, language
    """
}

extension ArchiveReader {
  /// The largest count that was kept of each month, base and language.
  func commenterTallies(_ months: ClosedRange<Month>) throws -> [CommenterTally] {
    // A copy of an earlier version is read as it is.
    guard try db.tableExists("commenter_month") else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT account, month, base, language, max(commenters) FROM commenter_month
        WHERE month BETWEEN ? AND ? GROUP BY 1, 2, 3, 4
        """, arguments: [months.lowerBound.index, months.upperBound.index]
    ).compactMap { row in
      guard let base = CommenterTally.Base(rawValue: row[2]) else { return nil }
      let name: String = row[3]
      let language = LanguageTag(rawValue: name)
      guard name.isEmpty || language != nil else { return nil }
      return CommenterTally(
        account: row[0], month: Month(index: row[1]), base: base, language: language, atLeast: row[4])
    }
  }
}
