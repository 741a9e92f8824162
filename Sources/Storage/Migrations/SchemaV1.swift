/// The first schema. Migrations are append-only: a later change is a file of its own beside this one.
enum SchemaV1 {
  static let statements = [programme, imports, posts, observations, transcripts, comments, readings, rollups]

  private static let programme = """
    CREATE TABLE setting (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Names, handles and contacts of creators lie in a sealed file; here they are codes.
    CREATE TABLE creator (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 32),
      languages TEXT NOT NULL,
      country TEXT CHECK (length(country) = 2),
      oblast TEXT,
      sex TEXT CHECK (sex IN ('female', 'male')),
      age_band TEXT,
      cohort TEXT,
      trained_on INTEGER,
      status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'paused', 'left')),
      grants TEXT NOT NULL DEFAULT ''
    ) STRICT;

    CREATE TABLE consent (
      id INTEGER PRIMARY KEY,
      creator INTEGER NOT NULL REFERENCES creator ON DELETE CASCADE,
      what TEXT NOT NULL CHECK (what IN ('figures', 'themes', 'talks')),
      shared_with TEXT NOT NULL CHECK (shared_with IN ('team', 'donors', 'public')),
      given_on INTEGER NOT NULL,
      valid_until INTEGER NOT NULL CHECK (valid_until >= given_on),
      revoked_on INTEGER
    ) STRICT;

    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      creator INTEGER NOT NULL REFERENCES creator ON DELETE CASCADE,
      platform TEXT NOT NULL CHECK (platform IN ('youtube', 'instagram')),
      ordinal INTEGER NOT NULL,
      UNIQUE (creator, platform, ordinal)
    ) STRICT;
    """

  private static let imports = """
    -- One file or archive as it was handed in.
    CREATE TABLE import (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
      bytes INTEGER NOT NULL,
      name_sealed BLOB NOT NULL,
      received_at INTEGER NOT NULL,
      received_by TEXT NOT NULL
    ) STRICT;

    -- One readable file of an import: the file itself, or a member of the archive.
    CREATE TABLE source_file (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name_sealed BLOB NOT NULL,
      format TEXT NOT NULL,
      encoding TEXT NOT NULL,
      dialect TEXT NOT NULL,
      interface_language TEXT,
      scope TEXT CHECK (scope IN ('period', 'lifetime')),
      from_day INTEGER,
      through_day INTEGER,
      account INTEGER REFERENCES account,
      wrapped_key BLOB,
      accepted INTEGER NOT NULL DEFAULT 0,
      unchanged INTEGER NOT NULL DEFAULT 0,
      restated INTEGER NOT NULL DEFAULT 0,
      refused INTEGER NOT NULL DEFAULT 0,
      UNIQUE (import, ordinal),
      CHECK ((from_day IS NULL) = (through_day IS NULL))
    ) STRICT;

    CREATE TABLE problem (
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      code TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('note', 'row-refused', 'file-refused')),
      line INTEGER,
      column_name TEXT,
      found TEXT NOT NULL,
      expected TEXT NOT NULL,
      remedy TEXT NOT NULL,
      PRIMARY KEY (source_file, ordinal)
    ) STRICT, WITHOUT ROWID;

    -- Ids by which an account is found again; learnt from an import, or given in the registry (no source).
    CREATE TABLE account_id (
      account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
      platform TEXT NOT NULL,
      external_id TEXT NOT NULL,
      source_file INTEGER REFERENCES source_file ON DELETE CASCADE,
      UNIQUE (platform, external_id, source_file)
    ) STRICT;
    CREATE INDEX account_id_by_source ON account_id (source_file);
    """

