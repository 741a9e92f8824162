/// How well the engine met people's coding, in numbers that stay when coded comments go.
enum CodingMeasureSchema {
  static let statements = [measures]

  /// One set a reader; `texts` says how many coded texts it rests on. Language '' stands for all.
  private static let measures = """
    CREATE TABLE coding_measure (
      reader INTEGER NOT NULL REFERENCES reader ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('talk', 'comment')),
      language TEXT NOT NULL,
      variable TEXT NOT NULL CHECK (variable IN ('theme', 'sentiment', 'response')),
      label TEXT NOT NULL,
      texts INTEGER NOT NULL,
      sensitivity REAL NOT NULL CHECK (sensitivity BETWEEN 0 AND 1),
      specificity REAL NOT NULL CHECK (specificity BETWEEN 0 AND 1),
      coded INTEGER NOT NULL,
      others INTEGER NOT NULL,
      coded_effective REAL NOT NULL,
      others_effective REAL NOT NULL,
      PRIMARY KEY (reader, kind, language, variable, label)
    ) STRICT, WITHOUT ROWID;
    """
}
