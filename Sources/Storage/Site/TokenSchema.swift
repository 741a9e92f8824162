/// Tokens with which a person's own programs read what the person may read. They end with the account's rights and secrets.
enum TokenSchema {
  static let sql = """
    CREATE TABLE token (
      number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      user INTEGER NOT NULL REFERENCES user ON DELETE CASCADE,
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      made_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL CHECK (expires_at > made_at),
      used_at INTEGER
    ) STRICT;
    CREATE INDEX token_user ON token (user);
    """
}
