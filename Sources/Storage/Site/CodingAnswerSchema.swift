/// Answers of coders on their way into the archive, whose lock another command may hold.
enum CodingAnswerSchema {
  static let sql = """
    CREATE TABLE coding_answer (
      number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      round INTEGER NOT NULL,
      place INTEGER NOT NULL CHECK (place > 0),
      coder TEXT NOT NULL CHECK (length(coder) BETWEEN 1 AND 32),
      coding TEXT,
      UNIQUE (round, place, coder)
    ) STRICT;
    """
}