  private static let posts = """
    -- Attributes are derived: the newest sighting that knows one wins.
    CREATE TABLE post (
      id INTEGER PRIMARY KEY,
      account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
      platform TEXT NOT NULL CHECK (platform IN ('youtube', 'instagram')),
      external_id TEXT NOT NULL,
      alias TEXT,
      kind TEXT,
      title TEXT,
      description TEXT,
      published_at INTEGER,
      published_precision TEXT,
      duration_seconds INTEGER,
      permalink TEXT,
      UNIQUE (platform, external_id)
    ) STRICT;
    CREATE INDEX post_by_alias ON post (platform, alias) WHERE alias IS NOT NULL;
    CREATE INDEX post_by_account ON post (account, published_at);

    CREATE TABLE post_sighting (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      row INTEGER NOT NULL,
      alias TEXT,
      kind TEXT,
      title TEXT,
      description TEXT,
      published_at INTEGER,
      published_precision TEXT CHECK (published_precision IN ('second', 'minute', 'day', 'estimate')),
      duration_seconds INTEGER CHECK (duration_seconds >= 0),
      permalink TEXT,
      PRIMARY KEY (post, source_file)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX post_sighting_by_source ON post_sighting (source_file);
    """

  private static let observations = """
    -- Append-only: a restated number is a new row of a later import.
    CREATE TABLE observation (
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      row INTEGER NOT NULL,
      metric TEXT NOT NULL,
      dimensions TEXT NOT NULL DEFAULT '',
      account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
      post INTEGER REFERENCES post ON DELETE CASCADE,
      definition TEXT NOT NULL DEFAULT '',
      scope TEXT NOT NULL CHECK (scope IN ('period', 'lifetime')),
      from_day INTEGER,
      through_day INTEGER,
      as_of INTEGER,
      value REAL,
      absence TEXT CHECK (absence IN ('withheld', 'not-in-export', 'unreadable')),
      approximate INTEGER NOT NULL DEFAULT 0 CHECK (approximate IN (0, 1)),
      PRIMARY KEY (source_file, row, metric, dimensions),
      CHECK ((value IS NULL) <> (absence IS NULL)),
      CHECK ((scope = 'period') = (from_day IS NOT NULL)),
      CHECK ((from_day IS NULL) = (through_day IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX observation_by_account ON observation (account, as_of);
    CREATE INDEX observation_by_post ON observation (post, metric) WHERE post IS NOT NULL;
    """

  private static let transcripts = """
    CREATE TABLE transcript (
      id INTEGER PRIMARY KEY,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      source TEXT NOT NULL CHECK (source IN ('human', 'automatic', 'machine-translated', 'unknown')),
      stated_language TEXT,
      UNIQUE (post, source_file)
    ) STRICT;
    CREATE INDEX transcript_by_source ON transcript (source_file);

    CREATE TABLE cue (
      transcript INTEGER NOT NULL REFERENCES transcript ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      start_ms INTEGER,
      end_ms INTEGER,
      text TEXT NOT NULL,
      row INTEGER NOT NULL,
      PRIMARY KEY (transcript, ordinal)
    ) STRICT, WITHOUT ROWID;
    """

  private static let comments = """
    -- Which posts an import has comments of, and how many: undo and roll-up need no scan of the comments for it.
    CREATE TABLE comment_batch (
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      count INTEGER NOT NULL,
      PRIMARY KEY (post, source_file)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX comment_batch_by_source ON comment_batch (source_file);

    -- What one import says of one comment. No name, handle, link or id of a commenter is ever stored: identity and author
    -- are keyed marks, the text is sealed in text_block.
    CREATE TABLE comment_sighting (
      post INTEGER NOT NULL,
      identity BLOB NOT NULL CHECK (length(identity) = 16),
      source_file INTEGER NOT NULL,
      row INTEGER NOT NULL,
      author BLOB,
      flags INTEGER NOT NULL,
      text_mark INTEGER NOT NULL,
      published_at INTEGER,
      published_precision TEXT,
      likes INTEGER,
      block INTEGER NOT NULL,
      slot INTEGER NOT NULL,
      PRIMARY KEY (post, identity, source_file),
      FOREIGN KEY (post, source_file) REFERENCES comment_batch ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE text_block (
      id INTEGER PRIMARY KEY,
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      number INTEGER NOT NULL,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      count INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      UNIQUE (source_file, number)
    ) STRICT;
    CREATE INDEX text_block_by_post ON text_block (post);
    """

