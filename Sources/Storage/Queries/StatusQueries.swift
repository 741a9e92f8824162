import GRDB
package import Records

/// How much the archive holds.
package struct ArchiveStatus: Sendable, Hashable {
  package let creators: Int
  package let imports: Int
  package let posts: Int
  package let transcripts: Int
  package let comments: Int
  package let observations: Int
  package let unreadPosts: Int
  package let firstMonth: Month?
  package let lastMonth: Month?
}

extension ArchiveReader {
  package func status(fingerprint: String) throws -> ArchiveStatus {
    ArchiveStatus(
      creators: try count("creator"), imports: try count("import"), posts: try count("post"),
      transcripts: try count("transcript"), comments: try commentCount(), observations: try count("observation"),
      unreadPosts: try postsToRead(fingerprint: fingerprint).count, firstMonth: try month("min"),
      lastMonth: try month("max"))
  }

  /// The last month that has figures.
  package func lastMonth() throws -> Month? { try month("max") }

  private func count(_ table: String) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
  }

  private func commentCount() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT coalesce(sum(count), 0) FROM comment_batch") ?? 0
  }

  private func month(_ end: String) throws -> Month? {
    try Int.fetchOne(db, sql: "SELECT \(end)(month) FROM metric_rollup").map(Month.init(index:))
  }
}
