import Foundation
import GRDB
package import Records

/// A note beside a figure, as the archive keeps it: its words are sealed.
package struct StoredFigureNote: Sendable, Hashable {
  package let id: Int64
  package let figure: String
  package let month: Month
  package let textSealed: [UInt8]
  package let isShareable: Bool
  package let madeAt: Instant
}

extension ArchiveWriter {
  /// Keeps a note.
  /// - Parameter creator: the code of whom the figure is about; nil for figures of several.
  /// - Returns: its number, or nil when there is no creator of that code.
  package func addNote(
    to figure: String, month: Month, creator: String?, textSealed: [UInt8], isShareable: Bool, at now: Instant
  ) throws -> Int64? {
    let owner = try creator.flatMap {
      try Int64.fetchOne(db, sql: "SELECT id FROM creator WHERE code = ?", arguments: [$0])
    }
    guard creator == nil || owner != nil else { return nil }
    try db.execute(
      sql: """
        INSERT INTO figure_note (figure, month, creator, text_sealed, shareable, made_at) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [figure, month.index, owner, Data(textSealed), isShareable, now.seconds])
    return db.lastInsertedRowID
  }

  /// - Returns: false when there is no note of that number.
  package func removeNote(_ id: Int64) throws -> Bool {
    try db.execute(sql: "DELETE FROM figure_note WHERE id = ?", arguments: [id])
    return db.changesCount > 0
  }
}

extension ArchiveReader {
  /// Notes of some months, by month, figure and number. An archive of before there were notes has none.
  package func figureNotes(_ months: ClosedRange<Month>? = nil) throws -> [StoredFigureNote] {
    guard try db.tableExists("figure_note") else { return [] }
    let sql = """
      SELECT * FROM figure_note WHERE month BETWEEN ? AND ? ORDER BY month, figure, id
      """
    let bounds: StatementArguments = [months?.lowerBound.index ?? 0, months?.upperBound.index ?? Int.max]
    return try Row.fetchAll(db, sql: sql, arguments: bounds).map { row in
      StoredFigureNote(
        id: row["id"], figure: row["figure"], month: Month(index: row["month"]),
        textSealed: Array(row["text_sealed"] as Data), isShareable: row["shareable"],
        madeAt: Instant(seconds: row["made_at"]))
    }
  }
}
