/// Seals over what staff typed in: the list of sealed parts grows, which SQLite lets only a new table say.
enum HandRecordsSchema {
  static let statements = [
    """
    CREATE TABLE source_seal_new (
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      part TEXT NOT NULL CHECK (part IN ('posts', 'numbers', 'talks', 'comments', 'texts', 'figures', 'cards')),
      rows INTEGER NOT NULL,
      sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
      PRIMARY KEY (source_file, part)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO source_seal_new SELECT source_file, part, rows, sha256 FROM source_seal;
    DROP TABLE source_seal;
    ALTER TABLE source_seal_new RENAME TO source_seal;
    """
  ]

  /// The parts that were not sealed before.
  static let parts: Set<String> = ["figures", "cards"]
}
