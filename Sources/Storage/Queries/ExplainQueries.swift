import Foundation
import GRDB
package import Records

/// A file as an explanation names it. Its name is sealed.
package struct NamedSource: Sendable, Hashable {
  package let importNumber: Int64
  package let receivedAt: Instant
  package let format: String
  package let nameSealed: [UInt8]
}

/// A sentence of a talk's transcript that carries a theme, by places in UTF-16 units.
package struct FoundSentence: Sendable, Hashable {
  package let post: Int64
  package let account: Int64
  package let language: LanguageTag
  package let sentence: Range<Int>
  package let span: Range<Int>
  package let seconds: Double
}

/// A talk of a month: what it is called, and what is there of it.
package struct ExplainedPost: Sendable, Hashable {
  package let id: Int64
  package let account: Int64
  package let title: String
  package let publishedOn: Day
  package let isTranscribed: Bool
  /// The file and row that the archive first heard of it from.
  package let source: Int64?
  package let row: Int?
}

/// Comments that one file brought under one account's posts.
package struct CommentFile: Sendable, Hashable {
  package let account: Int64
  package let source: Int64
  package let comments: Int
}

extension ArchiveReader {
  /// Rows that speak of a metric of an account in a month: period numbers inside it, totals near its two ends, and where
  /// there are none near, the totals before and after. Reads the account's rows once and keeps a few a post.
  package func statedRows(
    of account: Int64, metric: Metric, month: Month, tolerance: Int
  ) throws -> [StatedRow] {
    let sql = """
      SELECT o.post, o.definition, o.scope, o.from_day, o.through_day, o.as_of, o.value, o.approximate, o.source_file, o.row,
        coalesce(post.title, post.description), post.published_at FROM observation o LEFT JOIN post ON post.id = o.post
      WHERE o.account = :account AND o.metric = :metric AND o.dimensions = ''
        AND (o.scope = 'lifetime' OR (o.from_day >= :first AND o.through_day <= :last))
      ORDER BY o.post, o.scope, o.as_of, o.source_file, o.row
      """
    let (first, last) = (month.firstDay, month.lastDay)
    var kept = NearTotals(eve: first + -1, end: last, tolerance: tolerance)
    let rows = try Row.fetchCursor(
      db, sql: sql,
      arguments: ["account": account, "metric": metric.rawValue, "first": first.number, "last": last.number])
    while let row = try rows.next() {
      guard let scope = Scope(rawValue: row[2]) else { continue }
      let period = (row[3] as Int32?).flatMap { from in
        (row[4] as Int32?).map { Period(from: Day(number: from), through: Day(number: $0)) }
      }
      let observation = StoredObservation(
        account: account, post: row[0], metric: metric, definition: row[1], scope: scope, period: period,
        asOf: (row[5] as Int32?).map(Day.init(number:)), value: row[6], isApproximate: row[7], receipt: row[8],
        publishedOn: (row[11] as Int64?).map { Instant(seconds: $0).day() })
      kept.add(StatedRow(observation: observation, row: row[9], title: row[10]))
    }
    return kept.finished()
  }

