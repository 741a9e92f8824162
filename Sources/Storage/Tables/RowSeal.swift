import Foundation
import GRDB
import Protection

/// A hash over rows that belong to no one file and that nothing else can prove: what was read, what people coded, tallies
/// of comments that are gone. Triggers note whose rows change; each transaction seals them anew before it ends, so that a
/// bit that flips on the disk, or a row that another program changes, is noticed.
enum RowSeal {
  struct Part {
    let name: String
    /// Lists whose rows there are.
    let subjects: String
    /// List the rows of subject `?1` in a fixed order. What is worked out anew and compared elsewhere is left out.
    let rows: [String]
    /// A table that older archives lack, and with it the whole part.
    var since: String?
    /// A column that older archives lack: what was sealed without it is looked at without it.
    var newest: (table: String, column: String)?

    /// The statements as they were for the schema that an archive has; nil where it has none of these rows yet.
    func rows(_ db: Database) throws -> [String]? {
      if let since, try !db.tableExists(since) { return nil }
      guard let newest, try !db.columns(in: newest.table).contains(where: { $0.name == newest.column }) else {
        return rows
      }
      return rows.map { $0.replacing(", \(newest.column) FROM", with: " FROM") }
    }
  }

  static let parts = [
    Part(
      name: "posts", subjects: "SELECT id FROM post",
      rows: [
        """
        SELECT id, account, platform, external_id, alias, kind, title, description, published_at, published_precision,
          duration_seconds, permalink, same_as FROM post WHERE id = ?1
        """
      ], newest: ("post", "same_as")),
    Part(
      name: "imports", subjects: "SELECT id FROM import",
      rows: [
        "SELECT id, sha256, bytes, name_sealed, received_at, received_by FROM import WHERE id = ?1",
        "SELECT * FROM source_file WHERE import = ?1 ORDER BY ordinal",
        """
        SELECT p.* FROM source_file f CROSS JOIN problem p ON p.source_file = f.id WHERE f.import = ?1
        ORDER BY p.source_file, p.ordinal
        """,
      ]),
    Part(
      name: "talk readings", subjects: "SELECT DISTINCT post FROM talk_reading",
      rows: [
        "SELECT t.*, r.fingerprint FROM talk_reading t JOIN reader r ON r.id = t.reader WHERE post = ?1 ORDER BY part",
        "SELECT * FROM talk_language WHERE post = ?1 ORDER BY part, language",
        "SELECT * FROM talk_finding WHERE post = ?1 ORDER BY part, ordinal",
      ]),
    Part(
      name: "comment readings", subjects: "SELECT DISTINCT post FROM comment_reading",
      rows: [
        """
        SELECT c.*, r.fingerprint FROM comment_reading c JOIN reader r ON r.id = c.reader WHERE post = ?1
        ORDER BY identity
        """,
        "SELECT * FROM comment_finding WHERE post = ?1 ORDER BY identity, ordinal",
      ]),
    Part(
      name: "codes", subjects: "SELECT DISTINCT post FROM coded_text",
      rows: [
        """
        SELECT t.*, l.coder, l.variable, l.value, l.stance FROM coded_text t LEFT JOIN label l ON l.text = t.id
        WHERE t.post = ?1 ORDER BY t.id, l.coder, l.variable, l.value
        """
      ]),
    Part(
      name: "coding rounds", subjects: "SELECT id FROM coding_round",
      rows: [
        "SELECT * FROM coding_round WHERE id = ?1",
        "SELECT * FROM coding_item WHERE round = ?1 ORDER BY first_place",
        """
        SELECT s.* FROM coding_item i JOIN coding_skip s ON s.text = i.text
        WHERE i.round = ?1 AND i.round = (SELECT min(round) FROM coding_item WHERE text = i.text)
        ORDER BY s.text, s.coder
        """,
      ], since: "coding_round"),
    Part(
      name: "frozen tallies", subjects: "SELECT DISTINCT post FROM comment_rollup WHERE frozen = 1",
      rows: [
        """
        SELECT * FROM comment_rollup WHERE post = ?1 AND frozen = 1 ORDER BY month, language, kind, label, reader
        """
      ]),
    Part(
      name: "creators", subjects: "SELECT 0 WHERE EXISTS (SELECT 1 FROM creator)",
      rows: [
        "SELECT * FROM creator WHERE ?1 = 0 ORDER BY id", "SELECT * FROM consent WHERE ?1 = 0 ORDER BY id",
        "SELECT * FROM account WHERE ?1 = 0 ORDER BY id",
      ]),
    Part(
      name: "decisions",
      subjects: "SELECT post FROM alert_decision UNION SELECT post FROM talk_verdict",
      rows: [
        "SELECT * FROM alert_decision WHERE post = ?1 ORDER BY identity",
        "SELECT * FROM talk_verdict WHERE post = ?1 ORDER BY theme",
      ], since: "talk_verdict"),
    Part(
      name: "incidents", subjects: "SELECT 0 WHERE EXISTS (SELECT 1 FROM register_entry WHERE source_file IS NULL)",
      rows: ["SELECT * FROM register_entry WHERE ?1 = 0 AND source_file IS NULL ORDER BY id"],
      since: "register_entry"),
    Part(
      name: "releases", subjects: "SELECT id FROM release",
      rows: [
        "SELECT * FROM release WHERE id = ?1", "SELECT * FROM release_cell WHERE release = ?1 ORDER BY cell",
        "SELECT * FROM release_part WHERE release = ?1 ORDER BY cell, creator",
      ]),
    Part(
      name: "months", subjects: "SELECT DISTINCT month FROM month_step",
      rows: [
        "SELECT * FROM month_step WHERE month = ?1 ORDER BY id",
        "SELECT * FROM sealed_figure WHERE month = ?1 ORDER BY edition, figure",
        "SELECT * FROM erratum WHERE month = ?1 ORDER BY number",
      ], since: "month_step"),
  ]

