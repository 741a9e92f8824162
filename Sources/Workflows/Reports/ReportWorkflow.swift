import Drawing
import Figures
import Foundation
package import Records
import Reporting
import Storage

/// A report that was written.
package struct WrittenReport: Sendable, Codable {
  package let path: String
  package let kind: String
}

/// Makes reports from what is stored. File names say nothing of what the figures are about.
package final class ReportWorkflow {
  let workspace: Workspace
  private let archive: Archive
  private let zone: ProgrammeZone
  private let fingerprint: String
  private let words: Wording
  let allWords: ReportWords
  let style: Stylesheet
  private let calendar: ProgrammeCalendar
  let folder: String

  /// Months that a dashboard looks back over, the last one included.
  static let history = 12
  /// Months that control charts and the comparison with a year ago look back over: two years, and two months for
  /// Ramadan, which moves.
  private static let longHistory = 26
  /// Days after publication at which talks are last compared, with three to spare.
  private static let oldestAge = 31

  /// - Parameters:
  ///   - language: `en`, `ru`, `ky`, `uz` or `uz-Cyrl`.
  ///   - folder: where reports are written; default `reports` in the data directory.
  package init(_ workspace: Workspace, language: String, fingerprint: String, folder: String? = nil) throws {
    self.workspace = workspace
    self.fingerprint = fingerprint
    self.archive = try workspace.openForReading()
    self.zone = try workspace.zone(archive)
    self.folder = folder ?? workspace.places.reports
    let files = try ReportFolder(workspace.places)
    self.words = try files.words(language)
    self.allWords = try files.allWords()
    self.style = try files.style()
    self.calendar = try files.calendar()
  }

  var today: Day { workspace.today(in: zone) }

  /// The staff's dashboard of a month.
  package func month(_ month: Month) throws -> WrittenReport {
    let data = try data(through: month, count: Self.longHistory)
    let page = MonthDashboard(
      data: data, month: month, words: words, style: style, preparedOn: today, calendar: calendar)
    return try write(page.html(), "month-\(month).\(words.language.rawValue).html", kind: "month")
  }

  /// A dashboard's page as PDF.
  /// - Throws: `WorkflowError` when WeasyPrint is not installed.
  package func monthAsPDF(_ month: Month, page: WrittenReport) throws -> WrittenReport {
    guard let printer = PDFPrinter() else { throw PDFPrinter.missing }
    let path = folder + "/month-\(month).\(words.language.rawValue).pdf"
    try printer.write(page: page.path, to: path)
    return WrittenReport(path: path, kind: "pdf")
  }

  /// The numbers of the months behind a dashboard, as a workbook with charts.
  package func monthAsWorkbook(_ month: Month) throws -> WrittenReport {
    try workspace.makePrivateFolder(folder)
    let data = try data(through: month, count: Self.history)
    let path = folder + "/month-\(month).\(words.language.rawValue).xlsx"
    try MonthWorkbook(data: data, month: month, words: words, preparedOn: today).writeXLSX(to: path)
    chmod(path, 0o600)
    return WrittenReport(path: path, kind: "xlsx")
  }

  /// A creator's own page of a month.
  /// - Throws: `WorkflowError` when there is no creator of that code.
  package func creator(_ code: String, month: Month) throws -> WrittenReport {
    let data = try data(through: month, count: Self.history)
    guard data.creators.contains(where: { $0.code == code }) else {
      throw WorkflowError("\(code): no such creator; 'minbar creators list' shows the codes")
    }
    let (from, before, offset) = moments(of: month)
    let aged = try archive.read {
      try $0.agedTalks(of: code, before: before, oldest: Self.oldestAge, zoneOffset: offset)
    }
    let year = moments(of: month + (1 - Self.history)).from
    let hours = try archive.read { try $0.answerHours(of: code, from: year, before: before, zoneOffset: offset) }
    let page = CreatorPage(
      data: data, creator: code, talks: try talks(of: code, from: from, before: before, offset: offset), month: month,
      words: words, style: style, preparedOn: today, agedTalks: aged, hours: hours)
    return try write(page.html(), "page-\(code)-\(month).\(words.language.rawValue).html", kind: "creator")
  }

  /// The summary tables of a range of months: plain CSV, CSV for Russian Excel, XLSX.
  package func summary(from: Month, through: Month) throws -> [WrittenReport] {
    guard from <= through else { throw WorkflowError("\(from) lies after \(through); give --from before --to") }
    // Months before the first tell which channels are silent, so that they count as missing.
    let data = try data(through: through, count: max(Self.history, through - from + 1))
    let ledger = ReleaseLedger(workspace)
    let table = SummaryTable(
      data: data, from: from, through: through, words: words, preparedOn: today,
      history: try archive.read(ledger.history))
    // Noted before it is written: what was handed out is in the ledger, whatever happens in between.
    try ledger.note(table.released, from: from, through: through)
    let name = "summary-\(from)--\(through)"
    let plain = try write(table.csv(), name + ".csv", kind: "csv")
    let excel = try write(table.excelCSV(), name + ".excel.csv", kind: "excel-csv")
    let path = folder + "/" + name + ".xlsx"
    try table.writeXLSX(to: path)
    return [plain, excel, WrittenReport(path: path, kind: "xlsx")]
  }

  /// The last month that has figures, for reports that are asked for without one.
  package func lastMonth() throws -> Month {
    guard let month = try archive.read({ try $0.lastMonth() }) else {
      throw WorkflowError("no figures yet: take exports in first, with 'minbar ingest FOLDER'")
    }
    return month
  }

  package func creatorCodes() throws -> [String] { try archive.read { try $0.creators().map(\.code) } }

  func data(through month: Month, count: Int) throws -> ProgrammeData {
    let months = (0..<count).reversed().map { month + -$0 }
    return try archive.read { reader in
      try reader.programmeData(
        months: months, today: today, zoneOffset: zone.offset(at: workspace.now), fingerprint: fingerprint)
    }
  }

  /// The month's first moment, the next month's, and the zone's offset.
  private func moments(of month: Month) -> (from: Instant, before: Instant, offset: Int) {
    let offset = zone.offset(at: workspace.now)
    return (
      Instant(day: month.firstDay, secondOfDay: 0, offset: offset),
      Instant(day: (month + 1).firstDay, secondOfDay: 0, offset: offset), offset
    )
  }

  private func talks(of code: String, from: Instant, before: Instant, offset: Int) throws -> [CreatorTalk] {
    try archive.read { try $0.talks(of: code, from: from, before: before) }.map { talk in
      CreatorTalk(
        title: talk.title, publishedOn: talk.publishedAt.day(offset: offset), platform: talk.platform,
        views: talk.views, hasTranscript: talk.isTranscribed, themes: talk.themes,
        unreadLanguage: talk.unreadLanguage)
    }
  }

  func write(_ bytes: [UInt8], _ name: String, kind: String) throws -> WrittenReport {
    try workspace.makePrivateFolder(folder)
    let path = folder + "/" + name
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw WorkflowError("\(path): could not be written; check free space and permissions")
    }
    chmod(path, 0o600)
    return WrittenReport(path: path, kind: kind)
  }
}
