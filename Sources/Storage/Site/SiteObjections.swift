import GRDB
package import Records

extension SiteStore {
  /// Keeps an objection; one about the same finding takes its place and is open again.
  package func add(_ objection: DeskObjection) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO objection (creator, post, theme, reason, made_at) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (creator, post, theme) DO UPDATE SET reason = excluded.reason, made_at = excluded.made_at,
            settled_at = NULL, settled_by = ''
          """,
        arguments: [
          objection.creator, objection.post, objection.theme, objection.reason.rawValue, objection.madeAt.seconds,
        ])
    }
  }

  /// Objections of one creator, or of all; open ones first, then the newest.
  package func objections(of creator: String? = nil) throws -> [DeskObjection] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM objection WHERE creator = coalesce(?, creator)
          ORDER BY settled_at IS NOT NULL, made_at DESC, id DESC LIMIT 500
          """, arguments: [creator]
      ).compactMap(Self.objection)
    }
  }

  /// Notes that somebody has looked at an objection.
  /// - Returns: its creator's code; nil when there is no such open objection.
  package func settleObjection(_ id: Int64, by who: String, at moment: Instant) throws -> String? {
    try write { db in
      try db.execute(
        sql: "UPDATE objection SET settled_at = ?, settled_by = ? WHERE id = ? AND settled_at IS NULL",
        arguments: [moment.seconds, who, id])
      guard db.changesCount == 1 else { return nil }
      return try String.fetchOne(db, sql: "SELECT creator FROM objection WHERE id = ?", arguments: [id])
    }
  }

  private static func objection(_ row: Row) -> DeskObjection? {
    guard let reason = DeskObjection.Reason(rawValue: row["reason"]) else { return nil }
    return DeskObjection(
      id: row["id"], creator: row["creator"], post: row["post"], theme: row["theme"], reason: reason,
      madeAt: Instant(seconds: row["made_at"]), settledAt: (row["settled_at"] as Int64?).map(Instant.init))
  }
}