  /// Whose rows are to be sealed anew.
  struct Due: Hashable {
    let part: String
    let subject: Int64
  }

  /// What changed since it was sealed.
  static func due(_ db: Database) throws -> Set<Due> {
    let statement = try db.cachedStatement(sql: "SELECT part, subject FROM seal_due")
    return Set(try Row.fetchAll(statement).map { Due(part: $0[0], subject: $0[1]) })
  }

  /// Seals what this transaction changed.
  /// - Parameter strange: what was changed before it began, by somebody else: it stays noted, for `doctor`.
  static func renew(_ db: Database, except strange: Set<Due>) throws {
    for due in try due(db).subtracting(strange) {
      guard let part = parts.first(where: { $0.name == due.part }) else { continue }
      try write(db, part.name, part.rows, due.subject)
      try db.cachedStatement(sql: "DELETE FROM seal_due WHERE part = ? AND subject = ?")
        .execute(arguments: [due.part, due.subject])
    }
  }

  /// Seals everything but what is strange, which stays noted.
  static func writeAll(_ db: Database, except strange: Set<Due>) throws {
    try db.execute(sql: "DELETE FROM seal_due")
    for part in parts {
      guard let rows = try part.rows(db) else { continue }
      for subject in try Int64.fetchAll(db, sql: part.subjects)
      where !strange.contains(Due(part: part.name, subject: subject)) {
        try write(db, part.name, rows, subject)
      }
    }
    for due in strange {
      try db.execute(sql: "INSERT INTO seal_due (part, subject) VALUES (?, ?)", arguments: [due.part, due.subject])
    }
  }

  /// Everything whose rows are not what was sealed.
  static func broken(_ db: Database) throws -> Set<Due> {
    try parts.reduce(into: []) { all, part in
      for subject in try broken(db, part) { all.insert(Due(part: part.name, subject: subject)) }
    }
  }

  /// Subjects of a part whose rows are not what was sealed.
  static func broken(_ db: Database, _ part: Part) throws -> Set<Int64> {
    guard let rows = try part.rows(db) else { return [] }
    let sealed = try Row.fetchAll(
      db, sql: "SELECT subject, rows, sha256 FROM row_seal WHERE part = ?", arguments: [part.name])
    var waiting = Set(try Int64.fetchAll(db, sql: part.subjects))
    var broken = Set(try due(db).filter { $0.part == part.name }.map(\.subject))
    for row in sealed {
      let subject: Int64 = row[0]
      waiting.remove(subject)
      let found = try digest(db, rows, subject)
      if found.rows != row[1] as Int || found.hash != Array(row[2] as Data) { broken.insert(subject) }
    }
    return broken.union(waiting)
  }

  private static func write(_ db: Database, _ part: String, _ statements: [String], _ subject: Int64) throws {
    let (rows, hash) = try digest(db, statements, subject)
    guard rows > 0 else {
      return try db.cachedStatement(sql: "DELETE FROM row_seal WHERE part = ? AND subject = ?")
        .execute(arguments: [part, subject])
    }
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO row_seal (part, subject, rows, sha256) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [part, subject, rows, Data(hash)])
  }

  private static func digest(
    _ db: Database, _ statements: [String], _ subject: Int64
  ) throws -> (rows: Int, hash: [UInt8]) {
    var digest = ContentDigest()
    var rows = 0
    for sql in statements {
      let (count, hash) = try SourceSeal.digest(db, subject, sql)
      digest.add(UInt64(count))
      hash.withUnsafeBytes { digest.add($0) }
      rows += count
    }
    return (rows, digest.finish())
  }
}

extension ArchiveReader {
  /// Kinds of rows that are not what was sealed, with how many posts, imports or releases they concern.
  package func brokenRowSeals() throws -> [(part: String, subjects: Int)] {
    try RowSeal.parts.map { ($0.name, try RowSeal.broken(db, $0).count) }.filter { $0.1 > 0 }
  }
}
