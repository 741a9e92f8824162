import GRDB
package import Records

extension ArchiveReader {
  /// Imports with a file of the same format and account that covers some of the same days, oldest first.
  package func imports(format: String, account: Int64, overlapping period: Period) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT import FROM source_file WHERE format = ? AND account = ? AND from_day <= ? AND through_day >= ?
        ORDER BY 1
        """,
      arguments: [format, account, period.through.number, period.from.number])
  }

  /// Imports with a file of the same format that speaks of a post.
  package func imports(format: String, post: Int64) throws -> Set<Int64> {
    let statement = try db.cachedStatement(
      sql: """
        SELECT DISTINCT import FROM source_file WHERE format = ?1 AND id IN (
          SELECT source_file FROM post_sighting WHERE post = ?2
          UNION SELECT source_file FROM transcript WHERE post = ?2
          UNION SELECT source_file FROM comment_batch WHERE post = ?2)
        """)
    return try Int64.fetchSet(statement, arguments: [format, post])
  }
}
