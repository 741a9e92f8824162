/// What reports add up, kept added up: their cost goes by creators and months, not by comments and sentences.
enum ReportRollupSchema {
  static let statements = [months, changes, themes, indexes]

  private static let months = """
    -- The rows of comment_rollup of all posts of an account together; commenters are the largest part, a lower bound.
    CREATE TABLE comment_month (
      month INTEGER NOT NULL,
      account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
      language TEXT NOT NULL,
      kind TEXT NOT NULL,
      label TEXT NOT NULL,
      comments INTEGER NOT NULL,
      commenters INTEGER NOT NULL,
      PRIMARY KEY (month, account, language, kind, label)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX comment_month_by_account ON comment_month (account);
    INSERT INTO comment_month (month, account, language, kind, label, comments, commenters)
      SELECT month, account, language, c.kind, label, sum(comments), max(commenters)
      FROM comment_rollup c JOIN post ON post.id = c.post GROUP BY 1, 2, 3, 4, 5;

    -- Months of accounts that changed within a transaction; added up anew before it ends. Empty between two of them.
    CREATE TABLE stale_month (
      account INTEGER NOT NULL,
      month INTEGER NOT NULL,
      PRIMARY KEY (account, month)
    ) STRICT, WITHOUT ROWID;
    """

  /// Whoever changes a row of `comment_rollup`, and why: its month is noted. Of a post that goes, before its rows follow it;
  /// of one that moves to another account, the months of both.
  private static let changes = """
    CREATE TRIGGER comment_rollup_comes AFTER INSERT ON comment_rollup BEGIN
      \(note(row: "NEW"))
    END;
    CREATE TRIGGER comment_rollup_changes AFTER UPDATE ON comment_rollup BEGIN
      \(note(row: "NEW"))
      \(note(row: "OLD"))
    END;
    CREATE TRIGGER comment_rollup_goes AFTER DELETE ON comment_rollup BEGIN
      \(note(row: "OLD"))
    END;
    CREATE TRIGGER post_with_comments_goes BEFORE DELETE ON post BEGIN
      \(note(postOf: "OLD"))
    END;
    CREATE TRIGGER post_with_comments_moves AFTER UPDATE OF account ON post BEGIN
      \(note(postOf: "OLD"))
      \(note(postOf: "NEW"))
    END;
    """

  /// That a month stands there is asked: an upsert outside would turn a trigger's "or ignore" into a failure.
  private static func note(row: String) -> String {
    """
    INSERT INTO stale_month (account, month) SELECT p.account, \(row).month FROM post p WHERE p.id = \(row).post
        AND NOT EXISTS (SELECT 1 FROM stale_month s WHERE s.account = p.account AND s.month = \(row).month);
    """
  }

  private static func note(postOf row: String) -> String {
    """
    INSERT INTO stale_month (account, month) SELECT DISTINCT \(row).account, c.month FROM comment_rollup c
        WHERE c.post = \(row).id
        AND NOT EXISTS (SELECT 1 FROM stale_month s WHERE s.account = \(row).account AND s.month = c.month);
    """
  }

  private static let themes = """
    -- Sentences of a talk that show a theme, each once; the theme '' stands for any theme that is promoted.
    CREATE TABLE talk_theme (
      post INTEGER NOT NULL,
      part TEXT NOT NULL DEFAULT 'transcript' CHECK (part = 'transcript'),
      language TEXT NOT NULL,
      theme TEXT NOT NULL,
      stance TEXT NOT NULL,
      sentences INTEGER NOT NULL,
      seconds REAL NOT NULL,
      PRIMARY KEY (post, language, theme, stance),
      FOREIGN KEY (post, part) REFERENCES talk_reading ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    \(ArchiveWriter.themesSQL(of: "true"));
    """

  /// A report asks which posts are of its months, which totals of accounts were stated for them, and which readings are of
  /// another reader.
  private static let indexes = """
    CREATE INDEX post_by_publication ON post (published_at, published_precision, account, same_as);
    CREATE INDEX observation_total_by_day ON observation (account, from_day, metric, source_file, through_day, value)
      WHERE scope = 'period' AND post IS NULL AND dimensions = '';
    CREATE INDEX talk_reading_by_reader ON talk_reading (reader);
    CREATE INDEX comment_rollup_by_reader ON comment_rollup (reader) WHERE frozen = 0 AND kind = 'all';
    """
}
