/// Kinds of jobs are named where they are run: the table takes any, so that a new kind needs no change of it.
enum JobKindSchema {
  static let sql = """
    CREATE TABLE job_new (
      id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (length(kind) > 0),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'partly', 'failed', 'stopped')),
      begun_at INTEGER NOT NULL,
      ended_at INTEGER,
      subject TEXT NOT NULL,
      files INTEGER NOT NULL CHECK (files >= 0),
      taken INTEGER NOT NULL CHECK (taken >= 0),
      known INTEGER NOT NULL CHECK (known >= 0),
      refused INTEGER NOT NULL CHECK (refused >= 0)
    ) STRICT;
    INSERT INTO job_new SELECT id, kind, state, begun_at, ended_at, subject, files, taken, known, refused FROM job;
    DROP TABLE job;
    ALTER TABLE job_new RENAME TO job;
    """
}
