import GRDB
package import Records

/// Which monthly figures of an account an import's numbers may change.
package enum ImportReach: Sendable, Hashable {
  /// It has no numbers of the account: comments and texts change no month.
  case nothing
  case monthsFrom(Month)
  case allMonths
}

extension ArchiveReader {
  /// All whole numbers (no dimensions) about an account and its posts, in the order of receipt.
  package func observations(of account: Int64) throws -> [StoredObservation] {
    try fetch(
      from: "(SELECT * FROM observation WHERE account = :account AND dimensions = '') AS o", ["account": account])
  }

  /// The whole numbers that months from `month` on are worked out from: those of its days and later ones, and of each
  /// lifetime total that has none in `beginning` the last one before. Costs what these days hold, however long the
  /// history is.
  /// - Parameter beginning: the days of which a lifetime total speaks for the month's beginning.
  package func observations(
    of account: Int64, from month: Month, beginning: ClosedRange<Day>
  ) throws -> [StoredObservation] {
    try fetch(
      from: "(SELECT * FROM dated UNION ALL \(Self.undated) UNION ALL \(Self.earlierOfPosts) "
        + "UNION ALL \(Self.earlierOfAccount)) AS o",
      [
        "account": account, "first": month.firstDay.number, "earliest": beginning.lowerBound.number,
        "latest": beginning.upperBound.number,
      ], with: Self.dated)
  }

  /// The first day whose month may look different because of an import's numbers.
  ///
  /// A total of a stretch of days touches its months. A lifetime total touches what came since the total before it, or
  /// what is nearer to it than to that one; the first total of a post touches what came since its publication.
  /// - Parameter tolerance: days around which a lifetime total speaks for a day.
  package func reach(of importID: Int64, account: Int64, tolerance: Int) throws -> ImportReach {
    // Materialized: what an expression stands for would be looked up each time that it is named.
    let sql = """
      WITH told AS MATERIALIZED (SELECT o.scope, o.from_day, o.as_of, o.post, CASE WHEN o.scope = 'period' THEN NULL
          WHEN o.post IS NULL THEN
            (SELECT max(p.as_of) FROM observation p WHERE p.account = o.account AND p.post IS NULL AND p.metric = o.metric
              AND p.scope = 'lifetime' AND p.as_of < o.as_of AND p.dimensions = '' AND p.value IS NOT NULL)
          ELSE
            (SELECT max(p.as_of) FROM observation p WHERE p.post = o.post AND p.metric = o.metric
              AND p.scope = 'lifetime' AND p.as_of < o.as_of AND p.dimensions = '' AND p.value IS NOT NULL)
          END AS earlier
        FROM source_file CROSS JOIN observation o ON o.source_file = source_file.id
        WHERE source_file.import = :import AND +o.account = :account AND o.dimensions = '')
      SELECT count(*), min(CASE WHEN scope = 'period' THEN from_day
        WHEN earlier IS NOT NULL THEN min(earlier + :tolerance + 1, (earlier + as_of) / 2)
        ELSE min(as_of - :tolerance,
          coalesce((SELECT published_at / 86400 FROM post WHERE post.id = told.post), \(Self.beforeAll))) END)
      FROM told
      """
    let row = try Row.fetchOne(
      db.cachedStatement(sql: sql), arguments: ["import": importID, "account": account, "tolerance": tolerance])
    guard let row, row[0] > 0 else { return .nothing }
    guard let day = row[1] as Int32?, day > Self.beforeAll else { return .allMonths }
    return .monthsFrom(Day(number: day).month)
  }

  private static let beforeAll: Int32 = -1_000_000

  // CROSS JOIN holds SQLite to the order as written: it does not know how long histories are.

  private static let columns =
    "account, post, metric, definition, scope, from_day, through_day, as_of, value, approximate, source_file, row"

