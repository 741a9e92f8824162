import Foundation
import GRDB
package import Records

extension ArchiveReader {
  /// Every step that was taken with a month, the oldest first.
  package func steps(of month: Month) throws -> [MonthStep] {
    try Row.fetchAll(
      db, sql: "SELECT edition, step, code_name, made_at, sha256 FROM month_step WHERE month = ? ORDER BY id",
      arguments: [month.index]
    ).compactMap { row in
      SealStep(rawValue: row[1]).map {
        MonthStep(
          month: month, edition: row[0], step: $0, by: row[2], at: Instant(seconds: row[3]),
          sha256: Array(row[4] as Data))
      }
    }
  }

  /// Figures as they were frozen.
  package func sealedFigures(of month: Month, edition: Int) throws -> [SealedFigure] {
    try Row.fetchAll(
      db, sql: "SELECT figure, value, low, high FROM sealed_figure WHERE month = ? AND edition = ? ORDER BY figure",
      arguments: [month.index, edition]
    ).map { SealedFigure(figure: $0[0], value: $0[1], low: $0[2], high: $0[3]) }
  }

  /// Corrections of some months, by number.
  package func errata(from: Month, through: Month) throws -> [Erratum] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM erratum WHERE month BETWEEN ? AND ? ORDER BY number",
      arguments: [from.index, through.index]
    ).map { row in
      func figure(_ side: String) -> SealedFigure {
        SealedFigure(
          figure: row["figure"], value: row["\(side)_value"], low: row["\(side)_low"], high: row["\(side)_high"])
      }
      return Erratum(
        number: row["number"], month: Month(index: row["month"]), old: figure("old"), new: figure("new"),
        reason: row["reason"], by: row["code_name"], at: Instant(seconds: row["made_at"]))
    }
  }

  /// Hashes of all imports that the archive holds, in order.
  package func importHashes() throws -> [[UInt8]] {
    try Data.fetchAll(db, sql: "SELECT sha256 FROM import ORDER BY sha256").map { Array($0) }
  }
}

extension ArchiveWriter {
  /// Notes a step; none is ever changed or taken back.
  package func add(_ step: MonthStep) throws {
    try db.execute(
      sql: "INSERT INTO month_step (month, edition, step, code_name, made_at, sha256) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [step.month.index, step.edition, step.step.rawValue, step.by, step.at.seconds, Data(step.sha256)])
  }

  package func freeze(_ figures: [SealedFigure], month: Month, edition: Int) throws {
    for figure in figures {
      try db.execute(
        sql: "INSERT INTO sealed_figure (month, edition, figure, value, low, high) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [month.index, edition, figure.figure, figure.value, figure.low, figure.high])
    }
  }

  /// Notes a correction under the next number.
  package func addErratum(
    month: Month, edition: Int, old: SealedFigure, new: SealedFigure, reason: String, by: String, at moment: Instant
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO erratum (month, edition, figure, old_value, old_low, old_high, new_value, new_low, new_high, reason,
          code_name, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        month.index, edition, new.figure, old.value, old.low, old.high, new.value, new.low, new.high, reason, by,
        moment.seconds,
      ])
  }
}

/// An import of which rows were refused.
package struct RefusedRows: Sendable, Hashable {
  package let importNumber: Int64
  package let refused: Int
}

extension ArchiveReader {
  /// Imports with refused rows whose files speak of a month, or do not say of which.
  package func refusedRows(in month: Month) throws -> [RefusedRows] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT import, sum(refused) FROM source_file
        WHERE refused > 0 AND (from_day IS NULL OR from_day <= ?2 AND through_day >= ?1) GROUP BY import ORDER BY import
        """,
      arguments: [month.firstDay.number, month.lastDay.number]
    ).map { RefusedRows(importNumber: $0[0], refused: $0[1]) }
  }
}
