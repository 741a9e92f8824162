import GRDB
package import Records

/// A summary that was handed out, as far as it concerns one creator.
package struct ReleaseMention: Sendable, Hashable {
  package let madeAt: Instant
  package let from: Month
  package let through: Month
  /// Cells that were shown and that the creator's numbers are part of.
  package let cells: Int
}

extension ArchiveReader {
  /// Summaries in whose shown cells a creator's numbers are, the newest first.
  package func releases(with creator: String) throws -> [ReleaseMention] {
    let sql = """
      SELECT made_at, from_month, through_month, count(*) FROM release_part part
      JOIN release_cell cell ON cell.release = part.release AND cell.cell = part.cell AND cell.is_shown
      JOIN release ON release.id = part.release WHERE part.creator = ? GROUP BY release.id ORDER BY release.id DESC
      """
    return try Row.fetchAll(db, sql: sql, arguments: [creator]).map { row in
      ReleaseMention(
        madeAt: Instant(seconds: row[0]), from: Month(index: row[1]), through: Month(index: row[2]), cells: row[3])
    }
  }
}