  /// Lifetime totals count from the month's beginning on. `without` names the totals that have no value there: only
  /// for these is anything earlier looked up, post by post.
  private static let dated = """
    WITH dated AS MATERIALIZED (SELECT \(columns) FROM observation WHERE account = :account
      AND as_of >= :earliest AND (scope = 'lifetime' OR as_of >= :first) AND dimensions = ''),
    totalled AS MATERIALIZED (SELECT DISTINCT metric AS name FROM dated WHERE scope = 'lifetime'),
    without AS MATERIALIZED (SELECT id, name FROM post CROSS JOIN totalled WHERE post.account = :account
      EXCEPT SELECT post, metric FROM dated WHERE scope = 'lifetime' AND as_of <= :latest AND value IS NOT NULL)
    """

  private static let undated = """
    SELECT \(columns) FROM observation WHERE account = :account AND as_of IS NULL AND dimensions = ''
    """

  private static let all = columns.split(separator: ", ").map { "o.\($0)" }.joined(separator: ", ")

  /// A post of which only absences are known counts as one more post whose number is missing.
  private static let earlierOfPosts = """
    SELECT \(all) FROM without CROSS JOIN observation o
    WHERE o.post = without.id AND o.metric = name AND o.scope = 'lifetime' AND o.dimensions = '' AND o.as_of = coalesce(
      (SELECT max(as_of) FROM observation p WHERE p.post = without.id AND p.metric = name AND p.scope = 'lifetime'
        AND p.as_of < :earliest AND p.dimensions = '' AND p.value IS NOT NULL),
      (SELECT max(as_of) FROM observation p WHERE p.post = without.id AND p.metric = name AND p.scope = 'lifetime'
        AND p.as_of < :earliest AND p.dimensions = ''))
    """

  private static let earlierOfAccount = """
    SELECT \(all) FROM totalled CROSS JOIN observation o
    WHERE o.account = :account AND o.post IS NULL AND o.metric = name AND o.scope = 'lifetime' AND o.dimensions = ''
      AND o.as_of = coalesce(
        (SELECT max(as_of) FROM observation p WHERE p.account = :account AND p.post IS NULL AND p.metric = name
          AND p.scope = 'lifetime' AND p.as_of < :earliest AND p.dimensions = '' AND p.value IS NOT NULL),
        (SELECT max(as_of) FROM observation p WHERE p.account = :account AND p.post IS NULL AND p.metric = name
          AND p.scope = 'lifetime' AND p.as_of < :earliest AND p.dimensions = ''))
    """

  private func fetch(
    from rows: String, _ arguments: StatementArguments, with tables: String = ""
  ) throws -> [StoredObservation] {
    let sql = """
      \(tables)
      SELECT o.account, coalesce(post.same_as, o.post), o.metric, o.definition, o.scope, o.from_day, o.through_day, o.as_of,
        o.value, o.approximate, o.source_file, coalesce(named.published_at, post.published_at)
      FROM \(rows) LEFT JOIN post ON post.id = o.post LEFT JOIN post named ON named.id = post.same_as
      ORDER BY o.source_file, o.row
      """
    var list: [StoredObservation] = []
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    // Columns by number: by name they would be searched for in each of very many rows.
    while let row = try rows.next() {
      if let observation = StoredObservation(row) { list.append(observation) }
    }
    return list
  }
}

extension StoredObservation {
  /// Nil for a metric that this program does not know.
  fileprivate init?(_ row: Row) {
    guard let metric = Metric(rawValue: row[2]), let scope = Scope(rawValue: row[4]) else { return nil }
    let (from, through) = (row[5] as Int32?, row[6] as Int32?)
    let period = from.flatMap { from in
      through.map { Period(from: Day(number: from), through: Day(number: $0)) }
    }
    self.init(
      account: row[0], post: row[1], metric: metric, definition: row[3], scope: scope, period: period,
      asOf: (row[7] as Int32?).map(Day.init(number:)), value: row[8], isApproximate: row[9], receipt: row[10],
      publishedOn: (row[11] as Int64?).map { Instant(seconds: $0).day() })
  }
}
