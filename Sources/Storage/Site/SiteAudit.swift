import Foundation
import GRDB
package import Records

extension SiteStore {
  /// Adds a line after the last one; `chain` makes it from the last one.
  package func appendAudit(_ chain: (AuditEntry?) -> AuditEntry) throws {
    try write { db in
      let entry = chain(try Self.last(db))
      try db.execute(
        sql: "INSERT INTO audit (number, at, who, event, subject, hash) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [entry.number, entry.at.seconds, entry.who, entry.event, entry.subject, Data(entry.hash)])
    }
  }

  /// Lines, newest first.
  package func audit(limit: Int) throws -> [AuditEntry] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM audit ORDER BY number DESC LIMIT ?", arguments: [limit])
        .map(Self.entry)
    }
  }

  /// All lines of one event, newest first.
  package func audit(event: String) throws -> [AuditEntry] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM audit WHERE event = ? ORDER BY number DESC", arguments: [event])
        .map(Self.entry)
    }
  }

  /// Every line, oldest first.
  package func eachAudit(_ body: (AuditEntry) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM audit ORDER BY number")
      while let row = try rows.next() { try body(Self.entry(row)) }
    }
  }

  private static func last(_ db: Database) throws -> AuditEntry? {
    try Row.fetchOne(db, sql: "SELECT * FROM audit ORDER BY number DESC LIMIT 1").map(entry)
  }

  private static func entry(_ row: Row) -> AuditEntry {
    AuditEntry(
      number: row["number"], at: Instant(seconds: row["at"]), who: row["who"], event: row["event"],
      subject: row["subject"], hash: Array(row["hash"] as Data))
  }
}
