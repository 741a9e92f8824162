import Foundation
import GRDB
package import Records

/// An import that was taken out so that its file can be read again under the same number.
package struct ReopenedImport: Sendable {
  package let id: Int64
  package let receivedAt: Instant
  package let receivedBy: String
  /// Numbers of its files by their places in it: what is newer stays newer.
  package let sources: [Int: Int64]
  /// Rows that were taken before.
  package let rows: Int
  /// Posts that it spoke of; they are settled when it was read again.
  package let posts: [Int64]
  package let accounts: Set<Int64>
}

extension ArchiveReader {
  /// Changes whenever an account or a post becomes known that was not.
  package func knowledge() throws -> Int64 {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT (SELECT coalesce(max(id), 0) FROM post) * 65536
          + (SELECT count(*) FROM account) + (SELECT count(DISTINCT external_id) FROM account_id)
        """) ?? 0
  }

  /// Whether an import left rows out that may be known by now.
  package func mayLearn(import id: Int64) throws -> Bool {
    guard
      let since = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT waits_since FROM import WHERE id = ? AND waits_since IS NOT NULL"),
        arguments: [id])
    else { return false }
    return try since != knowledge() && !hasExpired(import: id)
  }
}

extension ArchiveWriter {
  /// Notes whether rows of an import were left out because nobody knows yet whose they are.
  package func note(import id: Int64, waits: Bool) throws {
    try db.run("UPDATE import SET waits_since = ? WHERE id = ?", [waits ? try reader.knowledge() : nil, id])
  }

  /// Takes an import out, but keeps its posts, and what people said of its comments, until its file has been read again
  /// in the same transaction.
  /// - Throws: `ArchiveError.tallied` when rows of it have been reduced to tallies.
  package func reopen(import id: Int64) throws -> ReopenedImport? {
    guard
      let row = try Row.fetchOne(db, sql: "SELECT received_at, received_by FROM import WHERE id = ?", arguments: [id])
    else { return nil }
    if try reader.hasExpired(import: id) { throw ArchiveError.tallied(importNumber: id) }
    let files = try Row.fetchAll(
      db, sql: "SELECT ordinal, id, accepted + unchanged + restated FROM source_file WHERE import = ?", arguments: [id])
    try db.run("INSERT INTO reading_again (import) VALUES (?)", [id])
    var posts: [Int64] = []
    let accounts = try takeOut(import: id) { posts.append($0) }
    return ReopenedImport(
      id: id, receivedAt: Instant(seconds: row[0]), receivedBy: row[1],
      sources: Dictionary(uniqueKeysWithValues: files.map { ($0[0], $0[1]) }),
      rows: files.map { $0[2] as Int }.reduce(0, +), posts: posts, accounts: accounts)
  }

  /// Works out anew what the posts of an import are that was read again; posts that nobody speaks of any more go, and
  /// what people said of comments that did not come back.
  package func settle(_ reopened: ReopenedImport) throws {
    for post in reopened.posts {
      for table in ["coded_text", "alert_decision"] { try forgetAbsentComments(in: table, post) }
    }
    try db.run("DELETE FROM reading_again WHERE import = ?", [reopened.id])
    for post in reopened.posts { try derive(post: post) }
    for account in reopened.accounts { _ = try settleSamePosts(of: account) }
  }

  private func forgetAbsentComments(in table: String, _ post: Int64) throws {
    let sql = """
      DELETE FROM \(table) WHERE post = ?1 AND identity IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM comment_sighting s WHERE s.post = ?1 AND s.identity = \(table).identity)
      """
    try db.run(sql, [post])
  }
}
