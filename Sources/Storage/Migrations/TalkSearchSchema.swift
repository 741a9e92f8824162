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

  private static let departures = """
    CREATE TRIGGER talk_search_post AFTER DELETE ON post BEGIN
      DELETE FROM talk_search WHERE rowid = old.id;
    END;
    CREATE TRIGGER talk_search_part AFTER DELETE ON talk_index BEGIN
      UPDATE talk_search SET title = iif(old.part = 'title', '', title),
        description = iif(old.part = 'description', '', description),
        transcript = iif(old.part = 'transcript', '', transcript) WHERE rowid = old.post;
    END;
    CREATE TRIGGER talk_search_transcript AFTER DELETE ON transcript BEGIN
      DELETE FROM talk_index WHERE post = old.post AND part = 'transcript';
    END;
    CREATE TRIGGER talk_search_title AFTER UPDATE OF title ON post WHEN old.title IS NOT new.title BEGIN
      DELETE FROM talk_index WHERE post = new.id AND part = 'title';
    END;
    CREATE TRIGGER talk_search_description AFTER UPDATE OF description ON post
      WHEN old.description IS NOT new.description BEGIN
      DELETE FROM talk_index WHERE post = new.id AND part = 'description';
    END;
    """
}
