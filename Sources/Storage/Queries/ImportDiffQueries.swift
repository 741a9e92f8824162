import GRDB
package import Records

/// A number of one import beside what was known of the same thing before.
package struct NumberChange: Sendable, Hashable {
  package enum Kind: String, Sendable {
    /// Nothing was known of it.
    case new
    case unchanged
    /// The same days, another number: the platform restated it.
    case restated
    /// A lifetime number that went on growing.
    case grown
    /// A lifetime number that fell: the platform took something back.
    case fell
    /// The platform counts otherwise since then: the two are not compared.
    case redefined
  }

  package var kind: Kind
  package var creator: String
  package var platform: String
  /// Id of the post; nil for the account as a whole.
  package var post: String?
  package var metric: String
  package var dimensions: String
  package var scope: Scope
  package var period: Period?
  package var asOf: Day?
  /// What was reported first, what counted before, what this import says. Nil where it says that there is none.
  package var first: Double?
  package var before: Double?
  package var beforeAsOf: Day?
  package var now: Double?
}

extension ArchiveReader {
  /// Goes through the numbers of an import, each beside what was known before it, or beside another import.
  /// - Parameter other: the import to compare with; nil for all that came before.
  package func changes(
    of number: Int64, against other: Int64?, _ body: (NumberChange) throws -> Void
  ) throws {
    let sql = """
      SELECT o.*, creator.code, account.platform, post.external_id FROM observation o
      JOIN source_file ON source_file.id = o.source_file JOIN account ON account.id = o.account
      JOIN creator ON creator.id = account.creator LEFT JOIN post ON post.id = o.post
      WHERE source_file.import = ? ORDER BY source_file.ordinal, o.row, o.metric, o.dimensions
      """
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [number])
    while let row = try rows.next() { try body(change(row, against: other)) }
  }

  private func change(_ row: Row, against other: Int64?) throws -> NumberChange {
    let scope = Scope(rawValue: row["scope"]) ?? .period
    let earlier = try scope == .period ? statements(row, other) : snapshots(row, other)
    var change = NumberChange(
      kind: .new, creator: row["code"], platform: row["platform"], post: row["external_id"], metric: row["metric"],
      dimensions: row["dimensions"], scope: scope, period: Self.period(row),
      asOf: (row["as_of"] as Int32?).map(Day.init(number:)), now: row["value"])
    guard let first = earlier.first, let last = earlier.last else { return change }
    change.first = first["value"]
    change.before = last["value"]
    change.beforeAsOf = (last["as_of"] as Int32?).map(Day.init(number:))
    change.kind = Self.kind(change, isRedefined: (last["definition"] as String) != (row["definition"] as String))
    return change
  }

  private static func kind(_ change: NumberChange, isRedefined: Bool) -> NumberChange.Kind {
    if isRedefined { return .redefined }
    if change.before == change.now { return .unchanged }
    guard change.scope == .lifetime, change.beforeAsOf != change.asOf, let before = change.before, let now = change.now
    else { return .restated }
    return now < before ? .fell : .grown
  }

  /// Earlier statements about the same days, oldest first.
  private func statements(_ row: Row, _ other: Int64?) throws -> [Row] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT o.value, o.as_of, o.definition FROM observation o JOIN source_file ON source_file.id = o.source_file
        WHERE o.account = :account AND o.as_of IS :as_of AND o.post IS :post AND o.metric = :metric
          AND o.dimensions = :dimensions AND o.scope = 'period' AND o.from_day = :from AND o.through_day = :through
          AND (:other IS NULL AND o.source_file < :source OR source_file.import = :other) ORDER BY o.source_file
        """)
    let arguments: StatementArguments = [
      "account": row["account"] as Int64, "as_of": row["as_of"] as Int32?, "post": row["post"] as Int64?,
      "metric": row["metric"] as String, "dimensions": row["dimensions"] as String, "from": row["from_day"] as Int32?,
      "through": row["through_day"] as Int32?, "other": other, "source": row["source_file"] as Int64,
    ]
    return try Row.fetchAll(statement, arguments: arguments)
  }

  /// Earlier lifetime numbers of the same thing, by their day.
  private func snapshots(_ row: Row, _ other: Int64?) throws -> [Row] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT o.value, o.as_of, o.definition FROM observation o JOIN source_file ON source_file.id = o.source_file
        WHERE o.account = :account AND o.post IS :post AND o.metric = :metric AND o.dimensions = :dimensions
          AND o.scope = 'lifetime' AND o.value IS NOT NULL AND (:other IS NULL AND o.source_file < :source
            AND o.as_of <= :as_of OR source_file.import = :other) ORDER BY o.as_of, o.source_file
        """)
    let arguments: StatementArguments = [
      "account": row["account"] as Int64, "as_of": row["as_of"] as Int32?, "post": row["post"] as Int64?,
      "metric": row["metric"] as String, "dimensions": row["dimensions"] as String, "other": other,
      "source": row["source_file"] as Int64,
    ]
    return try Row.fetchAll(statement, arguments: arguments)
  }

  /// Posts that an import speaks of and another one does not, or, without another, that no earlier import spoke of.
  package func postsOnly(in number: Int64, not other: Int64?) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT post.external_id FROM post_sighting s JOIN source_file f ON f.id = s.source_file
        JOIN post ON post.id = s.post WHERE f.import = :number AND NOT EXISTS (SELECT 1 FROM post_sighting t
          JOIN source_file g ON g.id = t.source_file WHERE t.post = s.post
            AND (:other IS NULL AND g.import < :number OR g.import = :other)) ORDER BY 1
        """, arguments: ["number": number, "other": other])
  }
}
