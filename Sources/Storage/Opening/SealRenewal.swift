import GRDB

/// Keeps seals over rows true when a new version changes the rows' columns: what was whole before is sealed anew, what was
/// not stays noted. Survives being cut off: what is to be done stands in the archive until it is done.
struct SealRenewal {
  private static let setting = "seals.renew"

  let queue: DatabaseQueue

  /// Called before an older archive is changed.
  func begin() throws {
    try queue.write { db in
      guard try db.tableExists("setting"), try pending(db) == nil else { return }
      let strange = try db.tableExists("row_seal") ? RowSeal.broken(db) : []
      try ArchiveWriter(db).set(Self.setting, to: strange.map { "\($0.part)\t\($0.subject)" }.joined(separator: "\n"))
    }
  }

  /// Called when all changes are made, and harmless when there were none.
  func end() throws {
    guard try queue.read(pending) != nil else { return }
    try queue.write { db in
      guard let strange = try pending(db) else { return }
      try RowSeal.writeAll(db, except: strange)
      try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [Self.setting])
    }
  }

  /// What was strange before; nil when nothing is to be done.
  private func pending(_ db: Database) throws -> Set<RowSeal.Due>? {
    guard let text = try ArchiveReader(db).setting(Self.setting) else { return nil }
    let due = text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t")
      return cells.count == 2 ? Int64(cells[1]).map { RowSeal.Due(part: String(cells[0]), subject: $0) } : nil
    }
    return Set(due)
  }
}
