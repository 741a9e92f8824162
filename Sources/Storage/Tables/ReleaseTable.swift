import Foundation
import GRDB
package import Records

/// A cell of a table or package that was handed out, as rows keep it.
package struct StoredReleaseCell: Sendable, Hashable {
  /// The report: a reader's code, empty for the summary tables.
  package var series: String
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

  package init(
    series: String = "", cell: String, isShown: Bool, size: Double, isComplete: Bool, values: [Double?], parts: [Part]
  ) {
    self.series = series
    self.cell = cell
    self.isShown = isShown
    self.size = size
    self.isComplete = isComplete
    self.values = values
    self.parts = parts
  }
}

extension ArchiveReader {
  /// Cells of all tables and packages that were handed out, and when, the oldest first.
  package func releases() throws -> [(at: Instant, cells: [StoredReleaseCell])] {
    try Row.fetchAll(db, sql: "SELECT id, series, made_at FROM release ORDER BY id").map {
      (Instant(seconds: $0[2]), try cells(ofRelease: $0[0], $0[1]))
    }
  }

  private func cells(ofRelease release: Int64, _ series: String) throws -> [StoredReleaseCell] {
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
        series: series, cell: row[0], isShown: row[1], size: row[2], isComplete: row[3],
        values: (4..<8).map { row[$0] },
        parts: (byCell[row[0]] ?? []).map { .init(creator: $0[1], contribution: $0[2], commenters: $0[3]) })
    }
  }

  /// The hash of the newest release of a report.
  package func lastReleaseHash(series: String) throws -> [UInt8]? {
    try Data.fetchOne(
      db, sql: "SELECT sha256 FROM release WHERE series = ? ORDER BY id DESC LIMIT 1", arguments: [series]
    ).map { Array($0) }
  }
}

extension ArchiveWriter {
  /// Adds a release to the ledger; nothing in it is ever changed.
  package func addRelease(
    _ cells: [StoredReleaseCell], series: String, from: Month, through: Month, sha256: [UInt8], at moment: Instant
  ) throws {
    try db.execute(
      sql: "INSERT INTO release (made_at, from_month, through_month, sha256, series) VALUES (?, ?, ?, ?, ?)",
      arguments: [moment.seconds, from.index, through.index, Data(sha256), series])
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
