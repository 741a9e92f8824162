import Foundation
import GRDB
package import Records

/// How many rows of a file were taken, and what became of them.
package struct RowCounts: Sendable, Hashable {
  package var accepted = 0
  package var unchanged = 0
  package var restated = 0
  package var refused = 0

  package init() {}
}

/// An import as lists show it. Names are sealed.
package struct ImportEntry: Sendable {
  package let id: Int64
  package let sha256: [UInt8]
  package let bytes: Int64
  package let receivedAt: Instant
  package let nameSealed: [UInt8]
  package let files: [SourceEntry]
}

/// A readable file of an import.
package struct SourceEntry: Sendable {
  package let id: Int64
  package let nameSealed: [UInt8]
  package let format: String
  package let encoding: String
  package let dialect: String
  package let scope: Scope?
  package let period: Period?
  package let creator: String?
  package let platform: Platform?
  package let counts: RowCounts
  package let problems: [Problem]
}

extension ArchiveWriter {
  /// - Parameter number: of an import that is read again; nil gives it the next one.
  package func beginImport(
    sha256: [UInt8], bytes: Int64, nameSealed: [UInt8], receivedAt: Instant, receivedBy: String, number: Int64? = nil
  ) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO import (id, sha256, bytes, name_sealed, received_at, received_by) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [number, Data(sha256), bytes, Data(nameSealed), receivedAt.seconds, receivedBy])
    return db.lastInsertedRowID
  }

  /// Writes down what is known only when the last byte was read.
  package func completeImport(_ id: Int64, sha256: [UInt8], bytes: Int64) throws {
    try db.execute(
      sql: "UPDATE import SET sha256 = ?, bytes = ? WHERE id = ?", arguments: [Data(sha256), bytes, id])
  }

  /// - Parameter number: of a file that is read again; nil gives it the next one.
  package func addSource(
    to importID: Int64, ordinal: Int, nameSealed: [UInt8], _ source: SourceDescription, number: Int64? = nil
  ) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO source_file (id, import, ordinal, name_sealed, format, encoding, dialect, interface_language, scope,
          from_day, through_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, importID, ordinal, Data(nameSealed), source.format, source.encoding, source.dialect,
        source.interfaceLanguage, source.scope?.rawValue, source.period?.from.number,
        source.period?.through.number,
      ])
    return db.lastInsertedRowID
  }

  package func finishSource(_ id: Int64, account: Int64?, counts: RowCounts) throws {
    try db.execute(
      sql: """
        UPDATE source_file SET account = ?, accepted = ?, unchanged = ?, restated = ?, refused = ? WHERE id = ?
        """,
      arguments: [account, counts.accepted, counts.unchanged, counts.restated, counts.refused, id])
  }

  /// Keeps the key of an import's texts, wrapped.
  package func keepKey(_ wrapped: [UInt8], of source: Int64) throws {
    try db.execute(
      sql: "UPDATE source_file SET wrapped_key = ? WHERE id = ?", arguments: [Data(wrapped), source])
  }

  package func addProblems(_ problems: [Problem], to source: Int64) throws {
    for (ordinal, problem) in problems.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO problem (source_file, ordinal, code, severity, line, column_name, found, expected, remedy)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          source, ordinal, problem.code, problem.severity.rawValue, problem.line, problem.column,
          problem.found, problem.expected, problem.remedy,
        ])
    }
  }

  /// Takes one import out again: its sightings, observations, transcripts, comments. What others say of the same posts
  /// stays; posts that nobody else speaks of go. Derived attributes are worked out anew.
  /// - Returns: the accounts whose figures changed, or nil when there is no such import.
  package func undoImport(_ id: Int64) throws -> Set<Int64>? {
    guard try Bool.fetchOne(db, sql: "SELECT 1 FROM import WHERE id = ?", arguments: [id]) != nil else { return nil }
    if try reader.hasExpired(import: id) { throw ArchiveError.tallied(importNumber: id) }
    return try takeOut(import: id) { post in try derive(post: post) }
  }

  /// Deletes an import and has `settle` see to each of the posts that it spoke of.
  func takeOut(import id: Int64, settle: (Int64) throws -> Void) throws -> Set<Int64> {
    let sources = "SELECT id FROM source_file WHERE import = \(id)"
    let posts = try Int64.fetchSet(
      db,
      sql: """
        SELECT post FROM post_sighting WHERE source_file IN (\(sources))
        UNION SELECT post FROM transcript WHERE source_file IN (\(sources))
        UNION SELECT post FROM comment_batch WHERE source_file IN (\(sources))
        UNION SELECT post FROM talk_card WHERE source_file IN (\(sources))
        UNION SELECT post FROM observation WHERE source_file IN (\(sources)) AND post IS NOT NULL
        """)
    let accounts = try Int64.fetchSet(
      db,
      sql: """
        SELECT DISTINCT account FROM observation WHERE source_file IN (\(sources))
        UNION SELECT account FROM source_file WHERE import = \(id) AND account IS NOT NULL
        """)
    let all = try accounts.union(accountsOfPosts(posts))
    try db.execute(sql: "DELETE FROM import WHERE id = ?", arguments: [id])
    for post in posts { try forgetOutdatedReadings(post: post) }
    for post in posts { try settle(post) }
    for account in all { _ = try settleSamePosts(of: account) }
    return all
  }

  private func accountsOfPosts(_ posts: Set<Int64>) throws -> Set<Int64> {
    var accounts: Set<Int64> = []
    let statement = try db.cachedStatement(sql: "SELECT account FROM post WHERE id = ?")
    for post in posts {
      if let account = try Int64.fetchOne(statement, arguments: [post]) { accounts.insert(account) }
    }
    return accounts
  }

  /// Readings of comments that no import speaks of any more, or whose words are others now, go.
  private func forgetOutdatedReadings(post: Int64) throws {
    try db.execute(
      sql: """
        DELETE FROM comment_reading WHERE post = ?1 AND text_mark IS NOT (
          SELECT text_mark FROM comment_sighting s WHERE s.post = ?1 AND s.identity = comment_reading.identity
          ORDER BY s.source_file DESC LIMIT 1)
        """, arguments: [post])
    try markStale(post: post)
  }
}

