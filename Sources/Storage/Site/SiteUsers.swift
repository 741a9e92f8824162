import Foundation
import GRDB
package import Records

extension SiteStore {
  // MARK: Accounts

  /// Adds an account without a passphrase.
  /// - Returns: nil when the code is taken, in whatever case its letters are.
  package func addUser(_ code: String, _ role: DeskRole, boundTo: String, at moment: Instant) throws -> DeskUser? {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO user (code, role, bound_to, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (code) DO NOTHING
          """, arguments: [code, role.rawValue, boundTo, moment.seconds])
      return db.changesCount == 1 ? try Self.user(db, db.lastInsertedRowID) : nil
    }
  }

  /// All accounts by code.
  package func users() throws -> [DeskUser] {
    try read { db in try Row.fetchAll(db, sql: Self.columns + " ORDER BY code").compactMap(Self.user) }
  }

  package func user(id: Int64) throws -> DeskUser? { try read { db in try Self.user(db, id) } }

  package func user(code: String) throws -> DeskUser? {
    try read { db in
      try Row.fetchOne(db, sql: Self.columns + " WHERE code = ?", arguments: [code]).flatMap(Self.user)
    }
  }

  /// What the account proves itself with, its secret sealed; nil until a passphrase was chosen.
  package func credentials(of user: Int64) throws -> DeskCredentials? {
    try read { db in
      let sql = "SELECT salt, passphrase, sealed_secret FROM user WHERE id = ? AND passphrase IS NOT NULL"
      return try Row.fetchOne(db, sql: sql, arguments: [user]).map { row in
        DeskCredentials(
          salt: Array(row[0] as Data), passphrase: Array(row[1] as Data), secret: (row[2] as Data?).map { Array($0) })
      }
    }
  }

  /// Gives an account other rights and ends its sessions.
  package func change(_ user: Int64, to role: DeskRole, boundTo: String) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE user SET role = ?, bound_to = ?, epoch = epoch + 1 WHERE id = ?",
        arguments: [role.rawValue, boundTo, user])
      try Self.endSessions(db, user)
    }
  }

  /// Forgets an account's passphrase, secret and recovery codes, and ends its sessions.
  package func reset(_ user: Int64) throws {
    try write { db in
      try db.execute(
        sql: """
          UPDATE user
          SET epoch = epoch + 1, salt = NULL, passphrase = NULL, secret = NULL, sealed_secret = NULL, last_step = 0
          WHERE id = ?
          """, arguments: [user])
      try db.execute(sql: "DELETE FROM recovery_code WHERE user = ?", arguments: [user])
      try Self.endSessions(db, user)
    }
  }

  package func removeUser(_ user: Int64) throws {
    try write { db in try db.execute(sql: "DELETE FROM user WHERE id = ?", arguments: [user]) }
  }

  /// Makes all earlier links of an account worthless.
  /// - Returns: the account as it is now.
  package func raiseEpoch(_ user: Int64) throws -> DeskUser? {
    try write { db in
      try db.execute(sql: "UPDATE user SET epoch = epoch + 1 WHERE id = ?", arguments: [user])
      return try Self.user(db, user)
    }
  }

  // MARK: Secrets

  /// The sealed secret of an account that has no passphrase yet: the one it has, else the one given.
  /// - Parameter replaces: the one given takes the place of the one it has.
  package func secret(of user: Int64, orKeep sealed: [UInt8], replaces: Bool = false) throws -> [UInt8]? {
    try write { db in
      let condition = replaces ? "" : " AND sealed_secret IS NULL"
      try db.execute(
        sql: "UPDATE user SET sealed_secret = ? WHERE id = ? AND passphrase IS NULL" + condition,
        arguments: [Data(sealed), user])
      let sql = "SELECT sealed_secret FROM user WHERE id = ? AND passphrase IS NULL"
      return try Data.fetchOne(db, sql: sql, arguments: [user]).map { Array($0) }
    }
  }

  /// Seals secrets that an older server kept as they are. The old bytes are overwritten.
  /// - Parameter seal: of an account's number and secret.
  /// - Returns: how many there were.
  package func sealOpenSecrets(_ seal: (Int64, [UInt8]) throws -> [UInt8]) throws -> Int {
    try write { db in
      let rows = try Row.fetchAll(db, sql: "SELECT id, secret FROM user WHERE secret IS NOT NULL")
      for row in rows {
        let sealed = try seal(row[0], Array(row[1] as Data))
        try db.execute(
          sql: "UPDATE user SET secret = NULL, sealed_secret = ? WHERE id = ?",
          arguments: [Data(sealed), row[0] as Int64])
      }
      return rows.count
    }
  }

  /// Sealed secrets by account, of those who sign in with them.
  package func sealedSecrets() throws -> [(user: Int64, sealed: [UInt8])] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT id, sealed_secret FROM user WHERE sealed_secret IS NOT NULL ORDER BY id").map {
        ($0[0], Array($0[1] as Data))
      }
    }
  }

  /// Keeps a new passphrase and, where there are some, new recovery codes; ends all sessions of the account.
  /// - Returns: the account as it is now; nil when it was changed meanwhile.
  package func keep(
    salt: [UInt8], passphrase: [UInt8], recovery: [[UInt8]], of user: DeskUser
  ) throws -> DeskUser? {
    try write { db in
      try db.execute(
        sql: "UPDATE user SET salt = ?, passphrase = ?, epoch = epoch + 1 WHERE id = ? AND epoch = ?",
        arguments: [Data(salt), Data(passphrase), user.id, user.epoch])
      guard db.changesCount == 1 else { return nil }
      if !recovery.isEmpty {
        try db.execute(sql: "DELETE FROM recovery_code WHERE user = ?", arguments: [user.id])
      }
      for hash in recovery {
        try db.execute(
          sql: "INSERT INTO recovery_code (user, hash) VALUES (?, ?)", arguments: [user.id, Data(hash)])
      }
      try Self.endSessions(db, user.id)
      return try Self.user(db, user.id)
    }
  }

  /// Uses a step of the clock up: no code of it or of an earlier one is taken again.
  /// - Returns: false when it was used before.
  package func useStep(_ step: Int64, of user: Int64) throws -> Bool {
    try write { db in
      try db.execute(
        sql: "UPDATE user SET last_step = ? WHERE id = ? AND last_step < ?", arguments: [step, user, step])
      return db.changesCount == 1
    }
  }

  /// Uses a recovery code up.
  package func useRecoveryCode(hash: [UInt8], of user: Int64) throws -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM recovery_code WHERE user = ? AND hash = ?", arguments: [user, Data(hash)])
      return db.changesCount == 1
    }
  }

  package func recoveryCodes(of user: Int64) throws -> Int {
    try read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM recovery_code WHERE user = ?", arguments: [user]) ?? 0
    }
  }

  // MARK: Rows

  private static let columns = "SELECT *, passphrase IS NOT NULL AS has_passphrase FROM user"

  static func user(_ db: Database, _ id: Int64) throws -> DeskUser? {
    try Row.fetchOne(db, sql: columns + " WHERE id = ?", arguments: [id]).flatMap(user)
  }

  static func user(_ row: Row) -> DeskUser? {
    guard let id = row["id"] as Int64?, let role = DeskRole(rawValue: row["role"]) else { return nil }
    return DeskUser(
      id: id, code: row["code"], role: role, boundTo: row["bound_to"], epoch: row["epoch"],
      hasPassphrase: row["has_passphrase"], addedAt: Instant(seconds: row["added_at"]))
  }

  /// Sessions and tokens: whatever the account was let in by.
  private static func endSessions(_ db: Database, _ user: Int64) throws {
    try db.execute(sql: "DELETE FROM session WHERE user = ?", arguments: [user])
    try db.execute(sql: "DELETE FROM token WHERE user = ?", arguments: [user])
  }
}
