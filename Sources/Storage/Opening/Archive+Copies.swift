import Foundation
import GRDB
import GRDBSQLite

/// A small file of the data directory that travels in a backup.
package struct BackupFile: Sendable, Hashable {
  /// Path inside the data directory.
  package let name: String
  package let content: [UInt8]

  package init(name: String, content: [UInt8]) {
    self.name = name
    self.content = content
  }
}

extension Archive {
  /// Copies the archive as it is at this moment into a new file, while others read and write; without the room of
  /// deleted rows.
  package func copy(to path: String, files: [BackupFile]) throws {
    try queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    chmod(path, 0o600)
    let copy = try DatabaseQueue(path: path)
    try copy.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
      // A restore that was cut off leaves the files that travelled with it in the archive.
      try db.execute(sql: "DROP TABLE IF EXISTS backup_file")
      try db.execute(sql: "CREATE TABLE backup_file (name TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL) STRICT")
      for file in files {
        try db.execute(
          sql: "INSERT INTO backup_file (name, content) VALUES (?, ?)", arguments: [file.name, Data(file.content)])
      }
    }
    try copy.close()
    Archive.sync(path)
  }

  /// Opens a copy by its own path, for reading.
  /// - Throws: `ArchiveError` when it is no archive, or one of a newer Minbar.
  package static func openCopy(_ path: String) throws -> Archive {
    guard FileManager.default.fileExists(atPath: path) else { throw ArchiveError.missing(path) }
    return try Archive(copy: path)
  }

  /// The files that travelled in a copy; empty for a plain archive.
  package func backupFiles() throws -> [BackupFile] {
    try queue.read { db in
      guard try db.tableExists("backup_file") else { return [] }
      return try Row.fetchAll(db, sql: "SELECT name, content FROM backup_file ORDER BY name").map { row in
        BackupFile(name: row[0], content: Array(row[1] as Data))
      }
    }
  }

  static func sync(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }
}

/// The right to write in a data directory while its archive is exchanged.
package final class ExclusiveAccess {
  private let lock: WriterLock

  package init(directory: String, holder: String, wait: Int = 30, onWait: (String) -> Void = { _ in }) throws {
    lock = try WriterLock(path: directory + "/write.lock", seconds: wait, holder: holder, onWait: onWait)
  }
}