extension ArchiveReader {
  /// The import of these bytes, if they were taken before.
  package func importID(sha256: [UInt8]) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT id FROM import WHERE sha256 = ?", arguments: [Data(sha256)])
  }

  /// Imports, newest last.
  package func imports(only id: Int64? = nil) throws -> [ImportEntry] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM import WHERE ?1 IS NULL OR id = ?1 ORDER BY id", arguments: [id]
    ).map { row in
      ImportEntry(
        id: row["id"], sha256: Array(row["sha256"] as Data), bytes: row["bytes"],
        receivedAt: Instant(seconds: row["received_at"]), nameSealed: Array(row["name_sealed"] as Data),
        files: try sources(of: row["id"]))
    }
  }

  private func sources(of importID: Int64) throws -> [SourceEntry] {
    let sql = """
      SELECT source_file.*, creator.code, account.platform FROM source_file
      LEFT JOIN account ON account.id = source_file.account LEFT JOIN creator ON creator.id = account.creator
      WHERE import = ? ORDER BY ordinal
      """
    return try Row.fetchAll(db, sql: sql, arguments: [importID]).map { row in
      var counts = RowCounts()
      counts.accepted = row["accepted"]
      counts.unchanged = row["unchanged"]
      counts.restated = row["restated"]
      counts.refused = row["refused"]
      return SourceEntry(
        id: row["id"], nameSealed: Array(row["name_sealed"] as Data), format: row["format"],
        encoding: row["encoding"], dialect: row["dialect"],
        scope: (row["scope"] as String?).flatMap(Scope.init), period: Self.period(row),
        creator: row["code"], platform: (row["platform"] as String?).flatMap(Platform.init), counts: counts,
        problems: try problems(of: row["id"]))
    }
  }

  /// The days that `from_day` and `through_day` of a row name.
  static func period(_ row: Row) -> Period? {
    guard let from = row["from_day"] as Int32?, let through = row["through_day"] as Int32? else { return nil }
    return Period(from: Day(number: from), through: Day(number: through))
  }

  private func problems(of source: Int64) throws -> [Problem] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM problem WHERE source_file = ? ORDER BY ordinal", arguments: [source]
    ).map { row in
      Problem(
        row["code"], Severity(rawValue: row["severity"]) ?? .note, line: row["line"],
        column: row["column_name"], found: row["found"], expected: row["expected"], remedy: row["remedy"])
    }
  }
}
