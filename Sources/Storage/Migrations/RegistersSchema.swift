/// Registers that staff keep, and what people decided on alerts and on talks that seem to speak against peace.
enum RegistersSchema {
  static let statements = [entries, decisions, seals] + watched.flatMap(RowSealSchema.triggers)

  /// Rows are statements, like sightings: of several with one key the last one is in force, the others are its history.
  private static let entries = """
    -- Groups and codes only; the words of a change story are sealed, and go when its consent ends. A row without a file was
    -- decided at the desk: an alert that a person confirmed.
    CREATE TABLE register_entry (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      source_file INTEGER REFERENCES source_file ON DELETE CASCADE,
      row INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('surveys', 'trainings', 'events', 'incidents', 'stories')),
      entry_key TEXT NOT NULL CHECK (length(entry_key) BETWEEN 1 AND 200),
      day INTEGER NOT NULL,
      creator INTEGER REFERENCES creator ON DELETE CASCADE,
      codes TEXT NOT NULL,
      withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
      consent_until INTEGER,
      story_sealed BLOB,
      made_at INTEGER NOT NULL,
      made_by TEXT,
      CHECK ((source_file IS NULL) = (made_by IS NOT NULL)),
      CHECK (story_sealed IS NULL OR kind = 'stories')
    ) STRICT;
    CREATE INDEX register_entry_by_key ON register_entry (kind, entry_key, id);
    CREATE INDEX register_entry_by_source ON register_entry (source_file);
    CREATE INDEX register_entry_by_creator ON register_entry (creator);
    """

  private static let decisions = """
    -- Who judged which alert. It goes with the comment; the incident that came of it stays in its register.
    CREATE TABLE alert_decision (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      identity BLOB NOT NULL CHECK (length(identity) = 16),
      text_mark INTEGER NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'dismissed')),
      reason TEXT NOT NULL,
      incident TEXT,
      decided_by TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      PRIMARY KEY (post, identity),
      CHECK ((verdict = 'confirmed') = (incident IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER alert_decision_goes AFTER DELETE ON comment_sighting
    WHEN NOT EXISTS (SELECT 1 FROM comment_sighting WHERE post = OLD.post AND identity = OLD.identity)
    BEGIN
      DELETE FROM alert_decision WHERE post = OLD.post AND identity = OLD.identity;
    END;
    -- Alerts are few among many comments.
    CREATE INDEX comment_reading_with_alerts ON comment_reading (post, identity) WHERE alerts <> '';
    CREATE INDEX talk_finding_against ON talk_finding (theme, post) WHERE stance = 'opposes';

    -- Whether a talk that was read as speaking against a theme does so, as a person judged it. It holds for the words that
    -- were judged.
    CREATE TABLE talk_verdict (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      theme TEXT NOT NULL,
      text_hash INTEGER NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'dismissed')),
      reason TEXT NOT NULL,
      decided_by TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      PRIMARY KEY (post, theme)
    ) STRICT, WITHOUT ROWID;
    """

  /// SQLite lets only a new table say that there is one more sealed part.
  private static let seals = """
    CREATE TABLE source_seal_new (
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      part TEXT NOT NULL
        CHECK (part IN ('posts', 'numbers', 'talks', 'comments', 'texts', 'figures', 'cards', 'registers')),
      rows INTEGER NOT NULL,
      sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
      PRIMARY KEY (source_file, part)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO source_seal_new SELECT source_file, part, rows, sha256 FROM source_seal;
    DROP TABLE source_seal;
    ALTER TABLE source_seal_new RENAME TO source_seal;
    """

  private static let watched = [
    RowSealSchema.Watched(table: "alert_decision", part: "decisions", subject: "@.post"),
    RowSealSchema.Watched(table: "talk_verdict", part: "decisions", subject: "@.post"),
    RowSealSchema.Watched(
      table: "register_entry", part: "incidents", subject: "0", condition: "@.source_file IS NULL"),
  ]
}
