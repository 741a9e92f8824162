import GRDB

/// Tables of the website's own database. Migrations are only added, never edited.
enum SiteSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("site 1") { db in try db.execute(sql: first) }
    migrator.registerMigration("site 2-accounts") { db in try db.execute(sql: AccountSchema.sql) }
    migrator.registerMigration("site 3-job-kinds") { db in try db.execute(sql: JobKindSchema.sql) }
    return migrator
  }

  private static let first = """
    CREATE TABLE session (
      token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
      role TEXT NOT NULL,
      language TEXT NOT NULL,
      begun INTEGER NOT NULL,
      seen INTEGER NOT NULL CHECK (seen >= begun)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE audit (
      number INTEGER NOT NULL PRIMARY KEY,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      event TEXT NOT NULL CHECK (length(event) > 0),
      subject TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    CREATE TABLE job (
      id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('ingest', 'undo', 'creator', 'report', 'read')),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'partly', 'failed', 'stopped')),
      begun_at INTEGER NOT NULL,
      ended_at INTEGER,
      subject TEXT NOT NULL,
      files INTEGER NOT NULL CHECK (files >= 0),
      taken INTEGER NOT NULL CHECK (taken >= 0),
      known INTEGER NOT NULL CHECK (known >= 0),
      refused INTEGER NOT NULL CHECK (refused >= 0)
    ) STRICT;
    """
}
