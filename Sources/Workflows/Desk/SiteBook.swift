import Crypto
package import Records
import Storage

/// What the website remembers of itself: who is signed in, what was done, which jobs ran.
package final class SiteBook: Sendable {
  let store: SiteStore

  /// Opens the book of a data directory. Nobody is signed in: sessions end with the server that began them.
  /// - Throws: `WorkflowError` when another server of the same data directory runs.
  package init(_ workspace: Workspace) throws {
    do {
      store = try SiteStore(directory: workspace.places.home, holder: "serve (\(workspace.user))")
    } catch ArchiveError.busy {
      throw WorkflowError("the desk is open already; 'minbar serve link' prints a new link to it")
    }
    try store.removeSessions(begunBefore: .max, seenBefore: .max)
    try store.stopUnfinishedJobs(at: workspace.now)
  }

  /// Opens the book for a command, beside a server that may run.
  package init(besideServerOf workspace: Workspace) throws {
    store = try SiteStore(besideServerIn: workspace.places.home)
  }

  // MARK: Sessions

  /// - Parameters:
  ///   - token: what the browser holds; only its hash is kept.
  ///   - user: nil for whoever holds the machine.
  /// - Returns: false when the account was changed meanwhile.
  package func begin(
    token: String, user: DeskUser?, stage: DeskSession.Stage = .signedIn, language: String, at steady: Int64
  ) throws -> Bool {
    try store.add(
      DeskSession(
        tokenHash: Self.hash(token), user: user, stage: stage, language: language, begun: steady, seen: steady))
  }

  package func session(token: String) throws -> DeskSession? { try store.session(tokenHash: Self.hash(token)) }
  package func update(_ session: DeskSession) throws { try store.update(session) }
  package func end(_ session: DeskSession) throws { try store.removeSession(tokenHash: session.tokenHash) }

  /// Forgets sessions that ran out.
  package func sweep(begunBefore: Int64, seenBefore: Int64) throws {
    try store.removeSessions(begunBefore: begunBefore, seenBefore: seenBefore)
  }

  // MARK: Jobs

  package func add(_ job: DeskJob) throws -> DeskJob { try store.add(job) }
  package func update(_ job: DeskJob) throws { try store.update(job) }
  package func job(_ id: Int64) throws -> DeskJob? { try store.job(id) }
  package func jobs(limit: Int) throws -> [DeskJob] { try store.jobs(limit: limit) }

  // MARK: Audit log

  /// Writes a line of the audit log.
  /// - Parameter subject: a number or code, never a name.
  package func note(_ event: String, _ subject: String = "", by who: String, at moment: Instant) throws {
    try store.appendAudit { last in
      var entry = AuditEntry(
        number: (last?.number ?? 0) + 1, at: moment, who: who, event: event, subject: subject, hash: [])
      entry.hash = Self.chained(entry, after: last?.hash ?? [])
      return entry
    }
  }

  /// Lines, newest first.
  package func audit(limit: Int) throws -> [AuditEntry] { try store.audit(limit: limit) }

  /// All lines of one event, newest first.
  package func audit(event: String) throws -> [AuditEntry] { try store.audit(event: event) }

  /// The first line that does not follow from the one before it: somebody changed the log. Nil when all do.
  package func firstBrokenAudit() throws -> Int64? {
    var before: [UInt8] = []
    var number: Int64 = 0
    var broken: Int64?
    try store.eachAudit { entry in
      number += 1
      if broken == nil, entry.number != number || entry.hash != Self.chained(entry, after: before) { broken = number }
      before = entry.hash
    }
    return broken
  }

  /// Each part stands behind its length, so that no two lines look the same to the hash.
  private static func chained(_ entry: AuditEntry, after before: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    for part in ["\(entry.number)", "\(entry.at.seconds)", entry.who, entry.event, entry.subject] {
      hash.update(data: Array("\(part.utf8.count):\(part)".utf8))
    }
    hash.update(data: before)
    return Array(hash.finalize())
  }

  package static func hash(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }
}
