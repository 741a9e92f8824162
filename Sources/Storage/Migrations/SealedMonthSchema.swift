/// Months whose figures were frozen, who looked at them, what was corrected later; and which report a release was for.
enum SealedMonthSchema {
  static let statements = tables + watched.flatMap(RowSealSchema.triggers)

  private static let watched = ["month_step", "sealed_figure", "erratum"].map {
    RowSealSchema.Watched(table: $0, part: "months", subject: "@.month")
  }

  private static let tables = [
    """
    -- The steps of a month, in the order they were taken; none is ever changed. Code names only.
    CREATE TABLE month_step (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      month INTEGER NOT NULL,
      edition INTEGER NOT NULL CHECK (edition > 0),
      step TEXT NOT NULL CHECK (step IN ('prepared', 'checked', 'approved')),
      code_name TEXT NOT NULL CHECK (length(code_name) BETWEEN 1 AND 24),
      made_at INTEGER NOT NULL,
      -- Over the figures and the imports that they rest on.
      sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
      UNIQUE (month, edition, step)
    ) STRICT;

    CREATE TABLE sealed_figure (
      month INTEGER NOT NULL,
      edition INTEGER NOT NULL,
      figure TEXT NOT NULL,
      value REAL,
      low REAL,
      high REAL,
      PRIMARY KEY (month, edition, figure)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE erratum (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      month INTEGER NOT NULL,
      edition INTEGER NOT NULL,
      figure TEXT NOT NULL,
      old_value REAL,
      old_low REAL,
      old_high REAL,
      new_value REAL,
      new_low REAL,
      new_high REAL,
      reason TEXT NOT NULL CHECK (length(reason) > 0),
      code_name TEXT NOT NULL,
      made_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX erratum_by_month ON erratum (month);
    """,
    """
    -- The reader's code; empty for the summary tables.
    ALTER TABLE release ADD COLUMN series TEXT NOT NULL DEFAULT '';
    """,
  ]
}
