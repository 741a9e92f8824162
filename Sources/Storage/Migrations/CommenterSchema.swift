/// How many different people wrote under all posts of an account in a month: counts, never a list.
enum CommenterSchema {
  static let statements = [tables, changes]

  private static let tables = """
    -- Lower bounds of different commenters. A language '' stands for all; 'opinion' for comments that state one.
    -- Rows with frozen = 1 were counted before the words of some of those comments expired.
    CREATE TABLE commenter_month (
      account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
      month INTEGER NOT NULL,
      base TEXT NOT NULL CHECK (base IN ('all', 'opinion')),
      language TEXT NOT NULL,
      frozen INTEGER NOT NULL CHECK (frozen IN (0, 1)),
      commenters INTEGER NOT NULL,
      PRIMARY KEY (account, month, base, language, frozen)
    ) STRICT, WITHOUT ROWID;

    -- Months of accounts whose commenters are to be counted anew; until then they have no row.
    CREATE TABLE stale_commenters (
      account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
      month INTEGER NOT NULL,
      PRIMARY KEY (account, month)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO stale_commenters SELECT DISTINCT account, month FROM comment_month;
    """

  /// A frozen count may hold people whose comments still stood: when such a comment goes, the count may be too high.
  private static let changes = """
    CREATE TRIGGER counted_comment_goes AFTER DELETE ON comment_sighting WHEN OLD.flags & 16 = 0 BEGIN
      DELETE FROM commenter_month WHERE frozen = 1 AND account = (SELECT account FROM post WHERE id = OLD.post);
    END;
    CREATE TRIGGER counted_post_goes BEFORE DELETE ON post BEGIN
      DELETE FROM commenter_month WHERE frozen = 1 AND account = OLD.account;
    END;
    CREATE TRIGGER counted_post_moves AFTER UPDATE OF account ON post BEGIN
      DELETE FROM commenter_month WHERE frozen = 1 AND account = OLD.account;
    END;
    """
}
