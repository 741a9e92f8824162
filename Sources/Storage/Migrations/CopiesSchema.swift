/// Comments that nearly repeat one another: a sealed sketch beside each reading, and what came of comparing a month.
enum CopiesSchema {
  static let statements = [sketches, tallies, changes]

  /// Goes with the reading, and so with the words that it was made of.
  private static let sketches = """
    ALTER TABLE comment_reading ADD COLUMN sketch BLOB CHECK (sketch IS NULL OR length(sketch) = 50);
    """

  /// Counts only. They stay when sketches expire: a month of which something has expired is not compared anew.
  private static let tallies = """
    CREATE TABLE copied_rollup (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      month INTEGER NOT NULL,
      language TEXT NOT NULL,
      response TEXT NOT NULL,
      comments INTEGER NOT NULL CHECK (comments > 0),
      PRIMARY KEY (post, month, language, response)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX copied_rollup_by_month ON copied_rollup (month);

    CREATE TABLE copy_check (
      month INTEGER NOT NULL PRIMARY KEY,
      compared INTEGER NOT NULL,
      groups INTEGER NOT NULL,
      copied INTEGER NOT NULL,
      timed INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE copy_window (
      month INTEGER NOT NULL REFERENCES copy_check ON DELETE CASCADE,
      seconds INTEGER NOT NULL,
      pairs INTEGER NOT NULL,
      expected REAL NOT NULL,
      p REAL NOT NULL CHECK (p > 0 AND p <= 1),
      PRIMARY KEY (month, seconds)
    ) STRICT, WITHOUT ROWID;

    -- Months whose comments changed since they were compared.
    CREATE TABLE stale_copies (
      month INTEGER NOT NULL PRIMARY KEY
    ) STRICT;
    """

  /// Whatever takes comments out of a count: undo, purge, another reading.
  private static let changes = """
    CREATE TRIGGER copies_of_fewer_comments AFTER DELETE ON comment_rollup WHEN OLD.kind = 'all'
    BEGIN
      INSERT OR IGNORE INTO stale_copies (month) VALUES (OLD.month);
    END;
    """
}
