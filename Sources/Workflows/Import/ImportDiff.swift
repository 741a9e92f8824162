import Records
import Storage

/// What an import changed, or what two imports say differently.
package struct ImportDiff: Sendable, Codable {
  /// Numbers of one metric by what became of them.
  package struct Row: Sendable, Codable {
    package var creator: String
    package var platform: String
    package var metric: String
    package var new = 0
    package var unchanged = 0
    package var restated = 0
    package var grown = 0
    package var fell = 0
    package var redefined = 0
  }

  /// One number that was restated, or a lifetime number that fell.
  package struct Change: Sendable, Codable {
    package var kind: String
    package var creator: String
    package var platform: String
    /// Id of the post; nil for the account as a whole.
    package var post: String?
    package var metric: String
    package var dimensions: String
    /// Days, or for lifetime numbers the day of the snapshot.
    package var days: String
    package var firstReported: Double?
    package var before: Double?
    package var latest: Double?
  }

  package var number: Int64
  /// The import it is compared with; nil for all that came before.
  package var against: Int64?
  package var rows: [Row] = []
  package var changes: [Change] = []
  /// Changes beyond those listed.
  package var moreChanges = 0
  /// Posts that were not spoken of before.
  package var newPosts: [String] = []
  /// Posts of the other import that this one leaves out.
  package var leftOutPosts: [String] = []

  /// Changes that are listed one by one.
  static let listed = 1_000
}

extension Workspace {
  /// What import `number` changed; with `other`, what `other` says that `number` did not.
  /// - Throws: `WorkflowError` when there is no import of that number.
  package func diffImports(_ number: Int64, _ other: Int64? = nil) throws -> ImportDiff {
    try openForReading().read { reader in
      for wanted in [number, other].compactMap({ $0 }) where try reader.imports(only: wanted).isEmpty {
        throw WorkflowError("\(wanted): no such import; 'minbar imports list' shows them")
      }
      var builder = ImportDiffBuilder(number: other ?? number, against: other == nil ? nil : number)
      try reader.changes(of: other ?? number, against: other == nil ? nil : number) { builder.add($0) }
      var diff = builder.diff
      diff.newPosts = try reader.postsOnly(in: diff.number, not: diff.against)
      if let against = diff.against { diff.leftOutPosts = try reader.postsOnly(in: against, not: diff.number) }
      return diff
    }
  }
}

/// Counts changes and lists those that need a look.
private struct ImportDiffBuilder {
  private struct Key: Hashable {
    let creator: String
    let platform: String
    let metric: String
  }

  private var rows: [Key: ImportDiff.Row] = [:]
  private var result: ImportDiff

  init(number: Int64, against: Int64?) {
    result = ImportDiff(number: number, against: against)
  }

  var diff: ImportDiff {
    var diff = result
    diff.rows = rows.values.sorted {
      ($0.creator, $0.platform, $0.metric) < ($1.creator, $1.platform, $1.metric)
    }
    return diff
  }

  mutating func add(_ change: NumberChange) {
    let key = Key(creator: change.creator, platform: change.platform, metric: change.metric)
    let empty = ImportDiff.Row(creator: change.creator, platform: change.platform, metric: change.metric)
    switch change.kind {
    case .new: rows[key, default: empty].new += 1
    case .unchanged: rows[key, default: empty].unchanged += 1
    case .grown: rows[key, default: empty].grown += 1
    case .restated: rows[key, default: empty].restated += 1
    case .fell: rows[key, default: empty].fell += 1
    case .redefined: rows[key, default: empty].redefined += 1
    }
    if change.kind == .restated || change.kind == .fell { list(change) }
  }

  private mutating func list(_ change: NumberChange) {
    guard result.changes.count < ImportDiff.listed else {
      result.moreChanges += 1
      return
    }
    result.changes.append(
      ImportDiff.Change(
        kind: change.kind.rawValue, creator: change.creator, platform: change.platform, post: change.post,
        metric: change.metric, dimensions: change.dimensions,
        days: change.period?.description ?? change.asOf?.description ?? "", firstReported: change.first,
        before: change.before, latest: change.now))
  }
}
