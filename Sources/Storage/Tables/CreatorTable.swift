import GRDB
package import Records

extension ArchiveWriter {
  /// Adds a creator with accounts, or changes the one with this code. Accounts are numbered per platform from 0, in the
  /// order given.
  /// - Returns: the accounts' row ids, in the order given.
  @discardableResult
  package func save(_ creator: Creator, accounts: [Platform]) throws -> [Int64] {
    let id = try creatorID(creator)
    try db.execute(sql: "DELETE FROM consent WHERE creator = ? AND revoked_on IS NULL", arguments: [id])
    for consent in creator.consents {
      // What was withdrawn stays withdrawn when an older registry file is taken in again.
      try db.execute(
        sql: """
          INSERT INTO consent (creator, what, shared_with, given_on, valid_until) SELECT ?1, ?2, ?3, ?4, ?5
          WHERE NOT EXISTS (SELECT 1 FROM consent WHERE creator = ?1 AND what = ?2 AND revoked_on IS NOT NULL
            AND (revoked_on >= ?4 OR (shared_with = ?3 AND valid_until = ?5)))
          """,
        arguments: [
          id, consent.what.rawValue, consent.sharedWith.rawValue, consent.givenOn.number,
          consent.validUntil.number,
        ])
    }
    return try accountIDs(creator: id, accounts)
  }

  private func creatorID(_ creator: Creator) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO creator (code, languages, country, oblast, status) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (code) DO UPDATE SET languages = excluded.languages, country = excluded.country,
          oblast = excluded.oblast, status = excluded.status
        """,
      arguments: [
        creator.code, creator.languages.map(\.rawValue).joined(separator: " "), creator.country,
        creator.oblast, creator.status.rawValue,
      ])
    return try Int64.fetchOne(db, sql: "SELECT id FROM creator WHERE code = ?", arguments: [creator.code]) ?? 0
  }

  private func accountIDs(creator: Int64, _ accounts: [Platform]) throws -> [Int64] {
    var next: [Platform: Int] = [:]
    return try accounts.map { platform in
      let ordinal = next[platform, default: 0]
      next[platform] = ordinal + 1
      try db.execute(
        sql: "INSERT OR IGNORE INTO account (creator, platform, ordinal) VALUES (?, ?, ?)",
        arguments: [creator, platform.rawValue, ordinal])
      return try Int64.fetchOne(
        db, sql: "SELECT id FROM account WHERE creator = ? AND platform = ? AND ordinal = ?",
        arguments: [creator, platform.rawValue, ordinal]) ?? 0
    }
  }

  /// Remembers the platform's id of an account.
  package func learn(account: Int64, platform: Platform, externalID: String, source: Int64?) throws {
    let known = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT account FROM account_id WHERE platform = ? AND external_id = ? AND source_file IS ?"),
      arguments: [platform.rawValue, externalID, source])
    guard known == nil else { return }
    try db.execute(
      sql: "INSERT INTO account_id (account, platform, external_id, source_file) VALUES (?, ?, ?, ?)",
      arguments: [account, platform.rawValue, externalID, source])
  }
}

extension ArchiveReader {
  /// All creators by code.
  package func creators() throws -> [Creator] {
    try Row.fetchAll(db, sql: "SELECT * FROM creator ORDER BY code").map { row in
      Creator(
        code: row["code"], languages: Self.languages(row["languages"]), country: row["country"],
        oblast: row["oblast"], status: CreatorStatus(rawValue: row["status"]) ?? .active,
        consents: try consents(of: row["id"]))
    }
  }

  private func consents(of creator: Int64) throws -> [Consent] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM consent WHERE creator = ? AND revoked_on IS NULL ORDER BY id", arguments: [creator]
    ).compactMap { row in
      guard let what = ConsentSubject(rawValue: row["what"]),
        let audience = ConsentAudience(rawValue: row["shared_with"])
      else { return nil }
      return Consent(
        what: what, sharedWith: audience, givenOn: Day(number: row["given_on"]),
        validUntil: Day(number: row["valid_until"]))
    }
  }

  private static func languages(_ text: String) -> [LanguageTag] {
    text.split(separator: " ").compactMap { LanguageTag(rawValue: String($0)) }
  }

  /// All accounts, ordered by creator's code, platform and ordinal.
  package func accounts() throws -> [AccountCard] {
    let sql = """
      SELECT account.id, creator.code, account.platform FROM account JOIN creator ON creator.id = account.creator
      ORDER BY creator.code, account.platform, account.ordinal
      """
    return try Row.fetchAll(db, sql: sql).compactMap { row in
      Platform(rawValue: row["platform"]).map { AccountCard(id: row["id"], creator: row["code"], platform: $0) }
    }
  }

  /// The account that an id of the platform belongs to, if it was ever seen.
  package func account(platform: Platform, externalID: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT account FROM account_id WHERE platform = ? AND external_id = ? LIMIT 1"),
      arguments: [platform.rawValue, externalID])
  }
}
