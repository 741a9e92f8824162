import Foundation
import GRDB
package import Records

/// What an archive knows of a key: never the key.
package struct StoredKeyMark: Sendable, Hashable {
  /// `text`, `identity`, `registry`, or a quarter such as `2026-Q4`.
  package let purpose: String
  package let mark: [UInt8]
  package let madeAt: Instant
  /// Set when it was destroyed on purpose.
  package let destroyedAt: Instant?
}

extension ArchiveReader {
  /// All keys that the archive was ever made with, by purpose.
  package func keyMarks() throws -> [StoredKeyMark] {
    try Row.fetchAll(db, sql: "SELECT * FROM key_mark ORDER BY purpose").map { row in
      StoredKeyMark(
        purpose: row["purpose"], mark: Array(row["mark"] as Data), madeAt: Instant(seconds: row["made_at"]),
        destroyedAt: (row["destroyed_at"] as Int64?).map(Instant.init(seconds:)))
    }
  }

  /// The wrapped keys of all imports that still have one.
  package func wrappedKeys() throws -> [[UInt8]] {
    try Data.fetchAll(db, sql: "SELECT wrapped_key FROM source_file WHERE wrapped_key IS NOT NULL").map { Array($0) }
  }
}

extension ArchiveWriter {
  /// Remembers which key serves a purpose from now on.
  package func keep(keyMark mark: [UInt8], purpose: String, at moment: Instant) throws {
    try db.execute(
      sql: """
        INSERT INTO key_mark (purpose, mark, made_at) VALUES (?, ?, ?)
        ON CONFLICT (purpose) DO UPDATE SET mark = excluded.mark, made_at = excluded.made_at, destroyed_at = NULL
        """, arguments: [purpose, Data(mark), moment.seconds])
  }

  package func markDestroyed(key purpose: String, at moment: Instant) throws {
    try db.execute(
      sql: "UPDATE key_mark SET destroyed_at = ? WHERE purpose = ?", arguments: [moment.seconds, purpose])
  }

  /// Replaces the wrapped keys of all imports.
  package func rewrapKeys(_ rewrap: ([UInt8]) throws -> [UInt8]) throws -> Int {
    let rows = try Row.fetchAll(db, sql: "SELECT id, wrapped_key FROM source_file WHERE wrapped_key IS NOT NULL")
    for row in rows {
      try db.execute(
        sql: "UPDATE source_file SET wrapped_key = ? WHERE id = ?",
        arguments: [Data(try rewrap(Array(row[1] as Data))), row[0] as Int64])
    }
    return rows.count
  }
}
