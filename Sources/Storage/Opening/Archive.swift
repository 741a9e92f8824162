import Foundation
import GRDB
import GRDBSQLite

/// The database of one Minbar. Opened for reading any number of times, for writing once at a time.
package final class Archive {
  package let path: String
  let queue: DatabaseQueue
  private let lock: WriterLock?

  /// Makes the archive where there is none, and brings an older one up to date.
  /// - Parameters:
  ///   - directory: the data directory; it exists.
  ///   - holder: what other commands are told while this one writes.
  ///   - wait: seconds to wait for another writer.
  package static func openForWriting(
    directory: String, holder: String, create: Bool = false, wait: Int = 30,
    onWait: (String) -> Void = { _ in }
  ) throws -> Archive {
    let path = directory + "/minbar.db"
    guard create || FileManager.default.fileExists(atPath: path) else { throw ArchiveError.missing(path) }
    let lock = try WriterLock(
      path: directory + "/write.lock", seconds: wait, holder: holder, onWait: onWait)
    let archive = try Archive(path: path, readOnly: false, lock: lock)
    try archive.migrate()
    return archive
  }

  /// Opens for reading. Never waits for a writer, unless an older archive must be brought up to date first.
  package static func openForReading(directory: String) throws -> Archive {
    let path = directory + "/minbar.db"
    guard FileManager.default.fileExists(atPath: path) else { throw ArchiveError.missing(path) }
    if try Archive(path: path, readOnly: true, lock: nil).isOutdated() {
      _ = try openForWriting(directory: directory, holder: "bringing the archive up to date")
    }
    let archive = try Archive(path: path, readOnly: true, lock: nil)
    try archive.refuseNewer()
    return archive
  }

  /// Opens for reading without ever writing: nil where there is no archive, or an older one that would have to be
  /// brought up to date first.
  package static func openAsItIs(directory: String) throws -> Archive? {
    let path = directory + "/minbar.db"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let archive = try Archive(path: path, readOnly: true, lock: nil)
    try archive.refuseNewer()
    return try archive.isOutdated() ? nil : archive
  }

  private init(path: String, readOnly: Bool, lock: WriterLock?) throws {
    self.path = path
    self.lock = lock
    if !readOnly { Archive.makePrivate(path) }
    do {
      queue = try DatabaseQueue(path: path, configuration: Archive.configuration(readOnly: readOnly))
    } catch let error as DatabaseError {
      throw ArchiveError.cannotOpen(path, reason: error.message ?? "cannot be opened")
    }
  }

  /// A copy anywhere, for reading; neither newer than this program nor something else.
  init(copy path: String) throws {
    self.path = path
    lock = nil
    do {
      queue = try DatabaseQueue(path: path, configuration: Archive.configuration(readOnly: true))
      let isArchive = try queue.read { db in try db.tableExists("source_file") }
      guard isArchive else { throw ArchiveError.cannotOpen(path, reason: "no archive of Minbar") }
    } catch let error as DatabaseError {
      throw ArchiveError.cannotOpen(path, reason: error.message ?? "no archive of Minbar")
    }
    try refuseNewer()
  }

  /// A copy anywhere, for writing, brought up to date; nobody else knows it.
  init(writableCopy path: String) throws {
    self.path = path
    lock = nil
    queue = try DatabaseQueue(path: path, configuration: Archive.configuration(readOnly: false))
    try migrate()
  }

  static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      sqlite3_extended_result_codes(db.sqliteConnection, 1)
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA cache_size = -65536")
      guard !readOnly else { return }
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  private func migrate() throws {
    try refuseNewer()
    let seals = SealRenewal(queue: queue)
    if try isOutdated() { try seals.begin() }
    try AllMigrations.migrator.migrate(queue)
    try seals.end()
  }

  private func isOutdated() throws -> Bool {
    try queue.read { db in try !AllMigrations.migrator.hasCompletedMigrations(db) }
  }

  private func refuseNewer() throws {
    let isNewer = try queue.read { db in try AllMigrations.migrator.hasBeenSuperseded(db) }
    if isNewer { throw ArchiveError.newer(path) }
  }

  /// The file is there with mode 0600 before SQLite writes into it. One that is there already is not opened: closing it
  /// would drop the locks of this process's other connections, and whoever writes last would take their log from under them.
  static func makePrivate(_ path: String) {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) }
  }

  package func read<T>(_ body: (ArchiveReader) throws -> T) throws -> T {
    try queue.read { db in try body(ArchiveReader(db)) }
  }

  /// One transaction: everything or nothing.
  package func write<T>(_ body: (ArchiveWriter) throws -> T) throws -> T {
    try queue.write { db in
      let strange = try RowSeal.due(db)
      let writer = ArchiveWriter(db)
      let result = try body(writer)
      try writer.refreshStaleMonths()
      try TalkSearch.settle(db)
      try RowSeal.renew(db, except: strange)
      return result
    }
  }
}

/// What can be asked of the archive; see `Queries/`.
package struct ArchiveReader {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }
}

/// What can be changed in the archive; see `Tables/`. Changes belong to one transaction.
package struct ArchiveWriter {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  package var reader: ArchiveReader { ArchiveReader(db) }
}

extension ArchiveWriter {
  /// Runs `body`; when it says not to keep what it did, or throws, only that is taken back.
  package func savepoint<T>(_ body: () throws -> (T, keep: Bool)) throws -> T {
    var result: T?
    try db.inSavepoint {
      let (value, keep) = try body()
      result = value
      return keep ? .commit : .rollback
    }
    guard let result else { throw ArchiveError.damaged("a savepoint gave nothing") }
    return result
  }
}
