/// What people said of a comment stays while the comment's file is read again.
enum ReadAgainSchema {
  static let statements = [mark] + dependents.map { "DROP TRIGGER \($0.trigger);" } + [departures]

  private static let mark = """
    -- Holds a row while a transaction takes an import out to read it again. Empty between two transactions.
    CREATE TABLE reading_again (
      import INTEGER NOT NULL PRIMARY KEY
    ) STRICT;
    """

  /// What hangs on a comment: its table, and its name in the trigger that takes it out with the comment.
  private static let dependents = [
    (table: "coded_text", trigger: "coded_comment_goes"), (table: "alert_decision", trigger: "alert_decision_goes"),
  ]

  private static let departures = dependents.map { table, trigger in
    """
    CREATE TRIGGER \(trigger) AFTER DELETE ON comment_sighting
    WHEN NOT EXISTS (SELECT 1 FROM comment_sighting WHERE post = OLD.post AND identity = OLD.identity)
      AND NOT EXISTS (SELECT 1 FROM reading_again)
    BEGIN
      DELETE FROM \(table) WHERE post = OLD.post AND identity = OLD.identity;
    END;
    """
  }.joined(separator: "\n")
}
