import Foundation
import GRDB
package import Records

extension SiteStore {
  package func add(_ session: DeskSession) throws {
    try write { db in
      try db.execute(
        sql: "INSERT INTO session (token_hash, role, language, begun, seen) VALUES (?, ?, ?, ?, ?)",
        arguments: [Data(session.tokenHash), session.role, session.language, session.begun, session.seen])
    }
  }

  package func session(tokenHash: [UInt8]) throws -> DeskSession? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM session WHERE token_hash = ?", arguments: [Data(tokenHash)])
        .map { row in
          DeskSession(
            tokenHash: Array(row["token_hash"] as Data), role: row["role"], language: row["language"],
            begun: row["begun"], seen: row["seen"])
        }
    }
  }

  package func update(_ session: DeskSession) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE session SET language = ?, seen = ? WHERE token_hash = ?",
        arguments: [session.language, session.seen, Data(session.tokenHash)])
    }
  }

  package func removeSession(tokenHash: [UInt8]) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM session WHERE token_hash = ?", arguments: [Data(tokenHash)])
    }
  }

  /// Ends sessions begun or last seen before the moments given; all of them when both lie ahead.
  package func removeSessions(begunBefore: Int64, seenBefore: Int64) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM session WHERE begun < ? OR seen < ?", arguments: [begunBefore, seenBefore])
    }
  }

  package func sessionCount() throws -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM session") ?? 0 }
  }
}
