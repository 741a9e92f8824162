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
    let subject = post == nil ? "account = ? AND post IS NULL" : "post = ?"
    let statement = try db.cachedStatement(
      sql: """
        SELECT value FROM observation WHERE \(subject) AND metric = ? AND scope = 'period' AND as_of = ?
          AND dimensions = ? AND from_day = ? AND through_day = ? AND source_file < ? ORDER BY source_file DESC LIMIT 1
        """)
    let earlier = try Row.fetchOne(
      statement,
      arguments: [
        post ?? account, observation.metric.rawValue, observation.asOf?.number, observation.dimensions,
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
