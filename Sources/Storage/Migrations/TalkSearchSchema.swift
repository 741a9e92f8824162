/// The index that talks are searched by. Talks are public speech; comments are never in it.
///
/// It holds keys of words (stems without what hasty spelling tells apart), so that it lays open nothing that the talks
/// beside it do not. Triggers take words out of it with the text they stand in: by undo, purge, or a newer title.
enum TalkSearchSchema {
  static let statements = [index, search, departures]

  /// `places`: where each key of a part stands in its text, in the order of the keys.
  private static let index = """
    CREATE TABLE talk_index (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      part TEXT NOT NULL CHECK (part IN ('title', 'description', 'transcript')),
      reader INTEGER NOT NULL REFERENCES reader,
      text_hash INTEGER NOT NULL,
      places BLOB NOT NULL,
      PRIMARY KEY (post, part)
    ) STRICT;
    """

  /// Keys are letters and digits with spaces between them; beyond ASCII every byte belongs to a word.
  static let search = """
    CREATE VIRTUAL TABLE talk_search USING fts5(title, description, transcript, tokenize = 'ascii');
    """

  /// What left its text. Triggers may not touch virtual tables (`trusted_schema` is off), so that they only note it; each
  /// transaction takes the words out before it ends.
  private static let departures = """
    CREATE TABLE talk_departure (
      post INTEGER NOT NULL,
      part TEXT NOT NULL,
      PRIMARY KEY (post, part)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER talk_departure_index AFTER DELETE ON talk_index BEGIN
      INSERT OR IGNORE INTO talk_departure VALUES (old.post, old.part);
    END;
    CREATE TRIGGER talk_departure_transcript AFTER DELETE ON transcript BEGIN
      DELETE FROM talk_index WHERE post = old.post AND part = 'transcript';
    END;
    CREATE TRIGGER talk_departure_title AFTER UPDATE OF title ON post WHEN old.title IS NOT new.title BEGIN
      DELETE FROM talk_index WHERE post = new.id AND part = 'title';
    END;
    CREATE TRIGGER talk_departure_description AFTER UPDATE OF description ON post
      WHEN old.description IS NOT new.description BEGIN
      DELETE FROM talk_index WHERE post = new.id AND part = 'description';
    END;
    """
}
