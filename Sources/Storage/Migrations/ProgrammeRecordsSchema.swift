/// What staff type in: figures off screens and cards of talks. Both lie apart from what exports say.
enum ProgrammeRecordsSchema {
  static let statements = [figures, cards]

  /// Numbers from screens never meet those of `observation`: nothing sums the two.
  private static let figures = """
    CREATE TABLE hand_figure (
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      row INTEGER NOT NULL,
      creator INTEGER NOT NULL REFERENCES creator ON DELETE CASCADE,
      platform TEXT NOT NULL CHECK (platform IN ('youtube', 'instagram', 'tiktok', 'facebook', 'telegram')),
      metric TEXT NOT NULL,
      from_day INTEGER NOT NULL,
      through_day INTEGER NOT NULL CHECK (through_day >= from_day),
      value REAL NOT NULL,
      approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
      entered_by_sealed BLOB NOT NULL,
      evidence_sealed BLOB NOT NULL,
      PRIMARY KEY (source_file, row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX hand_figure_by_creator ON hand_figure (creator, platform, metric, from_day);
    """

  private static let cards = """
    -- Themes as declared, one a line; what was found in the talk stands in talk_finding.
    CREATE TABLE talk_card (
      post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
      source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
      row INTEGER NOT NULL,
      themes TEXT NOT NULL,
      target_group TEXT,
      campaign TEXT,
      boosted INTEGER CHECK (boosted IN (0, 1)),
      summary TEXT,
      PRIMARY KEY (post, source_file)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX talk_card_by_source ON talk_card (source_file);
    """
}
