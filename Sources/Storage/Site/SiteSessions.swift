import Foundation
import GRDB
package import Records

extension SiteStore {
  /// Begins a session, unless the account was changed since `epoch` or is gone.
  /// - Returns: whether it began.
  package func add(_ session: DeskSession) throws -> Bool {
    try write { db in
      if let user = session.user {
        let sql = "SELECT epoch FROM user WHERE id = ?"
        guard try Int64.fetchOne(db, sql: sql, arguments: [user.id]) == user.epoch else { return false }
      }
      try db.execute(
        sql: "INSERT INTO session (token_hash, user, stage, language, begun, seen) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          Data(session.tokenHash), session.user?.id, session.stage.rawValue, session.language, session.begun,
          session.seen,
        ])
      return true
    }
  }

  /// A session with the rights that its account has now.
  package func session(tokenHash: [UInt8]) throws -> DeskSession? {
    try read { db in
      try Row.fetchOne(db, sql: Self.joined + " WHERE token_hash = ?", arguments: [Data(tokenHash)])
        .flatMap(Self.session)
    }
  }

  /// Sessions of an account, or of whoever holds the machine; the newest first.
  package func sessions(of user: Int64?) throws -> [DeskSession] {
    try read { db in
      try Row.fetchAll(
        db, sql: Self.joined + " WHERE session.user IS ? ORDER BY session.number DESC", arguments: [user]
      ).compactMap(Self.session)
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

  /// Ends one session of an account.
  /// - Returns: false when the account has no such session.
  package func removeSession(_ number: Int64, of user: Int64?) throws -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM session WHERE number = ? AND user IS ?", arguments: [number, user])
      return db.changesCount == 1
    }
  }

  /// Ends sessions begun or last seen before the moments given; all of them when both lie ahead.
  package func removeSessions(begunBefore: Int64, seenBefore: Int64) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM session WHERE begun < ? OR seen < ?", arguments: [begunBefore, seenBefore])
    }
  }

  private static let joined = """
    SELECT token_hash, number, stage, language, begun, seen, user.*, user.passphrase IS NOT NULL AS has_passphrase
    FROM session LEFT JOIN user ON user.id = session.user
    """

  /// Nil for a row that is not understood: nobody is signed in by it.
  private static func session(_ row: Row) -> DeskSession? {
    let user = Self.user(row)
    guard let stage = DeskSession.Stage(rawValue: row["stage"]), (row["id"] as Int64?) == nil || user != nil else {
      return nil
    }
    return DeskSession(
      tokenHash: Array(row["token_hash"] as Data), number: row["number"], user: user, stage: stage,
      language: row["language"], begun: row["begun"], seen: row["seen"])
  }
}
