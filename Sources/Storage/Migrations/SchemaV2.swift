/// What people coded, to measure the engine against and to learn from.
enum SchemaV2 {
  static let statements = [texts, labels, deletion]

  private static let texts = """
    -- A sentence of a talk or a comment that somebody coded. Its words stay where they are.
    CREATE TABLE coded_text (
      id INTEGER PRIMARY KEY,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      part TEXT CHECK (part IN ('title', 'description', 'transcript')),
      first_unit INTEGER CHECK (first_unit >= 0),
      end_unit INTEGER CHECK (end_unit > first_unit),
      identity BLOB CHECK (length(identity) = 16),
      text_mark INTEGER NOT NULL,
      weight REAL NOT NULL CHECK (weight > 0),
      CHECK ((part IS NULL) <> (identity IS NULL)),
      CHECK ((part IS NULL) = (first_unit IS NULL)),
      CHECK ((part IS NULL) = (end_unit IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX coded_sentence ON coded_text (post, part, first_unit, end_unit, text_mark) WHERE part IS NOT NULL;
    CREATE UNIQUE INDEX coded_comment ON coded_text (post, identity) WHERE identity IS NOT NULL;
    """

  /// Which themes there are is the lexicon's business; the codebook's other values are fixed. A value `-` says that the
  /// coder looked and found none.
  private static let labels = """
    CREATE TABLE label (
      text INTEGER NOT NULL REFERENCES coded_text ON DELETE CASCADE,
      coder TEXT NOT NULL CHECK (length(coder) BETWEEN 1 AND 32),
      variable TEXT NOT NULL CHECK (variable IN ('variety', 'theme', 'sentiment', 'response', 'alert')),
      value TEXT NOT NULL CHECK (length(value) > 0),
      stance TEXT CHECK (stance IN ('promotes', 'opposes', 'mentions')),
      PRIMARY KEY (text, coder, variable, value),
      CHECK ((stance IS NOT NULL) = (variable = 'theme' AND value <> '-')),
      CHECK (variable <> 'sentiment' OR value IN ('positive', 'negative', 'neutral', 'mixed')),
      CHECK (variable <> 'response' OR value IN ('testimony', 'hostile', 'critical', 'question', 'supportive', 'formula',
        'spam', 'other')),
      CHECK (variable <> 'alert' OR value IN ('-', 'hate', 'threat', 'extremist'))
    ) STRICT, WITHOUT ROWID;
    """

  /// What people said of a comment goes with the comment, whoever takes it out and why.
  private static let deletion = """
    CREATE TRIGGER coded_comment_goes AFTER DELETE ON comment_sighting
    WHEN NOT EXISTS (SELECT 1 FROM comment_sighting WHERE post = OLD.post AND identity = OLD.identity)
    BEGIN
      DELETE FROM coded_text WHERE post = OLD.post AND identity = OLD.identity;
    END;
    """
}
