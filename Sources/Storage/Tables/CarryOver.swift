import GRDB

/// What of a present archive must outlive its being replaced by an older copy.
package struct CarriedOver: Sendable, Hashable {
  /// Releases of the ledger that the copy did not know.
  package var releases = 0
  /// Consents that are withdrawn in the copy too from now on.
  package var withdrawals = 0
  /// Codes of creators that the copy has and the present archive has not: they may have been purged since.
  package var missing: [String] = []

  package init(releases: Int = 0, withdrawals: Int = 0, missing: [String] = []) {
    self.releases = releases
    self.withdrawals = withdrawals
    self.missing = missing
  }
}

extension Archive {
  /// Takes into this copy what was handed out and what was withdrawn since it was made.
  /// - Parameter present: the archive that the copy replaces; of the same schema.
  package func carryOver(from present: Archive) throws -> CarriedOver {
    try present.queue.read { old in
      try write { writer in
        CarriedOver(
          releases: try CarryOver.releases(from: old, to: writer.db),
          withdrawals: try CarryOver.withdrawals(from: old, to: writer.db),
          missing: try CarryOver.missing(in: old, from: writer.db))
      }
    }
  }
}

enum CarryOver {
  /// A release is told by when it was made, its months, its report and the hash of what was handed out.
  static func releases(from old: Database, to db: Database) throws -> Int {
    var count = 0
    let rows = try Row.fetchAll(old, sql: "SELECT * FROM release ORDER BY id")
    for row in rows where try !has(row, db) {
      let former: Int64 = row["id"]
      try insert(row, into: "release", db, changing: ["id": nil])
      let id = db.lastInsertedRowID
      for table in ["release_cell", "release_part"] {
        let cells = try Row.fetchCursor(old, sql: "SELECT * FROM \(table) WHERE release = ?", arguments: [former])
        while let cell = try cells.next() { try insert(cell, into: table, db, changing: ["release": id]) }
      }
      count += 1
    }
    return count
  }

  private static func has(_ release: Row, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM release WHERE made_at = ? AND from_month = ? AND through_month = ? AND series = ?
          AND sha256 = ?)
        """,
      arguments: [
        release["made_at"] as Int64, release["from_month"] as Int64, release["through_month"] as Int64,
        release["series"] as String, release["sha256"] as DatabaseValue,
      ]) ?? false
  }

  private static func insert(
    _ row: Row, into table: String, _ db: Database, changing: [String: Int64?]
  ) throws {
    let names = Array(row.columnNames)
    let values = names.map { name in
      changing[name].map { $0?.databaseValue ?? .null } ?? (row[name] as DatabaseValue)
    }
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))"
    ).execute(arguments: StatementArguments(values))
  }

  /// A consent of the copy falls under a withdrawal when it was given before it for the same subject and readers, unless
  /// the present archive has it in force.
  static func withdrawals(from old: Database, to db: Database) throws -> Int {
    let rows = try Row.fetchAll(
      old,
      sql: """
        SELECT code, what, shared_with, max(revoked_on) FROM consent JOIN creator ON creator.id = consent.creator
        WHERE revoked_on IS NOT NULL GROUP BY code, what, shared_with
        """)
    var count = 0
    for row in rows {
      let (code, what, readers, day) = (row[0] as String, row[1] as String, row[2] as String, row[3] as Int64)
      let open = try Row.fetchAll(
        db,
        sql: """
          SELECT consent.id, given_on, valid_until FROM consent JOIN creator ON creator.id = consent.creator
          WHERE code = ? AND what = ? AND shared_with = ? AND given_on <= ? AND revoked_on IS NULL
          """, arguments: [code, what, readers, day])
      for consent in open where try !isInForce(code, what, readers, consent[1], consent[2], old) {
        try db.execute(
          sql: "UPDATE consent SET revoked_on = ? WHERE id = ?", arguments: [day, consent[0] as Int64])
        count += 1
      }
    }
    return count
  }

  private static func isInForce(
    _ code: String, _ what: String, _ readers: String, _ given: Int64, _ until: Int64, _ db: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM consent JOIN creator ON creator.id = consent.creator WHERE code = ? AND what = ?
          AND shared_with = ? AND given_on = ? AND valid_until = ? AND revoked_on IS NULL)
        """, arguments: [code, what, readers, given, until]) ?? false
  }

  /// Where the present archive has no creator at all, nothing was purged one by one, and nothing is told.
  static func missing(in old: Database, from db: Database) throws -> [String] {
    let there = try String.fetchSet(old, sql: "SELECT code FROM creator")
    guard !there.isEmpty else { return [] }
    return try String.fetchAll(db, sql: "SELECT code FROM creator ORDER BY code").filter { !there.contains($0) }
  }
}
