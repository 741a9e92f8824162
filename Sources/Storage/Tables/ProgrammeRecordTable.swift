import Foundation
import GRDB
package import Records

/// A figure typed in by hand, as the archive keeps it. Who typed it and what shows it are sealed.
package struct StoredHandFigure: Sendable, Hashable {
  package let creator: String
  package let platform: HandPlatform
  package let metric: Metric
  package let period: Period
  /// Known, or approximate.
  package let value: Reported<Double>
  package let enteredBySealed: [UInt8]
  package let evidenceSealed: [UInt8]
  package let importNumber: Int64
  package let row: Int
}

/// What staff say of a talk that the archive knows.
package struct StoredTalkCard: Sendable, Hashable {
  package let post: Int64
  package let themes: [String]
  package let targetGroup: String?
  package let campaign: String?
  package let isBoosted: Bool?
  package let summary: String?
  package let importNumber: Int64
  package let row: Int
}

/// A post that a card may mean.
package struct TitledPost: Sendable, Hashable {
  package let id: Int64
  package let account: Int64
  package let title: String
}

extension ArchiveWriter {
  /// Keeps a figure of a creator.
  /// - Returns: false when there is no creator of that code, or the figure is no number.
  package func add(
    _ figure: HandFigure, creator: String, enteredBySealed: [UInt8], evidenceSealed: [UInt8], source: Int64
  ) throws -> Bool {
    guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM creator WHERE code = ?", arguments: [creator]),
      let value = figure.value.value
    else { return false }
    try db.execute(
      sql: """
        INSERT INTO hand_figure (source_file, row, creator, platform, metric, from_day, through_day, value, approximate,
          entered_by_sealed, evidence_sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        source, figure.row, id, figure.platform.rawValue, figure.metric.rawValue, figure.period.from.number,
        figure.period.through.number, value, figure.value.isApproximate, Data(enteredBySealed), Data(evidenceSealed),
      ])
    return true
  }

  /// Keeps the card of a post; of two cards in one file the later one counts.
  package func add(_ card: TalkCard, post: Int64, source: Int64) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO talk_card (post, source_file, row, themes, target_group, campaign, boosted, summary)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        post, source, card.row, card.themes.joined(separator: "\n"), card.targetGroup, card.campaign, card.isBoosted,
        card.summary,
      ])
  }
}

extension ArchiveReader {
  /// Figures typed in by hand, by creator, platform, metric and time; of several about the same days the newest import's.
  package func handFigures() throws -> [StoredHandFigure] {
    let sql = """
      SELECT code, source_file.import, h.* FROM hand_figure h JOIN creator ON creator.id = h.creator
      JOIN source_file ON source_file.id = h.source_file
      WHERE NOT EXISTS (SELECT 1 FROM hand_figure later WHERE later.creator = h.creator AND later.platform = h.platform
        AND later.metric = h.metric AND later.from_day = h.from_day AND later.through_day = h.through_day
        AND (later.source_file, later.row) > (h.source_file, h.row))
      ORDER BY code, h.platform, metric, h.from_day, h.through_day
      """
    return try Row.fetchAll(db, sql: sql).compactMap { row in
      guard let platform = HandPlatform(rawValue: row["platform"]), let metric = Metric(rawValue: row["metric"]),
        let period = Self.period(row)
      else { return nil }
      let value: Double = row["value"]
      return StoredHandFigure(
        creator: row["code"], platform: platform, metric: metric, period: period,
        value: row["approximate"] ? .approximate(value) : .known(value),
        enteredBySealed: Array(row["entered_by_sealed"] as Data), evidenceSealed: Array(row["evidence_sealed"] as Data),
        importNumber: row["import"], row: row["row"])
    }
  }

  /// The newest card of each post that has one.
  package func talkCards() throws -> [StoredTalkCard] {
    let sql = """
      SELECT source_file.import, c.* FROM talk_card c JOIN source_file ON source_file.id = c.source_file
      WHERE c.source_file = (SELECT max(source_file) FROM talk_card WHERE post = c.post) ORDER BY post
      """
    return try Row.fetchAll(db, sql: sql).map(StoredTalkCard.init)
  }

  /// The newest card of a post.
  func talkCard(of post: Int64) throws -> StoredTalkCard? {
    let sql = """
      SELECT source_file.import, c.* FROM talk_card c JOIN source_file ON source_file.id = c.source_file
      WHERE post = ? ORDER BY c.source_file DESC LIMIT 1
      """
    return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [post]).map(StoredTalkCard.init)
  }

  /// Posts with a title that were published between two moments.
  package func posts(publishedFrom first: Instant, until end: Instant) throws -> [TitledPost] {
    let sql = """
      SELECT id, account, title FROM post WHERE title IS NOT NULL AND published_at >= ? AND published_at < ?
        AND same_as IS NULL ORDER BY id
      """
    return try Row.fetchAll(db, sql: sql, arguments: [first.seconds, end.seconds]).map { row in
      TitledPost(id: row["id"], account: row["account"], title: row["title"])
    }
  }
}

extension StoredTalkCard {
  fileprivate init(_ row: Row) {
    self.init(
      post: row["post"], themes: (row["themes"] as String).split(separator: "\n").map(String.init),
      targetGroup: row["target_group"], campaign: row["campaign"], isBoosted: row["boosted"], summary: row["summary"],
      importNumber: row["import"], row: row["row"])
  }
}
