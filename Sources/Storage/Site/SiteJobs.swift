import GRDB
package import Records

extension SiteStore {
  /// Writes a job down and numbers it.
  package func add(_ job: DeskJob) throws -> DeskJob {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO job (kind, state, begun_at, subject, files, taken, known, refused)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          job.kind.rawValue, job.state.rawValue, job.begunAt.seconds, job.subject, job.files, job.taken, job.known,
          job.refused,
        ])
      var numbered = job
      numbered.id = db.lastInsertedRowID
      return numbered
    }
  }

  package func update(_ job: DeskJob) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE job SET state = ?, ended_at = ?, files = ?, taken = ?, known = ?, refused = ? WHERE id = ?",
        arguments: [
          job.state.rawValue, job.endedAt?.seconds, job.files, job.taken, job.known, job.refused, job.id,
        ])
    }
  }

  package func job(_ id: Int64) throws -> DeskJob? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM job WHERE id = ?", arguments: [id]).flatMap(Self.job)
    }
  }

  /// Jobs, newest first.
  package func jobs(limit: Int) throws -> [DeskJob] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM job ORDER BY id DESC LIMIT ?", arguments: [limit]).compactMap(Self.job)
    }
  }

  /// Jobs that a server left behind when it ended.
  package func stopUnfinishedJobs(at moment: Instant) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE job SET state = 'stopped', ended_at = ? WHERE state IN ('waiting', 'running')",
        arguments: [moment.seconds])
    }
  }

  private static func job(_ row: Row) -> DeskJob? {
    guard let kind = DeskJob.Kind(rawValue: row["kind"]), let state = DeskJob.State(rawValue: row["state"]) else {
      return nil
    }
    return DeskJob(
      id: row["id"], kind: kind, state: state, begunAt: Instant(seconds: row["begun_at"]),
      endedAt: (row["ended_at"] as Int64?).map(Instant.init), subject: row["subject"], files: row["files"],
      taken: row["taken"], known: row["known"], refused: row["refused"])
  }
}
