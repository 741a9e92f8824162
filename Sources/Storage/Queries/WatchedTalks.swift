import GRDB
import Records

/// Talks with a text that an export states a whole month of watching for; the latest statement counts. Found from the
/// talks by index, so that the cost does not grow with the numbers of other posts.
struct WatchedTalks {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Seconds of a talk in sentences that promote a theme: any, and each.
  private struct Carried {
    var any = 0.0
    var themes: [String: Double] = [:]
  }

  func list(_ months: ClosedRange<Month>) throws -> [TalkWatch] {
    let days: StatementArguments = [
      "first": months.lowerBound.firstDay.number, "last": months.upperBound.lastDay.number,
    ]
    var talks: [TalkWatch] = []
    var last: (post: Int64, month: Month)?
    var carried = Carried()
    let rows = try Row.fetchCursor(db, sql: Self.statements, arguments: days)
    while let row = try rows.next() {
      // Windows of 28 days are no statements about a month.
      guard let month = Period(from: Day(number: row[2]), through: Day(number: row[3])).wholeMonth else { continue }
      let post: Int64 = row[1]
      if last?.post != post { carried = try carriedThemes(of: post) }
      let talk = TalkWatch(
        account: row[0], month: month, hours: row[4], views: row[5], seconds: row[6], duration: row[7],
        themed: carried.any, themes: carried.themes)
      let isRestated = last.map { $0 == (post, month) } ?? false
      if isRestated { talks[talks.count - 1] = talk } else { talks.append(talk) }
      last = (post, month)
    }
    return talks
  }

  /// In the order of receipt, so that the last statement about a month is the one that counts.
  private static let statements = """
    SELECT post.account, r.post, o.from_day, o.through_day, o.value,
      (SELECT v.value FROM observation v WHERE v.post = r.post AND v.metric = 'views' AND v.scope = 'period'
        AND v.as_of = o.as_of AND v.from_day = o.from_day AND v.through_day = o.through_day AND v.dimensions = ''
        ORDER BY v.source_file DESC LIMIT 1), r.seconds, duration_seconds
    FROM talk_reading r CROSS JOIN observation o ON o.post = r.post AND o.metric = 'watch_hours' AND o.scope = 'period'
      AND o.as_of BETWEEN :first AND :last AND o.dimensions = '' AND o.value IS NOT NULL AND o.from_day >= :first
      AND o.through_day - o.from_day BETWEEN 27 AND 30
    CROSS JOIN post ON post.id = r.post
    WHERE r.part = 'transcript' AND r.seconds > 0 ORDER BY r.post, o.from_day, o.through_day, o.source_file
    """

  /// The theme '' stands for any theme.
  private func carriedThemes(of post: Int64) throws -> Carried {
    let statement = try db.cachedStatement(
      sql: "SELECT theme, sum(seconds) FROM talk_theme WHERE post = ? AND stance = 'promotes' GROUP BY theme")
    var carried = Carried()
    let rows = try Row.fetchCursor(statement, arguments: [post])
    while let row = try rows.next() {
      let theme: String = row[0]
      if theme.isEmpty { carried.any = row[1] } else { carried.themes[theme] = row[1] }
    }
    return carried
  }
}
