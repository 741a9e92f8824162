/// Texts that are coded on the website. All of it hangs on the text that is coded, so that it goes when the comment goes,
/// whoever takes it out and why.
enum CodingRoundsSchema {
  static let statements = [tables] + watched.flatMap(RowSealSchema.triggers)

  private static let watched = [
    ("coding_round", "@.id"), ("coding_item", "@.round"),
    ("coding_skip", "(SELECT min(round) FROM coding_item WHERE text = @.text)"),
  ].map { RowSealSchema.Watched(table: $0.0, part: "coding rounds", subject: $0.1) }

  private static let tables = """
    CREATE TABLE coding_round (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('month', 'objections')),
      month INTEGER CHECK ((month IS NULL) = (kind = 'objections')),
      first_coder TEXT NOT NULL CHECK (length(first_coder) BETWEEN 1 AND 32),
      second_coder TEXT NOT NULL CHECK (length(second_coder) BETWEEN 1 AND 32 AND second_coder <> first_coder),
      texts INTEGER NOT NULL CHECK (texts > 0),
      made_at INTEGER NOT NULL
    ) STRICT;
    -- Places never move: an answer that is under way names a text by round and place.
    CREATE TABLE coding_item (
      round INTEGER NOT NULL REFERENCES coding_round ON DELETE CASCADE,
      text INTEGER NOT NULL REFERENCES coded_text ON DELETE CASCADE,
      first_place INTEGER NOT NULL CHECK (first_place > 0),
      second_place INTEGER NOT NULL CHECK (second_place > 0),
      PRIMARY KEY (round, first_place),
      UNIQUE (round, second_place),
      UNIQUE (round, text)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX coding_item_by_text ON coding_item (text);
    -- Who looked at a text and could not tell.
    CREATE TABLE coding_skip (
      text INTEGER NOT NULL REFERENCES coded_text ON DELETE CASCADE,
      coder TEXT NOT NULL CHECK (length(coder) BETWEEN 1 AND 32),
      PRIMARY KEY (text, coder)
    ) STRICT, WITHOUT ROWID;
    """
}
