import Foundation
import GRDB
import GRDBSQLite
import Protection

/// A hash over what one file brought, so that a bit that flips on the disk, or a row that somebody changes, is noticed.
/// SQLite itself keeps no checksums of its pages.
enum SourceSeal {
  /// Parts and the statements that list their rows in a fixed order. What retention changes later is left out.
  static let parts: [(name: String, sql: String)] = [
    (
      "posts",
      """
      SELECT post, row, alias, kind, title, description, published_at, published_precision, duration_seconds, permalink
      FROM post_sighting WHERE source_file = ?1 ORDER BY post
      """
    ),
    (
      "numbers",
      """
      SELECT row, metric, dimensions, account, post, definition, scope, from_day, through_day, as_of, value, absence,
        approximate FROM observation WHERE source_file = ?1 ORDER BY row, metric, dimensions
      """
    ),
    (
      "talks",
      """
      SELECT t.post, t.source, t.stated_language, c.ordinal, c.start_ms, c.end_ms, c.text, c.row FROM transcript t
      JOIN cue c ON c.transcript = t.id WHERE t.source_file = ?1 ORDER BY t.post, c.ordinal
      """
    ),
    (
      "comments",
      """
      SELECT s.post, s.identity, s.row, s.author, s.flags & 15, s.text_mark, s.published_at, s.published_precision, s.likes
      FROM comment_batch b CROSS JOIN comment_sighting s ON s.post = b.post AND s.source_file = b.source_file
      WHERE b.source_file = ?1 ORDER BY b.post, s.identity
      """
    ),
    (
      "texts",
      "SELECT number, post, count, sealed FROM text_block WHERE source_file = ?1 ORDER BY number"
    ),
    (
      "figures",
      """
      SELECT row, creator, platform, metric, from_day, through_day, value, approximate, entered_by_sealed, evidence_sealed
      FROM hand_figure WHERE source_file = ?1 ORDER BY row
      """
    ),
    (
      "cards",
      """
      SELECT post, row, themes, target_group, campaign, boosted, summary FROM talk_card WHERE source_file = ?1 ORDER BY post
      """
    ),
    (
      // The words of a story go when its consent ends; their seal tells of a change by itself.
      "registers",
      """
      SELECT id, row, kind, entry_key, day, creator, codes, withdrawn, consent_until, made_at
      FROM register_entry WHERE source_file = ?1 ORDER BY id
      """
    ),
  ]

  /// Writes the seals of a file anew, or those of some parts of it. A part without rows has no seal.
  static func write(_ db: Database, _ source: Int64, only names: Set<String>? = nil) throws {
    for part in parts where names?.contains(part.name) ?? true {
      let (rows, hash) = try digest(db, source, part.sql)
      try db.run("DELETE FROM source_seal WHERE source_file = ? AND part = ?", [source, part.name])
      guard rows > 0 else { continue }
      try db.run(
        "INSERT INTO source_seal (source_file, part, rows, sha256) VALUES (?, ?, ?, ?)",
        [source, part.name, rows, Data(hash)])
    }
  }

  /// Parts of a file that are not what was sealed.
  static func broken(_ db: Database, _ source: Int64) throws -> [String] {
    let sealed = try Row.fetchAll(
      db, sql: "SELECT part, rows, sha256 FROM source_seal WHERE source_file = ?", arguments: [source])
    let known = Dictionary(
      sealed.map { ($0[0] as String, ($0[1] as Int, Array($0[2] as Data))) }, uniquingKeysWith: { first, _ in first })
    return try parts.filter { part in
      let found = try digest(db, source, part.sql)
      guard let expected = known[part.name] else { return found.rows > 0 }
      return expected.0 != found.rows || expected.1 != found.hash
    }.map(\.name)
  }

  /// Rows that a statement lists for `?1`, and a hash over them.
  static func digest(_ db: Database, _ source: Int64, _ sql: String) throws -> (rows: Int, hash: [UInt8]) {
    let statement = try db.cachedStatement(sql: sql)
    let raw = statement.sqliteStatement
    sqlite3_reset(raw)
    sqlite3_bind_int64(raw, 1, source)
    defer { sqlite3_reset(raw) }
    var digest = ContentDigest()
    var rows = 0
    while true {
      switch sqlite3_step(raw) {
      case SQLITE_ROW:
        for column in 0..<sqlite3_column_count(raw) { add(raw, column, to: &digest) }
        rows += 1
      case SQLITE_DONE: return (rows, digest.finish())
      default:
        let message = sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) } ?? "unknown"
        throw ArchiveError.damaged(message)
      }
    }
  }

  /// Kind, length and bytes of a value, so that no two rows look alike.
  private static func add(_ raw: OpaquePointer?, _ column: Int32, to digest: inout ContentDigest) {
    let kind = sqlite3_column_type(raw, column)
    digest.add(UInt8(truncatingIfNeeded: kind))
    switch kind {
    case SQLITE_INTEGER: digest.add(UInt64(bitPattern: sqlite3_column_int64(raw, column)))
    case SQLITE_FLOAT: digest.add(sqlite3_column_double(raw, column).bitPattern)
    case SQLITE_NULL: break
    default:
      // For texts too, these are the stored bytes.
      let bytes = sqlite3_column_blob(raw, column)
      let count = Int(sqlite3_column_bytes(raw, column))
      digest.add(UInt64(count))
      digest.add(UnsafeRawBufferPointer(start: bytes, count: count))
    }
  }
}

extension ArchiveWriter {
  /// Seals what a file brought; called when its last row is stored.
  package func seal(source: Int64) throws { try SourceSeal.write(db, source) }
}

extension ArchiveReader {
  /// Files of imports whose rows are not what was sealed: number of the import, ordinal of the file, parts.
  package func brokenSeals() throws -> [(importNumber: Int64, file: Int, parts: [String])] {
    try Row.fetchAll(db, sql: "SELECT id, import, ordinal FROM source_file ORDER BY import, ordinal").compactMap {
      row in
      let parts = try SourceSeal.broken(db, row[0])
      return parts.isEmpty ? nil : (row[1], row[2], parts)
    }
  }
}
