/// What staff write beside figures.
enum FigureNotesSchema {
  static let statements = [
    """
    -- Notes may say why somebody was silent (a pilgrimage, an illness, an arrest), so their words are sealed. They hang on no
    -- import: taking one out or in again leaves them. They go with their creator.
    CREATE TABLE figure_note (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      figure TEXT NOT NULL CHECK (length(figure) BETWEEN 5 AND 120),
      month INTEGER NOT NULL,
      creator INTEGER REFERENCES creator ON DELETE CASCADE,
      text_sealed BLOB NOT NULL,
      shareable INTEGER NOT NULL CHECK (shareable IN (0, 1)),
      made_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX figure_note_by_month ON figure_note (month);
    CREATE INDEX figure_note_by_creator ON figure_note (creator);
    """
  ]
}
