package import Records
import Storage

extension DeskArchive {
  /// Months that have ended and of which there are figures, newest first, with the last step that was taken.
  package func stages(now: Instant, limit: Int) throws -> [(month: Month, step: MonthStep?)] {
    try archive.read { reader in
      let status = try reader.status(fingerprint: "")
      guard let first = status.firstMonth, let newest = status.lastMonth else { return [] }
      let last = min(newest, today(now).month + -1)
      return try (0..<limit).map { last + -$0 }.filter { $0 >= first }.map { ($0, try reader.steps(of: $0).last) }
    }
  }

  /// What was done with a month, the oldest first.
  package func steps(of month: Month) throws -> [MonthStep] { try archive.read { try $0.steps(of: month) } }

  /// Corrections of a month that had been approved.
  package func errata(of month: Month) throws -> [Erratum] {
    try archive.read { try $0.errata(from: month, through: month) }
  }
}
