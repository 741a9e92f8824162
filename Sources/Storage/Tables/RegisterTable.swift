import Foundation
import GRDB
package import Records

/// A row of a register as the archive keeps it. The words of a story are sealed.
package struct StoredRegisterRow: Sendable, Hashable {
  package let id: Int64
  /// Without the words of a story.
  package let row: RegisterRow
  package let storySealed: [UInt8]?
  /// Nil for what was decided at the desk.
  package let source: Int64?
  package let importNumber: Int64?
  package let madeAt: Instant
  /// Who decided it at the desk.
  package let madeBy: String?
  /// False for an earlier version of a row that was stated again.
  package let isInForce: Bool
}

/// Where a row of a register comes from.
package enum RegisterOrigin: Sendable, Hashable {
  case file(Int64)
  /// A person at the desk, by code name.
  case desk(String, at: Instant)
}

extension ArchiveWriter {
  /// Keeps a row; one with the same key is in force no more.
  /// - Returns: false when the row names a creator that is not there.
  package func add(_ row: RegisterRow, storySealed: [UInt8]?, from origin: RegisterOrigin) throws -> Bool {
    let creator = try row.creator.flatMap {
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM creator WHERE code = ?"), arguments: [$0])
    }
    guard row.creator == nil || creator != nil else { return false }
    let (source, madeAt, madeBy): (Int64?, Instant?, String?) =
      switch origin {
      case .file(let source): (source, nil, nil)
      case .desk(let who, let moment): (nil, moment, who)
      }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO register_entry (source_file, row, kind, entry_key, day, creator, codes, withdrawn, consent_until,
          story_sealed, made_at, made_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, coalesce(?11, (SELECT received_at FROM import
          JOIN source_file ON source_file.import = import.id WHERE source_file.id = ?1)), ?12)
        """)
    try statement.execute(
      arguments: [
        source, row.row, row.kind.rawValue, row.key, row.day.number, creator, row.valueText, row.isWithdrawn,
        row.consent?.validUntil.number, storySealed.map { Data($0) }, madeAt?.seconds, madeBy,
      ])
    return true
  }

  /// Takes the words of stories out whose consent ended before a day, in every version of them.
  /// - Returns: how many.
  package func cutStories(endedBefore day: Day) throws -> Int {
    try db.execute(
      sql: "UPDATE register_entry SET story_sealed = NULL WHERE story_sealed IS NOT NULL AND consent_until < ?",
      arguments: [day.number])
    return db.changesCount
  }

  /// Takes out what people decided before a moment.
  func forgetDecisions(before moment: Instant) throws {
    try db.execute(
      sql: "DELETE FROM register_entry WHERE source_file IS NULL AND made_at < ?", arguments: [moment.seconds])
    for table in ["alert_decision", "talk_verdict"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE decided_at < ?", arguments: [moment.seconds])
    }
  }
}

extension ArchiveReader {
  /// Rows of registers by kind, day and key. An archive of before there were registers has none.
  /// - Parameters:
  ///   - kind: nil = all.
  ///   - days: nil = all.
  ///   - withHistory: whether rows that were stated again since are listed too, the earlier first.
  package func registerRows(
    _ kind: RegisterKind? = nil, days: Period? = nil, withHistory: Bool = false
  ) throws -> [StoredRegisterRow] {
    guard try db.tableExists("register_entry") else { return [] }
    let sql = """
      SELECT e.*, code, import FROM (SELECT *, id = max(id) OVER (PARTITION BY kind, entry_key) AS newest
        FROM register_entry WHERE ?1 IS NULL OR kind = ?1) e
      LEFT JOIN creator ON creator.id = e.creator LEFT JOIN source_file ON source_file.id = e.source_file
      WHERE (newest OR ?2) AND day BETWEEN ?3 AND ?4 ORDER BY e.kind, day, entry_key, e.id
      """
    let bounds = (days?.from.number ?? Int32.min, days?.through.number ?? Int32.max)
    return try Row.fetchAll(db, sql: sql, arguments: [kind?.rawValue, withHistory, bounds.0, bounds.1])
      .compactMap(Self.registerRow)
  }

  /// The row of a key that is in force.
  package func registerRow(_ kind: RegisterKind, key: String) throws -> StoredRegisterRow? {
    let sql = """
      SELECT e.*, 1 AS newest, code, import FROM register_entry e LEFT JOIN creator ON creator.id = e.creator
      LEFT JOIN source_file ON source_file.id = e.source_file WHERE e.kind = ? AND entry_key = ? ORDER BY e.id DESC LIMIT 1
      """
    return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [kind.rawValue, key]).flatMap(Self.registerRow)
  }

  /// Whether words of stories are kept whose consent ended before a day.
  package func hasStories(endedBefore day: Day) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT 1 FROM register_entry WHERE story_sealed IS NOT NULL AND consent_until < ?",
      arguments: [day.number]) != nil
  }

  /// Rows in force by kind.
  package func registerCounts() throws -> [RegisterKind: Int] {
    try registerRows().reduce(into: [:]) { $0[$1.row.kind, default: 0] += $1.row.isWithdrawn ? 0 : 1 }
  }

  private static func registerRow(_ row: Row) -> StoredRegisterRow? {
    guard let kind = RegisterKind(rawValue: row["kind"]) else { return nil }
    let content = RegisterRow(
      kind: kind, day: Day(number: row["day"]), values: RegisterRow.values(row["codes"]), creator: row["code"],
      row: row["row"])
    return StoredRegisterRow(
      id: row["id"], row: content, storySealed: (row["story_sealed"] as Data?).map { Array($0) },
      source: row["source_file"], importNumber: row["import"], madeAt: Instant(seconds: row["made_at"]),
      madeBy: row["made_by"], isInForce: row["newest"])
  }
}
