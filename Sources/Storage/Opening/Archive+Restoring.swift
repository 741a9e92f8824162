import Foundation
import GRDB
import GRDBSQLite

extension Archive {
  /// Opens a copy by its own path for writing, and brings it up to date. Its user alone knows it: no lock is held.
  package static func openCopyForWriting(_ path: String) throws -> Archive { try Archive(writableCopy: path) }

  /// Ends writing in a copy: all of it lies in one file then.
  package func closeCopy() throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    try queue.close()
    Archive.sync(path)
  }

  /// Puts a copy in the place of a data directory's archive. There is an archive at every moment, and the old one stays
  /// beside it until `dropReplaced`. The files that travelled with the copy stay in it until then, so that a restore that
  /// is cut off can be done again from what lies there.
  /// - Parameter directory: the data directory; its writer's lock is held by the caller.
  package static func install(copy path: String, in directory: String) throws {
    let (place, old) = (directory + "/minbar.db", directory + "/" + replaced)
    unlink(old)
    if FileManager.default.fileExists(atPath: place) {
      emptyLog(of: place)
      guard link(place, old) == 0 else {
        throw ArchiveError.cannotOpen(old, reason: String(cString: strerror(errno)))
      }
    }
    for ending in ["-wal", "-shm"] { unlink(place + ending) }
    guard rename(path, place) == 0 else {
      throw ArchiveError.cannotOpen(path, reason: String(cString: strerror(errno)))
    }
    sync(directory)
  }

  /// Puts the archive back that `install` replaced, where there was one.
  package static func putReplacedBack(in directory: String) {
    for ending in ["-wal", "-shm"] { unlink(directory + "/minbar.db" + ending) }
    rename(directory + "/" + replaced, directory + "/minbar.db")
    sync(directory)
  }

  /// Ends a restore: the files that travelled with the copy lie in their places, and the old archive may go.
  package static func dropReplaced(in directory: String) throws {
    let queue = try DatabaseQueue(path: directory + "/minbar.db", configuration: configuration(readOnly: false))
    try queue.writeWithoutTransaction { db in try db.execute(sql: "DROP TABLE IF EXISTS backup_file") }
    try queue.close()
    unlink(directory + "/" + replaced)
    sync(directory)
  }

  /// Name of the archive that a restore replaced, until the restore is done.
  private static let replaced = "minbar.db.replaced"

  /// What the log of an archive that is to be replaced holds belongs into it. One that is damaged stays as it is.
  private static func emptyLog(of path: String) {
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration(readOnly: false)) else { return }
    try? queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try? queue.close()
  }
}
