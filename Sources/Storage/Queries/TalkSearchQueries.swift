import Foundation
import GRDB
package import Records

/// What the team asks of the talks.
package struct TalkSearchRequest: Sendable, Hashable {
  package enum Order: String, Sendable, Hashable, CaseIterable { case newest, relevance }

  /// An expression of FTS5 over keys.
  package var match: String
  package var order: Order
  package var filter: PostFilter
  /// The day consents are judged by.
  package var today: Day
  package var limit: Int
  /// Results to leave out, for the order by relevance.
  package var skipped: Int
  /// The post after which the page begins, for the newest first.
  package var after: Int64?

  package init(
    match: String, order: Order = .newest, filter: PostFilter, today: Day, limit: Int, skipped: Int = 0,
    after: Int64? = nil
  ) {
    self.match = match
    self.order = order
    self.filter = filter
    self.today = today
    self.limit = limit
    self.skipped = skipped
    self.after = after
  }
}

/// A part of a talk as the search knows it: keys and where they stand.
package struct IndexedPart: Sendable, Hashable {
  package let part: String
  package let keys: [Substring]
  package let places: [Range<Int>]
}

extension ArchiveReader {
  /// Posts whose talk fits, a page of them, and how many fit in all. Posts of creators who do not agree to passages of talks
  /// being shown are not among them.
  package func search(_ request: TalkSearchRequest) throws -> (posts: [Int64], count: Int) {
    let isRanked = request.order == .relevance
    let sql = """
      WITH found AS MATERIALIZED (
        SELECT rowid AS id\(isRanked ? ", bm25(talk_search, 5.0, 2.0, 1.0) AS score" : ", 0.0 AS score") FROM talk_search
        WHERE talk_search MATCH :match),
      fitting AS MATERIALIZED (
        SELECT post.id, coalesce(published_at, 0) AS at, score FROM found CROSS JOIN post ON post.id = found.id
        JOIN account ON account.id = post.account JOIN creator ON creator.id = account.creator
        WHERE same_as IS NULL AND \(TalkSearch.hasConsent) AND \(PostFilter.conditions))
      SELECT id, (SELECT count(*) FROM fitting) FROM fitting
      WHERE :after IS NULL OR (at, id) < (SELECT coalesce(published_at, 0), id FROM post WHERE id = :after)
      ORDER BY \(isRanked ? "score, " : "")at DESC, id DESC LIMIT :limit OFFSET :skipped
      """
    let own: StatementArguments = [
      "match": request.match, "today": request.today.number, "after": isRanked ? nil : request.after,
      "limit": request.limit, "skipped": isRanked ? request.skipped : 0,
    ]
    let arguments = request.filter.arguments + own
    let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
    let count: Int
    if let first = rows.first { count = first[1] } else { count = 0 }
    return (rows.map { $0[0] }, count)
  }

  /// The words of a post as the search knows them, part by part.
  package func indexedWords(of post: Int64) throws -> [IndexedPart] {
    let words = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT title, description, transcript FROM talk_search WHERE rowid = ?"),
      arguments: [post])
    guard let words else { return [] }
    return try Row.fetchAll(
      db.cachedStatement(sql: "SELECT part, places FROM talk_index WHERE post = ?"), arguments: [post]
    ).map { row in
      let part: String = row[0]
      let keys: String = words[part] ?? ""
      return IndexedPart(
        part: part, keys: keys.split(separator: " "), places: SearchPlaces.decode(row[1]))
    }
  }

  /// The lexicon and engine that the newest words of the search were read by.
  package func searchFingerprint() throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT fingerprint FROM reader WHERE id = (SELECT max(reader) FROM talk_index)")
  }

  /// Posts with a talk that was read, and how many of these may be searched on this day.
  package func searchable(today: Day) throws -> (read: Int, searched: Int) {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), coalesce(sum(\(TalkSearch.hasConsent)), 0) FROM post JOIN account ON account.id = post.account
        WHERE same_as IS NULL AND EXISTS (SELECT 1 FROM talk_reading r WHERE r.post = post.id)
        """, arguments: ["today": today.number])
    return (row?[0] ?? 0, row?[1] ?? 0)
  }
}
