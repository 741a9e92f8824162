import Foundation
import GRDB
import GRDBSQLite

extension Archive {
  /// Writes the log back into the database and empties it, so that nothing deleted lives on in it. Readers that are still
  /// busy with it only put this off.
  package func emptyLog() throws {
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
  }

  /// Writes the database anew without the room of deleted rows, then empties the log.
  package func compact() throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      try db.execute(sql: "VACUUM")
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}
