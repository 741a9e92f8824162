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
  let archive: Archive
  let zone: ProgrammeZone
  let fingerprint: String
  let words: Wording
  let allWords: ReportWords
  let style: Stylesheet
  /// Of pages that only the team sees.
  let teamStyle: Stylesheet
  private let phoneStyle: Stylesheet
  private let calendar: ProgrammeCalendar
  private let groups: [TargetGroup]
  let folder: String
  private var lastData: ProgrammeData?

  /// Months that a dashboard looks back over, the last one included.
  static let history = 12
  /// Months that control charts and the comparison with a year ago look back over: two years, and two months for
  /// Ramadan, which moves.
  static let longHistory = 26
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
    self.teamStyle = try files.style(with: "team")
    self.phoneStyle = try files.style(with: "phone")
    self.calendar = try files.calendar()
    self.groups = files.targetGroups()
  }

  var today: Day { workspace.today(in: zone) }
  /// The language in names of files.
  var language: String { words.language.rawValue }

  /// What the team wrote beside figures of a month.
  func notes(_ month: Month) throws -> [FigureNote] {
    try FigureNotes.forPages(workspace, archive, month...month)
  }

  /// The staff's dashboard of a month.
  package func month(_ month: Month) throws -> WrittenReport {
    try write(dashboard(month).html(), "month-\(month).\(language).html", kind: "month")
  }

  func dashboard(_ month: Month) throws -> MonthDashboard {
    MonthDashboard(
      data: try withHandRecords(pageData(of: month, count: Self.longHistory), namesWho: true), month: month,
      words: words, style: teamStyle, preparedOn: today, calendar: calendar, groups: groups, notes: try notes(month),
      seal: try seal(month))
  }

  /// How far the month's approval is, with the corrections of the months that the page looks back over.
  private func seal(_ month: Month) throws -> MonthSeal? {
    try archive.read { reader in
      // Figures are worked out again only where they were frozen.
      guard let last = try reader.steps(of: month).last else { return nil }
      let status = try SealedMonths(workspace, fingerprint: fingerprint).status(month, reader)
      let errata = try reader.errata(from: month + (1 - Self.history), through: month)
      return MonthSeal(stage: last.step, changes: status.changes.count, errata: errata)
    }
  }

  /// A page of a month as PDF, beside it and under its name.
  /// - Throws: `WorkflowError` when WeasyPrint is not installed.
  package func asPDF(_ page: WrittenReport) throws -> WrittenReport {
    guard let printer = PDFPrinter() else { throw PDFPrinter.missing }
    let path = String(page.path.dropLast(5)) + ".pdf"
    try printer.write(page: page.path, to: path)
    return WrittenReport(path: path, kind: "pdf")
  }

  /// The numbers of the months behind a dashboard, as a workbook with charts.
  package func monthAsWorkbook(_ month: Month) throws -> WrittenReport {
    try workspace.makePrivateFolder(folder)
    let data = try withHandRecords(pageData(of: month, count: Self.history), namesWho: true)
    let path = folder + "/month-\(month).\(language).xlsx"
    try MonthWorkbook(data: data, month: month, words: words, preparedOn: today).writeXLSX(to: path)
    chmod(path, 0o600)
    return WrittenReport(path: path, kind: "xlsx")
  }

  /// A creator's own page of a month.
  /// - Throws: `WorkflowError` when there is no creator of that code.
  package func creator(_ code: String, month: Month) throws -> WrittenReport {
    try write(
      creatorPage(code, month, style: style).html(), "page-\(code)-\(month).\(language).html", kind: "creator")
  }

  /// A creator's own page as a PDF of a phone's width, to hand over by messenger.
  /// - Throws: `WorkflowError` when WeasyPrint is not installed.
  package func creatorAsPDF(_ code: String, month: Month) throws -> WrittenReport {
    guard let printer = PDFPrinter() else { throw PDFPrinter.missing }
    let path = folder + "/page-\(code)-\(month).\(language).pdf"
    try workspace.makePrivateFolder(folder)
    let page = path + ".html"
    try PrivateFile.write(creatorPage(code, month, style: phoneStyle).html(), to: page)
    defer { unlink(page) }
    try printer.write(page: page, to: path)
    return WrittenReport(path: path, kind: "pdf")
  }

  private func creatorPage(_ code: String, _ month: Month, style: Stylesheet) throws -> CreatorPage {
    let data = try withHandRecords(data(through: month, count: Self.history), namesWho: false)
    guard data.creators.contains(where: { $0.code == code }) else {
      throw WorkflowError("\(code): no such creator; 'minbar creators list' shows the codes")
    }
    let (from, before, offset) = moments(of: month)
    let year = moments(of: month + (1 - Self.history)).from
    let hours = try archive.read { try $0.answerHours(of: code, from: year, before: before, zoneOffset: offset) }
    return CreatorPage(
      data: data, creator: code, talks: try talks(of: code, from: from, before: before, offset: offset), month: month,
      words: words, style: style, preparedOn: today, agedTalks: try agedTalks(of: code, month), hours: hours,
      notes: try notes(month))
  }

  /// Views of a creator's talks by age, as far as they are known by the month's end.
  func agedTalks(of code: String, _ month: Month) throws -> [AgedTalk] {
    let (_, before, offset) = moments(of: month)
    return try archive.read {
      try $0.agedTalks(of: code, before: before, oldest: Self.oldestAge, zoneOffset: offset)
    }
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

  /// The last tallies stay for the next report of the same months: pages of many creators are made from the same ones.
  func data(through month: Month, count: Int) throws -> ProgrammeData {
    let months = (0..<count).reversed().map { month + -$0 }
    if let lastData, lastData.months == months { return lastData }
    let data = try archive.read { reader in
      try reader.programmeData(
        months: months, today: today, zoneOffset: zone.offset(at: workspace.now), fingerprint: fingerprint)
    }
    lastData = data
    return data
  }

  /// Tallies, and what the staff's pages show of the month alone: its words and its audience.
  private func pageData(of month: Month, count: Int) throws -> ProgrammeData {
    var data = try data(through: month, count: count)
    let offset = zone.offset(at: workspace.now)
    try archive.read { reader in
      data.keyness = try MonthWords(reader, zoneOffset: offset).keyness(of: month)
      data.audience = try reader.audienceParts(in: month)
    }
    return data
  }

  /// The month's first moment, the next month's, and the zone's offset.
  func moments(of month: Month) -> (from: Instant, before: Instant, offset: Int) {
    let offset = zone.offset(at: workspace.now)
    return (
      Instant(day: month.firstDay, secondOfDay: 0, offset: offset),
      Instant(day: (month + 1).firstDay, secondOfDay: 0, offset: offset), offset
    )
  }

  private func talks(of code: String, from: Instant, before: Instant, offset: Int) throws -> [CreatorTalk] {
    let themes = DeclaredThemes(allWords)
    return try archive.read { try $0.talks(of: code, from: from, before: before) }.map { talk in
      CreatorTalk(
        title: talk.title, publishedOn: talk.publishedAt.day(offset: offset), platform: talk.platform,
        views: talk.views, hasTranscript: talk.isTranscribed, themes: talk.themes,
        unreadLanguage: talk.unreadLanguage,
        card: talk.card.map { .init(themes: $0.themes.map(themes.code), isBoosted: $0.isBoosted) },
        reading: talk.text.map { .init(seconds: $0.seconds, duration: $0.duration, themes: $0.themes) })
    }
  }

  /// What staff typed in, for pages that may show it; packages for readers outside are made without.
  private func withHandRecords(_ data: ProgrammeData, namesWho: Bool) throws -> ProgrammeData {
    var data = data
    data.handFigures = try workspace.handEntries(archive, namesWho: namesWho)
    let themes = DeclaredThemes(allWords)
    for index in data.declared.indices { data.declared[index].themes = data.declared[index].themes.map(themes.code) }
    return data
  }

  func write(_ bytes: [UInt8], _ name: String, kind: String) throws -> WrittenReport {
    try workspace.makePrivateFolder(folder)
    let path = folder + "/" + name
    try PrivateFile.write(bytes, to: path)
    return WrittenReport(path: path, kind: kind)
  }
}
