import Foundation
import GRDB
package import Records

extension SiteStore {
  /// Keeps a token's hash for an account, unless the account was changed since `user` was read.
  /// - Returns: nil when it was, or when the account has `most` tokens already.
  package func addToken(
    hash: [UInt8], of user: DeskUser, until end: Instant, at moment: Instant, most: Int
  ) throws -> DeskToken? {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO token (user, hash, made_at, expires_at)
          SELECT id, ?, ?, ? FROM user
          WHERE id = ? AND epoch = ? AND (SELECT count(*) FROM token WHERE token.user = user.id AND expires_at > ?) < ?
          """, arguments: [Data(hash), moment.seconds, end.seconds, user.id, user.epoch, moment.seconds, most])
      guard db.changesCount == 1 else { return nil }
      return try Row.fetchOne(db, sql: Self.tokens + " WHERE number = ?", arguments: [db.lastInsertedRowID])
        .map(Self.token)
    }
  }

  /// Tokens of an account, the newest first.
  package func tokens(of user: Int64) throws -> [DeskToken] {
    try read { db in
      try Row.fetchAll(db, sql: Self.tokens + " WHERE user = ? ORDER BY number DESC", arguments: [user]).map(Self.token)
    }
  }

  /// The token of a hash, with the account and the rights that it has now.
  package func token(hash: [UInt8]) throws -> (token: DeskToken, user: DeskUser)? {
    try read { db in
      guard let row = try Row.fetchOne(db, sql: Self.tokens + " WHERE hash = ?", arguments: [Data(hash)]) else {
        return nil
      }
      return try Self.user(db, row["user"]).map { (Self.token(row), $0) }
    }
  }

  package func noteUse(ofToken number: Int64, at moment: Instant) throws {
    try write { db in
      try db.execute(sql: "UPDATE token SET used_at = ? WHERE number = ?", arguments: [moment.seconds, number])
    }
  }

  /// Ends one token of an account.
  /// - Returns: false when the account has no such token.
  package func removeToken(_ number: Int64, of user: Int64) throws -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM token WHERE number = ? AND user = ?", arguments: [number, user])
      return db.changesCount == 1
    }
  }

  private static let tokens = "SELECT number, user, made_at, expires_at, used_at FROM token"

  private static func token(_ row: Row) -> DeskToken {
    DeskToken(
      number: row["number"], madeAt: Instant(seconds: row["made_at"]), expiresAt: Instant(seconds: row["expires_at"]),
      usedAt: (row["used_at"] as Int64?).map { Instant(seconds: $0) })
  }
}
