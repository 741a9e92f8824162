/// Words of each talk, counted while it is read, so that months can be held against each other without reading them again.
enum TalkWordsSchema {
  static let statements = [words]

  /// `stems`: eight bytes a word, a hash of its stem, in the order of first places; `words`: the same words written out.
  private static let words = """
    CREATE TABLE talk_words (
      post INTEGER NOT NULL,
      part TEXT NOT NULL,
      stems BLOB NOT NULL CHECK (length(stems) % 8 = 0),
      words BLOB NOT NULL,
      PRIMARY KEY (post, part),
      FOREIGN KEY (post, part) REFERENCES talk_reading ON DELETE CASCADE
    ) STRICT;
    """
}
