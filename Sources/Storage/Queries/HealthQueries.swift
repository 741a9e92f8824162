import GRDB
package import Records

extension ArchiveReader {
  /// What SQLite finds wrong in the file, at most twenty lines; empty when it is whole.
  package func integrityProblems() throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
  }

  /// Tables with rows that refer to rows that are not there.
  package func danglingTables() throws -> [String] {
    Set(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { $0[0] as String }).sorted()
  }

  /// A number that is another one after any other connection wrote; on this connection alone it says something.
  package func dataVersion() throws -> Int64 { try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }

  /// Schema versions that were applied, in the order of release; those of a newer program last.
  package func schemaVersions() throws -> [String] {
    let applied = try AllMigrations.migrator.appliedIdentifiers(db)
    let known = AllMigrations.migrator.migrations
    return known.filter(applied.contains) + applied.subtracting(known).sorted()
  }

  /// The newest schema version that this program knows.
  package static var newestSchema: String { AllMigrations.migrator.migrations.last ?? "" }

  /// Posts whose live tallies are not what their readings give. Posts that wait to be read are left out.
  package func postsWithWrongTallies(zoneOffset: Int) throws -> [Int64] {
    let posts = try Int64.fetchAll(
      db,
      sql: """
        SELECT post FROM comment_rollup WHERE frozen = 0 UNION SELECT post FROM comment_reading
        EXCEPT SELECT post FROM stale_post ORDER BY 1
        """)
    let statement = try db.cachedStatement(sql: Self.compareSQL)
    return try posts.filter { post in
      try Int.fetchOne(statement, arguments: ["post": post, "offset": zoneOffset]) != 0
    }
  }

  private static let compareSQL = """
    \(ArchiveWriter.labelledSQL(of: "true")), fresh AS (
      SELECT month, language, kind, label, count(*), count(DISTINCT coalesce(author, identity)) FROM labelled
      GROUP BY month, language, kind, label
    ), kept AS (
      SELECT month, language, kind, label, comments, commenters FROM comment_rollup WHERE post = :post AND frozen = 0
    )
    SELECT (SELECT count(*) FROM (SELECT * FROM fresh EXCEPT SELECT * FROM kept))
      + (SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM fresh))
    """

  /// Monthly figures of an account as they are stored, in no particular order.
  package func storedMetrics(of account: Int64) throws -> [MonthlyMetric] {
    try Row.fetchAll(db, sql: "SELECT * FROM metric_rollup WHERE account = ?", arguments: [account])
      .compactMap(Self.monthlyMetric)
  }

  /// Readings of talks and comments by another lexicon or engine than this one.
  package func staleReadings(fingerprint: String) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        WITH r AS (SELECT id FROM reader WHERE fingerprint <> ?)
        SELECT (SELECT count(*) FROM talk_reading WHERE reader IN r)
          + (SELECT count(*) FROM comment_reading WHERE reader IN r)
        """, arguments: [fingerprint]) ?? 0
  }

  /// Imports of which texts or rows should have expired through a moment.
  package func overdueImports(texts: Instant, rows: Instant) throws -> Int {
    try Set(importsToExpire(.texts, through: texts)).union(importsToExpire(.rows, through: rows)).count
  }
}

extension ArchiveWriter {
  /// Counts the read comments of posts anew.
  package func recountTallies(of posts: [Int64], zoneOffset: Int) throws {
    for post in posts {
      let reader = try Int64.fetchOne(
        db,
        sql: """
          SELECT coalesce((SELECT reader FROM comment_rollup WHERE post = ?1 AND frozen = 0 LIMIT 1),
            (SELECT max(reader) FROM comment_reading WHERE post = ?1))
          """, arguments: [post])
      if let reader {
        try recount(post: post, reader: reader, zoneOffset: zoneOffset)
      } else {
        try db.execute(sql: "DELETE FROM comment_rollup WHERE post = ? AND frozen = 0", arguments: [post])
      }
    }
  }
}
