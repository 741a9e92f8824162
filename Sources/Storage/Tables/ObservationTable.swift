import GRDB
package import Records

/// What became of a number when it was stored.
package enum RowOutcome: Sendable {
  case accepted, unchanged, restated
}

extension ArchiveWriter {
  /// Appends a number. It is stored even when an earlier import said the same, so that either can be undone.
  package func add(
    _ observation: Observation, account: Int64, post: Int64?, source: Int64
  ) throws -> RowOutcome {
    let outcome = try outcome(of: observation, account: account, post: post, source: source)
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO observation (source_file, row, metric, dimensions, account, post, definition, scope, from_day,
          through_day, as_of, value, absence, approximate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      source, observation.row, observation.metric.rawValue, observation.dimensions, account, post,
      observation.definition, observation.scope.rawValue, observation.period?.from.number,
      observation.period?.through.number, observation.asOf?.number, observation.value.value,
      observation.value.absence, observation.value.isApproximate,
    ])
    return outcome
  }

  /// Compares with the newest earlier statement about the same thing and the same days.
  private func outcome(
    of observation: Observation, account: Int64, post: Int64?, source: Int64
  ) throws -> RowOutcome {
    guard observation.scope == .period else { return .accepted }
    let statement = try db.cachedStatement(
      sql: """
        SELECT value FROM observation WHERE account = ? AND as_of = ? AND post IS ? AND metric = ? AND dimensions = ?
          AND from_day = ? AND through_day = ? AND source_file < ? ORDER BY source_file DESC LIMIT 1
        """)
    let earlier = try Row.fetchOne(
      statement,
      arguments: [
        account, observation.asOf?.number, post, observation.metric.rawValue, observation.dimensions,
        observation.period?.from.number, observation.period?.through.number, source,
      ])
    guard let earlier else { return .accepted }
    return (earlier[0] as Double?) == observation.value.value ? .unchanged : .restated
  }
}

extension Reported where Value == Double {
  /// Why there is no number; nil when there is one.
  var absence: String? {
    switch self {
    case .known, .approximate: nil
    case .withheld: "withheld"
    case .notInExport: "not-in-export"
    case .unreadable: "unreadable"
    }
  }
}

extension ArchiveReader {
  /// All whole numbers (no dimensions) about an account and its posts, in the order of receipt.
  package func observations(of account: Int64) throws -> [StoredObservation] {
    let sql = """
      SELECT observation.*, post.published_at FROM observation LEFT JOIN post ON post.id = observation.post
      WHERE observation.account = ? AND observation.dimensions = '' ORDER BY observation.source_file, observation.row
      """
    return try Row.fetchAll(db, sql: sql, arguments: [account]).compactMap { row in
      guard let metric = Metric(rawValue: row["metric"]), let scope = Scope(rawValue: row["scope"]) else { return nil }
      return StoredObservation(
        account: account, post: row["post"], metric: metric, definition: row["definition"], scope: scope,
        period: Self.period(row), asOf: (row["as_of"] as Int32?).map(Day.init(number:)),
        value: row["value"], isApproximate: row["approximate"], receipt: row["source_file"],
        publishedOn: (row["published_at"] as Int64?).map { Instant(seconds: $0).day() })
    }
  }
}
