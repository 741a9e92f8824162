import Foundation
import GRDB

/// The website's own database `site.db`: accounts, sessions, jobs, audit log. One server at a time has it; commands that
/// manage accounts open it beside the server. It has a rollback journal and no log that two could corrupt, and every
/// change is one transaction.
package final class SiteStore: Sendable {
  private let queue: DatabaseQueue
  private let lock: SiteLock?

  /// Opens for the server.
  /// - Throws: `ArchiveError.busy` when another server of the same data directory runs.
  package convenience init(directory: String, holder: String) throws {
    let lock = try WriterLock(path: directory + "/site.lock", seconds: 0, holder: holder, onWait: { _ in })
    try self.init(directory: directory, lock: SiteLock(lock))
  }

  /// Opens for a command, whether a server runs or not.
  package convenience init(besideServerIn directory: String) throws { try self.init(directory: directory, lock: nil) }

  private init(directory: String, lock: SiteLock?) throws {
    self.lock = lock
    let path = directory + "/site.db"
    Archive.makePrivate(path)
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration)
    } catch let error as DatabaseError {
      throw ArchiveError.cannotOpen(path, reason: error.message ?? "cannot be opened")
    }
    let isNewer = try queue.read { db in try SiteSchema.migrator.hasBeenSuperseded(db) }
    guard !isNewer else { throw ArchiveError.newer(path) }
    try SiteSchema.migrator.migrate(queue)
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T { try queue.read(body) }
  func write<T>(_ body: (Database) throws -> T) throws -> T { try queue.write(body) }
}

/// Keeps the lock as long as the store lives. The descriptor inside is only closed, when the store ends.
private final class SiteLock: @unchecked Sendable {
  private let lock: WriterLock
  init(_ lock: WriterLock) { self.lock = lock }
}
