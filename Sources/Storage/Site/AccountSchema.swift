/// Accounts of the website: who may sign in, by code name alone. Sessions are made anew, since they end with the server.
enum AccountSchema {
  static let sql = """
    CREATE TABLE user (
      id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      code TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(code) BETWEEN 1 AND 32),
      role TEXT NOT NULL CHECK (role IN ('administrator', 'staff', 'coder', 'creator', 'reader')),
      bound_to TEXT NOT NULL CHECK ((bound_to <> '') = (role IN ('creator', 'reader'))),
      epoch INTEGER NOT NULL DEFAULT 0,
      salt BLOB,
      passphrase BLOB CHECK ((passphrase IS NULL) = (salt IS NULL)),
      secret BLOB,
      last_step INTEGER NOT NULL DEFAULT 0,
      added_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE recovery_code (
      user INTEGER NOT NULL REFERENCES user ON DELETE CASCADE,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (user, hash)
    ) STRICT, WITHOUT ROWID;

    DROP TABLE session;
    CREATE TABLE session (
      number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
      user INTEGER REFERENCES user ON DELETE CASCADE,
      stage TEXT NOT NULL CHECK (stage IN ('signed-in', 'enrolling')),
      language TEXT NOT NULL,
      begun INTEGER NOT NULL,
      seen INTEGER NOT NULL CHECK (seen >= begun)
    ) STRICT;
    CREATE INDEX session_user ON session (user);

    CREATE TABLE objection (
      id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      creator TEXT NOT NULL CHECK (length(creator) > 0),
      post INTEGER NOT NULL,
      theme TEXT NOT NULL CHECK (length(theme) > 0),
      reason TEXT NOT NULL CHECK (reason IN ('not-said', 'other-side', 'not-mine', 'other')),
      made_at INTEGER NOT NULL,
      settled_at INTEGER,
      settled_by TEXT NOT NULL DEFAULT '',
      UNIQUE (creator, post, theme)
    ) STRICT;
    """
}
