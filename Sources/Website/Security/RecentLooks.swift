import Records
import Synchronization

/// Remembers who looked at what: coming back to the same page within ten minutes is one look, and one line of the audit log.
final class RecentLooks: Sendable {
  static let seconds: Int64 = 600
  /// Looks that are remembered; beyond them each one is new.
  static let most = 10_000

  private struct Look: Hashable {
    var session: [UInt8]
    var subject: String
  }

  private let looks = Mutex<[Look: Int64]>([:])

  /// Whether this look is a new one; then it is remembered.
  func isNew(_ subject: String, by session: DeskSession, at steady: Int64) -> Bool {
    let look = Look(session: session.tokenHash, subject: subject)
    return looks.withLock { looks in
      if let last = looks[look], steady - last < Self.seconds { return false }
      if looks.count >= Self.most { looks = looks.filter { steady - $0.value < Self.seconds } }
      if looks.count < Self.most { looks[look] = steady }
      return true
    }
  }
}

extension Visit {
  /// Writes a line of the audit log, unless the same session looked at the same thing just now.
  func noteLook(_ event: AuditEvent, _ subject: String) throws {
    guard let session else { return try note(event, subject) }
    guard desk.looks.isNew(event.rawValue + " " + subject, by: session, at: desk.clock.steady()) else { return }
    try note(event, subject)
  }
}
