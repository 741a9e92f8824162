/// What keeps an archive whole and lets things go in time: marks of keys, seals of imports, retention, releases.
enum DurabilitySchema {
  static let statements = [keys, seals, retention, releases]

  /// The parts that are sealed from then on.
  static let parts: Set<String> = ["posts", "numbers", "talks", "comments", "texts"]

  private static let keys = """
    -- Which keys the archive was made with, by a mark from which no key can be found.
    CREATE TABLE key_mark (
      purpose TEXT NOT NULL PRIMARY KEY,
      mark BLOB NOT NULL CHECK (length(mark) = 8),
      made_at INTEGER NOT NULL,
      destroyed_at INTEGER
    ) STRICT, WITHOUT ROWID;
    """

  private static let seals = """
    -- SHA-256 over what one file brought, part by part: rows that change silently are noticed.
    CREATE TABLE source_seal (
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      part TEXT NOT NULL CHECK (part IN ('posts', 'numbers', 'talks', 'comments', 'texts')),
      rows INTEGER NOT NULL,
      sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
      PRIMARY KEY (source_file, part)
    ) STRICT, WITHOUT ROWID;
    """

  private static let retention = """
    -- What of an import has expired.
    CREATE TABLE expiry (
      import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
      what TEXT NOT NULL CHECK (what IN ('texts', 'rows')),
      expired_at INTEGER NOT NULL,
      PRIMARY KEY (import, what)
    ) STRICT, WITHOUT ROWID;

    -- Posts with comments whose rows are gone: those received through that moment are tallied, and cannot be told from
    -- new ones any more.
    CREATE TABLE closed_post (
      post INTEGER NOT NULL PRIMARY KEY REFERENCES post ON DELETE CASCADE,
      through INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  private static let releases = """
    -- What was handed to readers outside the house, to hold the next one against.
    CREATE TABLE release (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      made_at INTEGER NOT NULL,
      from_month INTEGER NOT NULL,
      through_month INTEGER NOT NULL,
      sha256 BLOB NOT NULL CHECK (length(sha256) = 32)
    ) STRICT;

    CREATE TABLE release_cell (
      release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
      cell TEXT NOT NULL,
      is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1)),
      size REAL NOT NULL,
      -- 0 when an author of it was purged since, so that it is not known any more whom it holds.
      is_complete INTEGER NOT NULL DEFAULT 1 CHECK (is_complete IN (0, 1)),
      value REAL,
      low REAL,
      high REAL,
      n REAL,
      PRIMARY KEY (release, cell)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX release_cell_by_cell ON release_cell (cell);

    CREATE TABLE release_part (
      release INTEGER NOT NULL,
      cell TEXT NOT NULL,
      creator TEXT NOT NULL,
      contribution REAL NOT NULL,
      commenters INTEGER NOT NULL,
      PRIMARY KEY (release, cell, creator),
      FOREIGN KEY (release, cell) REFERENCES release_cell ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
