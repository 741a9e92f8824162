import Foundation
import Protection
package import Records
package import Storage

/// One Minbar: its places, its keys, its clock. Every workflow starts from one.
package struct Workspace: Sendable {
  package let places: Places
  /// The present moment; passed in, so that runs can be repeated.
  package let now: Instant
  /// Who is working, for the import list and for other commands that wait.
  package let user: String

  package init(places: Places, now: Instant, user: String) {
    self.places = places
    self.now = now
    self.user = user
  }

  /// The present moment, or the one that `MINBAR_NOW` (seconds since 1970) names for runs that must repeat exactly.
  package static func current(
    places: Places, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Workspace {
    let fixed = environment["MINBAR_NOW"].flatMap(Int64.init)
    let now = Instant(seconds: fixed ?? Int64(Date().timeIntervalSince1970))
    return Workspace(places: places, now: now, user: environment["USER"] ?? "unknown")
  }

  /// Today in the programme's zone.
  package func today(in zone: ProgrammeZone) -> Day { now.day(offset: zone.offset(at: now)) }

  func keyRing() throws -> KeyRing { try KeyRing(directory: places.keys, dataDirectory: places.home) }

  /// Why the keys do not lie where they should, or are open to others; nil when nothing is wrong or there are none yet.
  package var keyPlaceWarning: String? {
    guard FileManager.default.fileExists(atPath: places.keys) else { return nil }
    do {
      _ = try keyRing()
      return nil
    } catch {
      return "\(error)"
    }
  }

  package func openForReading() throws -> Archive { try Archive.openForReading(directory: places.home) }

  /// Opens for writing, waiting for another writer and telling `notice` who that is. Holds the keys against the archive
  /// and lets go what has expired before anything else happens.
  package func openForWriting(_ purpose: String, notice: (String) -> Void = { _ in }) throws -> Archive {
    let archive = try openUnchecked(purpose, notice: notice)
    try KeyCheck(workspace: self).run(archive)
    if let postponed = try Retention(self, archive).enforce().postponed { notice(postponed) }
    return archive
  }

  /// Opens for writing and does nothing else.
  func openUnchecked(_ purpose: String, notice: (String) -> Void = { _ in }) throws -> Archive {
    try Archive.openForWriting(
      directory: places.home, holder: "\(purpose) (\(user), process \(ProcessInfo.processInfo.processIdentifier))",
      onWait: { notice("waiting: another command is writing: \($0)") })
  }
}