  private static let readings = """
    -- Lexicon and engine of a reading, by fingerprint.
    CREATE TABLE reader (
      id INTEGER PRIMARY KEY,
      fingerprint TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE talk_reading (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      part TEXT NOT NULL CHECK (part IN ('title', 'description', 'transcript')),
      reader INTEGER NOT NULL REFERENCES reader,
      text_hash INTEGER NOT NULL,
      language TEXT NOT NULL,
      confidence REAL NOT NULL,
      sentences INTEGER NOT NULL,
      seconds REAL NOT NULL DEFAULT 0,
      PRIMARY KEY (post, part)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE talk_language (
      post INTEGER NOT NULL,
      part TEXT NOT NULL,
      language TEXT NOT NULL,
      sentences INTEGER NOT NULL,
      seconds REAL NOT NULL,
      PRIMARY KEY (post, part, language),
      FOREIGN KEY (post, part) REFERENCES talk_reading ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE talk_finding (
      post INTEGER NOT NULL,
      part TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      theme TEXT NOT NULL,
      stance TEXT NOT NULL CHECK (stance IN ('promotes', 'opposes', 'mentions')),
      entry TEXT NOT NULL,
      language TEXT NOT NULL,
      sentence_start INTEGER NOT NULL,
      sentence_end INTEGER NOT NULL,
      span_start INTEGER NOT NULL,
      span_end INTEGER NOT NULL,
      seconds REAL NOT NULL DEFAULT 0,
      PRIMARY KEY (post, part, ordinal),
      FOREIGN KEY (post, part) REFERENCES talk_reading ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE comment_reading (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      identity BLOB NOT NULL,
      reader INTEGER NOT NULL REFERENCES reader,
      text_mark INTEGER NOT NULL,
      language TEXT NOT NULL,
      confidence REAL NOT NULL,
      sentiment TEXT NOT NULL CHECK (sentiment IN ('positive', 'negative', 'neutral', 'mixed')),
      response TEXT NOT NULL,
      alerts TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (post, identity)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE comment_finding (
      post INTEGER NOT NULL,
      identity BLOB NOT NULL,
      ordinal INTEGER NOT NULL,
      theme TEXT NOT NULL,
      stance TEXT NOT NULL CHECK (stance IN ('promotes', 'opposes', 'mentions')),
      entry TEXT NOT NULL,
      span_start INTEGER NOT NULL,
      span_end INTEGER NOT NULL,
      PRIMARY KEY (post, identity, ordinal),
      FOREIGN KEY (post, identity) REFERENCES comment_reading ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """

  private static let rollups = """
    -- Everything below can be worked out again from the tables above.
    CREATE TABLE comment_rollup (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      month INTEGER NOT NULL,
      language TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('all', 'sentiment', 'response', 'alert')),
      label TEXT NOT NULL,
      reader INTEGER NOT NULL REFERENCES reader,
      frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),
      comments INTEGER NOT NULL,
      commenters INTEGER NOT NULL,
      PRIMARY KEY (post, month, language, kind, label, reader, frozen)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE metric_rollup (
      account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
      month INTEGER NOT NULL,
      metric TEXT NOT NULL,
      basis TEXT NOT NULL CHECK (basis IN ('month', 'days', 'posts', 'snapshots')),
      value REAL,
      lower REAL,
      upper REAL,
      known INTEGER NOT NULL,
      of INTEGER NOT NULL,
      as_of INTEGER,
      correction REAL NOT NULL DEFAULT 0,
      approximate INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (account, month, metric)
    ) STRICT, WITHOUT ROWID;

    -- Posts whose comments or texts changed since the rollups were made.
    CREATE TABLE stale_post (
      post INTEGER NOT NULL PRIMARY KEY REFERENCES post ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """
}
