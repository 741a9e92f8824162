/// What one import brings lies together, so that a month costs as many pages after five years as at the start.
///
/// An index that sorts a post's numbers by metric before day puts each number of a month on a page of its own; sorted by
/// day, a post's month is one page. Sightings lie by file, and only short keys by post.
enum LocalitySchema {
  static let statements = [
    "DROP INDEX observation_by_post",
    "CREATE INDEX observation_by_post ON observation (post, scope, as_of, metric) WHERE post IS NOT NULL",
    sightings,
  ]

  private static let sightings = """
    CREATE TABLE sighting_by_file (
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      row INTEGER NOT NULL,
      alias TEXT,
      kind TEXT,
      title TEXT,
      description TEXT,
      published_at INTEGER,
      published_precision TEXT CHECK (published_precision IN ('second', 'minute', 'day', 'estimate')),
      duration_seconds INTEGER CHECK (duration_seconds >= 0),
      permalink TEXT,
      PRIMARY KEY (source_file, post)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO sighting_by_file (source_file, post, row, alias, kind, title, description, published_at,
        published_precision, duration_seconds, permalink)
      SELECT source_file, post, row, alias, kind, title, description, published_at, published_precision,
        duration_seconds, permalink
      FROM post_sighting ORDER BY source_file, post;
    DROP TABLE post_sighting;
    ALTER TABLE sighting_by_file RENAME TO post_sighting;
    CREATE INDEX post_sighting_by_post ON post_sighting (post);
    """
}
