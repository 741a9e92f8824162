import Figures
import Foundation
import Ingestion
package import Records
import Storage

extension DeskArchive {
  /// What waits for a person, without a word of it: possible threats first, the newest receipt first, then talks.
  package func alerts(now: Instant, limit: Int) throws -> [AlertListing] {
    try archive.read { try AlertDesk.waiting($0, zoneOffset: zone.offset(at: now), limit: limit) }
  }

  /// How many comments wait, and how many talks.
  package func waitingCounts() throws -> (comments: Int, talks: Int) {
    try archive.read {
      (try $0.waitingAlertCount(), try $0.waitingTalks(against: FigureBook.sensitiveThemes).count)
    }
  }

  /// Rows of registers in force, by kind; those that were taken back are left out.
  package func registerCounts() throws -> [RegisterKind: Int] { try archive.read { try $0.registerCounts() } }

  /// A register as a table in one language, the newest day first. The words of stories stay sealed.
  package func register(
    _ kind: RegisterKind, language: String, limit: Int
  ) throws -> (header: [String], rows: [[String]]) {
    let columns = zip(kind.fields, RegisterColumns.names(kind, language: language)).filter { $0.0 != .story }
    let rows = try archive.read { try $0.registerRows(kind) }.reversed().prefix(limit).map(\.row)
    return (
      columns.map(\.1), rows.map { row in columns.map { RegisterCell.text($0.0, of: row, language: language) } }
    )
  }
}

extension Workspace {
  /// An empty form of a register, as bytes.
  /// - Parameter folder: where it may lie for the moment of its making.
  /// - Throws: `WorkflowError` when it cannot be made.
  package func registerForm(_ kind: RegisterKind, language: String, below folder: String) throws -> [UInt8] {
    guard let form = FormKind(rawValue: kind.rawValue) else { return [] }
    let path = folder + "/form.xlsx"
    try writeForm(form, language: language, to: path)
    return try Self.registerFile(path)
  }

  /// The bytes of a workbook that a command has just written.
  package static func registerFile(_ path: String) throws -> [UInt8] {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw WorkflowError("a form could not be written; check free space and permissions")
    }
    return Array(bytes)
  }
}