  /// The names of files, by their number in the archive.
  package func namedSources(_ ids: Set<Int64>) throws -> [Int64: NamedSource] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT import.id, received_at, format, source_file.name_sealed FROM source_file
        JOIN import ON import.id = source_file.import WHERE source_file.id = ?
        """)
    return try ids.reduce(into: [:]) { found, id in
      guard let row = try Row.fetchOne(statement, arguments: [id]) else { return }
      found[id] = NamedSource(
        importNumber: row[0], receivedAt: Instant(seconds: row[1]), format: row[2],
        nameSealed: Array(row[3] as Data))
    }
  }

  /// Sentences of talks published between two days (of the zone) that carry a theme; nil asks for any theme.
  package func foundSentences(
    theme: String?, stance: Stance, accounts: Set<Int64>, published: Period, zoneOffset: Int
  ) throws -> [FoundSentence] {
    let sql = """
      SELECT f.post, post.account, f.language, sentence_start, sentence_end, span_start, span_end, f.seconds
      FROM post JOIN talk_finding f ON f.post = post.id AND f.part = 'transcript'
      JOIN talk_reading r ON r.post = f.post AND r.part = f.part
      WHERE (:theme IS NULL OR theme = :theme) AND stance = :stance AND r.language NOT IN (\(LanguageTag.unreadList))
        AND \(Self.publishedDay) BETWEEN :first AND :last
      ORDER BY post.account, published_at, f.post, sentence_start, span_start
      """
    return try Row.fetchAll(
      db, sql: sql,
      arguments: [
        "theme": theme, "stance": stance.rawValue, "first": published.from.number, "last": published.through.number,
        "offset": zoneOffset,
      ]
    ).compactMap { row in
      let (from, end, spanFrom, spanEnd): (Int, Int, Int, Int) = (row[3], row[4], row[5], row[6])
      guard let language = LanguageTag(rawValue: row[2]), accounts.contains(row[1]), from <= end, spanFrom <= spanEnd
      else { return nil }
      return FoundSentence(
        post: row[0], account: row[1], language: language, sentence: from..<end, span: spanFrom..<spanEnd,
        seconds: row[7])
    }
  }

  private static let publishedDay =
    "(published_at + iif(published_precision = 'day', 0, :offset)) / 86400"

  /// Talks of accounts published between two days of the zone.
  package func explainedPosts(
    accounts: Set<Int64>, published: Period, zoneOffset: Int
  ) throws -> [ExplainedPost] {
    let sql = """
      SELECT post.id, account, coalesce(title, description, ''), \(Self.publishedDay) AS day,
        EXISTS (SELECT 1 FROM transcript WHERE transcript.post = post.id),
        (SELECT min(source_file) FROM post_sighting s WHERE s.post = post.id) AS source,
        (SELECT row FROM post_sighting s WHERE s.post = post.id ORDER BY source_file LIMIT 1)
      FROM post WHERE day BETWEEN :first AND :last ORDER BY account, published_at, post.id
      """
    return try Row.fetchAll(
      db, sql: sql,
      arguments: ["first": published.from.number, "last": published.through.number, "offset": zoneOffset]
    ).compactMap { row in
      guard accounts.contains(row[1]) else { return nil }
      return ExplainedPost(
        id: row[0], account: row[1], title: row[2], publishedOn: Day(number: row[3]), isTranscribed: row[4],
        source: row[5], row: row[6])
    }
  }

  /// The file that the transcript which is read came in.
  package func transcriptSource(of post: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT source_file FROM transcript WHERE post = ? ORDER BY
          CASE source WHEN 'human' THEN 0 WHEN 'unknown' THEN 1 WHEN 'automatic' THEN 2 ELSE 3 END, source_file DESC
        LIMIT 1
        """, arguments: [post])
  }

  /// Files that brought comments under accounts' posts, with how many: comments are counted, never shown.
  package func commentFiles(accounts: Set<Int64>) throws -> [CommentFile] {
    let sql = """
      SELECT post.account, b.source_file, sum(b.count) FROM comment_batch b JOIN post ON post.id = b.post
      GROUP BY 1, 2 ORDER BY 1, 2
      """
    return try Row.fetchAll(db, sql: sql).compactMap { row in
      accounts.contains(row[0]) ? CommentFile(account: row[0], source: row[1], comments: row[2]) : nil
    }
  }
}

/// Keeps of totals that come in the order of posts and days those near two days, and their neighbours.
private struct NearTotals {
  private let window: ClosedRange<Day>
  private var rows: [StatedRow] = []
  private var post: Int64??
  /// Rows of the last day before the window.
  private var before: [StatedRow] = []
  private var dayAfter: Day?

  init(eve: Day, end: Day, tolerance: Int) { window = (eve + -tolerance)...(end + tolerance) }

  mutating func add(_ row: StatedRow) {
    guard row.observation.scope == .lifetime else { return rows.append(row) }
    guard let day = row.observation.asOf else { return }
    if post != .some(row.observation.post) {
      settle()
      post = .some(row.observation.post)
    }
    if day < window.lowerBound {
      if before.first?.observation.asOf != day { before = [] }
      before.append(row)
    } else if day <= window.upperBound || dayAfter == nil || dayAfter == day {
      if day > window.upperBound { dayAfter = day }
      rows.append(row)
    }
  }

  private mutating func settle() {
    rows += before
    (before, dayAfter) = ([], nil)
  }

  consuming func finished() -> [StatedRow] {
    settle()
    return rows
  }
}
