import Foundation
import GRDB
package import Records

/// A cell of a summary that was handed out, as rows keep it.
package struct StoredReleaseCell: Sendable, Hashable {
  package var cell: String
  package var isShown: Bool
  package var size: Double
  package var isComplete: Bool
  /// Value, low, high, n, as readers saw them.
  package var values: [Double?]
  package var parts: [Part]

  /// What one creator has in the cell.
  package struct Part: Sendable, Hashable {
    package var creator: String
    package var contribution: Double
    package var commenters: Int

    package init(creator: String, contribution: Double, commenters: Int) {
      self.creator = creator
      self.contribution = contribution
      self.commenters = commenters
    }
  }

  package init(cell: String, isShown: Bool, size: Double, isComplete: Bool, values: [Double?], parts: [Part]) {
    self.cell = cell
    self.isShown = isShown
    self.size = size
    self.isComplete = isComplete
    self.values = values
    self.parts = parts
  }
}

extension ArchiveReader {
  /// Cells of all summaries that were handed out, the oldest first.
  package func releases() throws -> [[StoredReleaseCell]] {
    try Int64.fetchAll(db, sql: "SELECT id FROM release ORDER BY id").map(cells)
  }

  private func cells(ofRelease release: Int64) throws -> [StoredReleaseCell] {
    let parts = try Row.fetchAll(
      db,
      sql: "SELECT cell, creator, contribution, commenters FROM release_part WHERE release = ? ORDER BY cell, creator",
      arguments: [release])
    let byCell = Dictionary(grouping: parts) { $0[0] as String }
    return try Row.fetchAll(
      db,
      sql:
        "SELECT cell, is_shown, size, is_complete, value, low, high, n FROM release_cell WHERE release = ? ORDER BY cell",
      arguments: [release]
    ).map { row in
      StoredReleaseCell(
        cell: row[0], isShown: row[1], size: row[2], isComplete: row[3], values: (4..<8).map { row[$0] },
        parts: (byCell[row[0]] ?? []).map { .init(creator: $0[1], contribution: $0[2], commenters: $0[3]) })
    }
  }

  /// The hash of the newest summary that was handed out.
  package func lastReleaseHash() throws -> [UInt8]? {
    try Data.fetchOne(db, sql: "SELECT sha256 FROM release ORDER BY id DESC LIMIT 1").map { Array($0) }
  }
}

extension ArchiveWriter {
  /// Adds a summary to the ledger; nothing in it is ever changed.
  package func addRelease(
    _ cells: [StoredReleaseCell], from: Month, through: Month, sha256: [UInt8], at moment: Instant
  ) throws {
    try db.execute(
      sql: "INSERT INTO release (made_at, from_month, through_month, sha256) VALUES (?, ?, ?, ?)",
      arguments: [moment.seconds, from.index, through.index, Data(sha256)])
    let release = db.lastInsertedRowID
    for cell in cells {
      try db.execute(
        sql: """
          INSERT INTO release_cell (release, cell, is_shown, size, is_complete, value, low, high, n)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: StatementArguments(
          [release, cell.cell, cell.isShown, cell.size, cell.isComplete] as [(any DatabaseValueConvertible)?]
            + cell.values.map { $0 }))
      for part in cell.parts {
        try db.execute(
          sql: "INSERT INTO release_part (release, cell, creator, contribution, commenters) VALUES (?, ?, ?, ?, ?)",
          arguments: [release, cell.cell, part.creator, part.contribution, part.commenters])
      }
    }
  }
}
