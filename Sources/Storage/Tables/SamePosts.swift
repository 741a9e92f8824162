import GRDB

/// Which posts without an id are posts that another export names by id.
///
/// Instagram's downloads name no ids, so that a post may be known twice: as `created-` with the second of its making, and
/// by its id from Insights. Both rows stay, each with what its imports say, and the nameless one points at the other, so
/// that undoing either import leaves what the other said. They are the same where each is the other's only candidate:
/// of one account, both stories or neither, and published within a minute of each other. Between two nothing is guessed.
enum SamePosts {
  /// Seconds between the moments that two exports state for one post; Insights tells whole minutes.
  static let window = 60

  /// Nameless posts of an account, each with the named posts that it may be.
  static let pairs = """
    SELECT nameless.id, named.id FROM post nameless
    CROSS JOIN post named ON named.account = nameless.account
      AND named.published_at BETWEEN nameless.published_at - \(window) AND nameless.published_at + \(window)
    WHERE nameless.platform = 'instagram' AND \(isNameless("nameless")) AND nameless.account = ?1
      AND NOT (\(isNameless("named")))
      AND nameless.published_precision IN ('second', 'minute') AND named.published_precision IN ('second', 'minute')
      AND (nameless.kind IS 'story') = (named.kind IS 'story')
    """

  /// Names from `created-` on that are not beyond it, so that the index of names finds them.
  private static func isNameless(_ post: String) -> String {
    "\(post).external_id >= 'created-' AND \(post).external_id < 'created.'"
  }
}

extension ArchiveWriter {
  /// Works out anew which posts of an account are the same.
  /// - Returns: whether that changed, so that all months of the account must be worked out anew.
  package func settleSamePosts(of account: Int64) throws -> Bool {
    let pairs = try Row.fetchAll(db.cachedStatement(sql: SamePosts.pairs), arguments: [account])
      .map { (nameless: $0[0] as Int64, named: $0[1] as Int64) }
    let byNameless = Dictionary(grouping: pairs, by: \.nameless)
    let byNamed = Dictionary(grouping: pairs, by: \.named)
    let certain = pairs.filter { byNameless[$0.nameless]?.count == 1 && byNamed[$0.named]?.count == 1 }
    let now = Dictionary(certain.map { ($0.nameless, $0.named) }) { first, _ in first }
    let before = try links(of: account)
    guard now != before else { return false }
    let statement = try db.cachedStatement(sql: "UPDATE post SET same_as = ? WHERE id = ?")
    for post in Set(now.keys).union(before.keys).sorted() where now[post] != before[post] {
      try statement.execute(arguments: [now[post], post])
    }
    return true
  }

  private func links(of account: Int64) throws -> [Int64: Int64] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, same_as FROM post WHERE same_as IS NOT NULL AND account = ?"),
      arguments: [account])
    return Dictionary(rows.map { ($0[0] as Int64, $0[1] as Int64) }) { first, _ in first }
  }
}

extension ArchiveReader {
  /// Posts without an id that are the same as this one.
  func postsSame(as post: Int64) throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT id FROM post WHERE same_as = ? ORDER BY id", arguments: [post])
  }
}
