package import Foundation
import GRDB
package import Records

/// A comment with its sealed sketch, as it is compared with others of its month.
package struct SketchedComment: Sendable {
  package let post: Int64
  package let account: Int64
  package let identity: Data
  package let textMark: Int64
  package let sealed: Data
  /// Nil where the export names nobody.
  package let author: Data?
  /// Nil unless the export tells the second.
  package let second: Int64?
  package let language: LanguageTag
  package let response: Response
}

/// Near copies under one post in one month.
package struct PostCopies: Hashable, Sendable {
  package let post: Int64
  package let language: LanguageTag
  package let response: Response

  package init(post: Int64, language: LanguageTag, response: Response) {
    self.post = post
    self.language = language
    self.response = response
  }
}

extension ArchiveWriter {
  /// Notes that the months of a post's comments must be compared anew. Months that lost comments are noted by the schema.
  package func markCopiesStale(post: Int64) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO stale_copies SELECT DISTINCT month FROM comment_rollup WHERE post = ?"
    ).execute(arguments: [post])
  }

  /// Replaces what is known of a month's near copies.
  package func replace(_ check: CopyCensus, _ counts: [PostCopies: Int]) throws {
    let month = check.month.index
    for table in ["copied_rollup", "copy_check"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE month = ?", arguments: [month])
    }
    try db.execute(
      sql: "INSERT INTO copy_check (month, compared, groups, copied, timed) VALUES (?, ?, ?, ?, ?)",
      arguments: [month, check.compared, check.groups, check.copied, check.timed])
    for window in check.windows {
      try db.execute(
        sql: "INSERT INTO copy_window (month, seconds, pairs, expected, p) VALUES (?, ?, ?, ?, ?)",
        arguments: [month, window.seconds, window.pairs, window.expected, window.p])
    }
    let statement = try db.cachedStatement(
      sql: "INSERT INTO copied_rollup (post, month, language, response, comments) VALUES (?, ?, ?, ?, ?)")
    for (key, count) in counts {
      try statement.execute(arguments: [key.post, month, key.language.rawValue, key.response.rawValue, count])
    }
  }

  /// Ends the wait of a month for its comparison.
  package func copiesCompared(_ month: Month) throws {
    try db.execute(sql: "DELETE FROM stale_copies WHERE month = ?", arguments: [month.index])
  }
}

extension ArchiveReader {
  /// Months to be compared anew.
  package func staleCopyMonths() throws -> [Month] {
    try Int.fetchAll(db, sql: "SELECT month FROM stale_copies ORDER BY month").map(Month.init(index:))
  }

  /// Whether comments of a month have expired, so that it cannot be compared as a whole any more.
  package func hasExpiredComments(in month: Month) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM comment_rollup WHERE month = ? AND frozen = 1)",
      arguments: [month.index]) ?? false
  }

  /// Comments of a month that have a sketch, post by post. Blessings are left out: they repeat one another by nature.
  package func forEachSketch(
    in month: Month, zoneOffset: Int, _ body: (SketchedComment) throws -> Void
  ) throws {
    let posts = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT c.post, post.account FROM comment_rollup c JOIN post ON post.id = c.post
        WHERE month = ? AND frozen = 0 ORDER BY 1
        """, arguments: [month.index])
    let statement = try db.cachedStatement(sql: Self.sketchSQL)
    let from = Instant(day: month.firstDay, secondOfDay: 0, offset: zoneOffset).seconds
    let before = Instant(day: (month + 1).firstDay, secondOfDay: 0, offset: zoneOffset).seconds
    for post in posts {
      let rows = try Row.fetchCursor(statement, arguments: ["post": post[0], "from": from, "before": before])
      while let row = try rows.next() {
        guard let language = LanguageTag(rawValue: row[3]), let response = Response(rawValue: row[4]) else { continue }
        try body(
          SketchedComment(
            post: post[0], account: post[1], identity: row[0], textMark: row[1], sealed: row[2], author: row[5],
            second: row[6], language: language, response: response))
      }
    }
  }

  /// A comment without a date counts for the month in which it was first received, as in the tallies.
  private static let sketchSQL = """
    SELECT identity, text_mark, sketch, language, response, author, second FROM (
      SELECT r.identity, r.text_mark, r.sketch, r.language, r.response, s.author,
        iif(s.published_precision = 'second', s.published_at, NULL) AS second,
        coalesce(s.published_at, (SELECT min(i.received_at) FROM comment_sighting f
          JOIN source_file ON source_file.id = f.source_file JOIN import i ON i.id = source_file.import
          WHERE f.post = s.post AND f.identity = s.identity)) AS moment
      FROM comment_reading r JOIN comment_sighting s ON s.post = r.post AND s.identity = r.identity
      WHERE r.post = :post AND r.sketch IS NOT NULL AND r.response <> 'formula' AND s.flags & 2 = 0
        AND NOT EXISTS (SELECT 1 FROM comment_sighting later
          WHERE later.post = s.post AND later.identity = s.identity AND later.source_file > s.source_file))
    WHERE moment >= :from AND moment < :before ORDER BY identity
    """

  /// What reports know of near copies.
  func copyTallies(_ range: StatementArguments) throws -> [CopiedTally] {
    let sql = """
      SELECT account, month, language, response, sum(comments) FROM copied_rollup c JOIN post ON post.id = c.post
      WHERE month BETWEEN :first AND :last GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      """
    return try Row.fetchAll(db, sql: sql, arguments: range).compactMap { row in
      guard let language = LanguageTag(rawValue: row[2]), let response = Response(rawValue: row[3]) else { return nil }
      return CopiedTally(
        account: row[0], month: Month(index: row[1]), language: language, response: response, comments: row[4])
    }
  }

  func copyChecks(_ range: StatementArguments) throws -> [CopyCensus] {
    let windows = try Row.fetchAll(
      db, sql: "SELECT * FROM copy_window WHERE month BETWEEN :first AND :last ORDER BY month, seconds",
      arguments: range)
    let byMonth = Dictionary(grouping: windows) { $0["month"] as Int }
    let checks = try Row.fetchAll(
      db, sql: "SELECT * FROM copy_check WHERE month BETWEEN :first AND :last ORDER BY month", arguments: range)
    return checks.map { row in
      CopyCensus(
        month: Month(index: row["month"]), compared: row["compared"], groups: row["groups"], copied: row["copied"],
        timed: row["timed"],
        windows: (byMonth[row["month"]] ?? []).map {
          SynchronyWindow(seconds: $0["seconds"], pairs: $0["pairs"], expected: $0["expected"], p: $0["p"])
        })
    }
  }
}
