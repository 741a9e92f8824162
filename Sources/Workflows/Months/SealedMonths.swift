import Crypto
import Figures
import Foundation
package import Records
import Storage

/// Takes the figures of a month through prepared, checked and approved, by at least two people.
///
/// Preparing freezes the figures; checking and approving hold only while they stand as frozen. Whatever changes after
/// approval has to be prepared again with a reason, and each changed figure becomes a numbered erratum.
package struct SealedMonths {
  let workspace: Workspace
  let fingerprint: String

  /// - Parameter fingerprint: of the reader whose readings the figures use.
  package init(_ workspace: Workspace, fingerprint: String) {
    self.workspace = workspace
    self.fingerprint = fingerprint
  }

  /// How far a month is.
  package func status(_ month: Month) throws -> MonthStatus {
    try workspace.openForReading().read { try status(month, $0) }
  }

  func status(_ month: Month, _ reader: ArchiveReader) throws -> MonthStatus {
    let steps = try reader.steps(of: month)
    let now = try figures(month, reader)
    guard let edition = steps.last?.edition else { return MonthStatus(month: month, figures: now) }
    let sealed = try reader.sealedFigures(of: month, edition: edition)
    return MonthStatus(
      month: month, steps: steps, figures: now, changes: MonthChange.all(from: sealed, to: now),
      errata: try reader.errata(from: month, through: month))
  }

  // MARK: Steps

  /// Freezes the figures of a month.
  ///
  /// - Parameters:
  ///   - by: a code name.
  ///   - reason: why figures differ from those approved before; needed where they do.
  /// - Throws: `WorkflowError` when the month has not ended, nothing changed, or a reason is missing.
  package func prepare(_ month: Month, by: String, reason: String? = nil) throws -> MonthStatus {
    try Self.check(codeName: by)
    return try change(month) { writer, before in
      guard workspace.today(in: try workspace.zone(writer.reader)) > month.lastDay else {
        throw WorkflowError("\(month): the month has not ended; its figures can be prepared from the day after it")
      }
      let figures = before.figures
      let hash = Self.hash(figures, try writer.reader.importHashes())
      if let last = before.steps.last(where: { $0.step == .prepared }), last.sha256 == hash {
        throw WorkflowError("\(month): nothing has changed since it was prepared; see 'minbar month status \(month)'")
      }
      let edition = (before.edition ?? 0) + 1
      try noteErrata(before, edition, by, reason, writer)
      try writer.freeze(figures, month: month, edition: edition)
      try writer.add(
        MonthStep(month: month, edition: edition, step: .prepared, by: by, at: workspace.now, sha256: hash))
    }
  }

  private func noteErrata(
    _ before: MonthStatus, _ edition: Int, _ by: String, _ reason: String?, _ writer: ArchiveWriter
  ) throws {
    guard before.wasApproved, !before.changes.isEmpty else { return }
    guard let reason = reason?.trimmingCharacters(in: .whitespacesAndNewlines), !reason.isEmpty else {
      throw WorkflowError(
        "\(before.month): \(before.changes.count) figures differ from those approved; say why with --reason, readers are told"
      )
    }
    for item in before.changes {
      try writer.addErratum(
        month: before.month, edition: edition, old: item.old, new: item.new, reason: reason, by: by, at: workspace.now)
    }
  }

  /// Signs that the list of what must be looked at was looked at.
  package func check(_ month: Month, by: String) throws -> MonthStatus {
    try step(.checked, after: .prepared, month, by)
  }

  /// Agrees to the figures; never the person who checked them.
  package func approve(_ month: Month, by: String) throws -> MonthStatus {
    try step(.approved, after: .checked, month, by)
  }

  private func step(_ step: SealStep, after needed: SealStep, _ month: Month, _ by: String) throws -> MonthStatus {
    try Self.check(codeName: by)
    return try change(month) { writer, before in
      guard let last = before.steps.last, last.step == needed else {
        throw WorkflowError("\(month): \(before.stage); 'minbar month \(before.next)' comes next")
      }
      guard before.changes.isEmpty else {
        throw WorkflowError(
          "\(month): \(before.changes.count) figures have changed since it was prepared; run 'minbar month prepare \(month)' again"
        )
      }
      guard step != .approved || last.by != by else {
        throw WorkflowError("\(month): \(by) has checked it; somebody else must approve")
      }
      try writer.add(
        MonthStep(month: month, edition: last.edition, step: step, by: by, at: workspace.now, sha256: last.sha256))
    }
  }

  private func change(_ month: Month, _ body: (ArchiveWriter, MonthStatus) throws -> Void) throws -> MonthStatus {
    let archive = try workspace.openForWriting("month")
    try archive.write { writer in try body(writer, try status(month, writer.reader)) }
    return try archive.read { try status(month, $0) }
  }

  // MARK: Figures

  private func figures(_ month: Month, _ reader: ArchiveReader) throws -> [SealedFigure] {
    let zone = try workspace.zone(reader)
    let months = (0..<ReportWorkflow.history).reversed().map { month + -$0 }
    let data = try reader.programmeData(
      months: months, today: workspace.today(in: zone), zoneOffset: zone.offset(at: workspace.now),
      fingerprint: fingerprint)
    return FigureBook(data).sealedFigures(of: month)
  }

  private static func hash(_ figures: [SealedFigure], _ imports: [[UInt8]]) -> [UInt8] {
    func text(_ value: Double?) -> String { value.map { String($0.bitPattern, radix: 16) } ?? "-" }
    var hash = SHA256()
    for item in figures {
      hash.update(data: Data("\(item.figure) \(text(item.value)) \(text(item.low)) \(text(item.high))\n".utf8))
    }
    for item in imports { hash.update(data: Data(item)) }
    return Array(hash.finalize())
  }

  private static func check(codeName: String) throws {
    guard CodeName.isNeutral(codeName) else {
      throw WorkflowError(
        "\(codeName): --by takes a code name of 1 to 24 letters, digits and hyphens, no person's name")
    }
  }

  // MARK: Handing out

  /// - Throws: `WorkflowError` naming each month of a package that is not approved as it stands now.
  func requireApproved(_ months: [Month], _ reader: ArchiveReader) throws {
    let open = try months.map { try status($0, reader) }.filter { !$0.mayBeHandedOut }
    guard !open.isEmpty else { return }
    let lines = open.map { status in
      status.isApproved
        ? "\(status.month): \(status.changes.count) figures have changed since it was approved; "
          + "'minbar month prepare \(status.month) --reason ...' comes next"
        : "\(status.month): \(status.stage); 'minbar month \(status.next)' comes next"
    }
    throw WorkflowError((lines + ["For a look that is not handed out, add --draft."]).joined(separator: "\n"))
  }
}

/// Code names: they stand in files and on pages, so that they must say nothing.
enum CodeName {
  static func isNeutral(_ name: String) -> Bool {
    (1...24).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
