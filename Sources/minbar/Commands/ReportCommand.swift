import ArgumentParser
import Records
import Workflows

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes the monthly dashboard, the brief, a creator's page, or packages for readers outside.",
    discussion: """
      Example:
        minbar report month 2026-10 --language ru
      """,
    subcommands: [
      ReportMonthCommand.self, ReportBriefCommand.self, ReportIndexCommand.self, ReportCreatorCommand.self,
      ReportDonorCommand.self, ReportAllCommand.self,
    ])
}

/// What all reports are asked for with.
struct ReportOptions: ParsableArguments {
  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Option(help: "Language: en, ru, ky, uz or uz-Cyrl.") var language: ReportLanguage = .en
  @Option(
    name: [.customLong("output"), .customShort("o")],
    help: "Folder to write to (default: reports in the data directory).")
  var folder: String?

  /// Reads what waits to be read, then makes ready.
  func start() throws -> ReportWorkflow {
    let workspace = places.workspace
    let read = try Analysis.run(workspace)
    return try ReportWorkflow(
      workspace, language: language.rawValue, fingerprint: read.fingerprint, folder: folder)
  }

  /// Shows what was written, also when something more could not be.
  func showing(_ written: inout [WrittenReport], _ more: (inout [WrittenReport]) throws -> Void) throws {
    do {
      try more(&written)
    } catch {
      try show(written)
      throw error
    }
    try show(written)
  }

  func show(_ reports: [WrittenReport]) throws {
    if output.isJSON { return try Output.json(reports) }
    for report in reports { Output.line(report.path) }
  }
}

struct ReportMonthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month", abstract: "The team's dashboard of a month: one HTML file, no script, no network.",
    discussion: """
      Example:
        minbar report month 2026-10 --language ru
        minbar report month 2026-10 --pdf
      """)

  @OptionGroup var options: ReportOptions
  @Argument(help: "The month, YYYY-MM (default: the last one with figures).") var month: Month?
  @Flag(help: "Write a PDF too (needs WeasyPrint: Scripts/setup --pdf).") var pdf = false
  @Flag(help: "Write a workbook too: the months' numbers with charts that Excel draws.") var xlsx = false
  @Flag(help: "Draw every chart as PNG too (needs rsvg-convert: Scripts/setup --pdf).") var png = false

  func run() throws {
    let workflow = try options.start()
    let month = try month ?? workflow.lastMonth()
    let page = try workflow.month(month)
    // The page over all months knows the new one at once.
    _ = try workflow.monthsPage()
    var written = [page] + (xlsx ? [try workflow.monthAsWorkbook(month)] : [])
    try options.showing(&written) { written in
      if pdf { written.append(try workflow.asPDF(page)) }
      if png { written += try workflow.monthAsImages(month) }
    }
  }
}

struct ReportCreatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "creator", abstract: "A creator's own page: one scroll on a phone, nobody else's numbers.",
    discussion: """
      Example:
        minbar report creator K01 --month 2026-10 --language ky
        minbar report creator K01 --pdf
      """)

  @OptionGroup var options: ReportOptions
  @Argument(help: "The creator's code, or 'all'.") var code: String
  @Option(help: "The month, YYYY-MM (default: the last one with figures).") var month: Month?
  @Flag(help: "Write a PDF of a phone's width too (needs WeasyPrint: Scripts/setup --pdf).") var pdf = false

  func run() throws {
    let workflow = try options.start()
    let month = try month ?? workflow.lastMonth()
    let codes = code == "all" ? try workflow.creatorCodes() : [code]
    var written: [WrittenReport] = []
    try options.showing(&written) { written in
      for code in codes {
        written.append(try workflow.creator(code, month: month))
        if pdf { written.append(try workflow.creatorAsPDF(code, month: month)) }
      }
    }
  }
}

struct ReportDonorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "donor",
    abstract: "A package for readers outside the team: folder and ZIP; or summary tables. Small cells are hidden.",
    discussion: """
      The package follows donors/ID.yaml in the data directory (its language too); 'sample' shows how one looks.
      It is made of months that were approved ('minbar month'), or as a draft. Without an ID, --from and --to make the plain summary tables.

      Example:
        minbar report donor sample 2026-Q3
        minbar report donor sample 2026-10 --draft
        minbar report donor --from 2026-05 --to 2026-10
      """)

  @OptionGroup var options: ReportOptions
  @Argument(help: "Code of the report's file, such as sample.") var id: String?
  @Argument(help: "2026-Q3, 2026 or 2026-10, by the file's periods.") var period: String?
  @Option(help: "First month, YYYY-MM.") var from: Month?
  @Option(help: "Last month, YYYY-MM.") var to: Month?
  @Flag(help: "A package of months that are not approved yet: everything in it is marked, none of it is handed out.")
  var draft = false

  func validate() throws {
    if id != nil {
      guard period != nil else { throw ValidationError("a period is missing, such as 2026-Q3") }
      guard from == nil, to == nil else { throw ValidationError("give an ID and a period, or --from and --to") }
    } else {
      guard let from, let to else { throw ValidationError("give an ID and a period, or --from and --to") }
      guard from <= to else { throw ValidationError("--from \(from) lies after --to \(to)") }
    }
  }

  func run() throws {
    if let id, let period {
      try options.show(try options.start().package(id, period: period, isDraft: draft))
    } else if let from, let to {
      try options.show(try options.start().summary(from: from, through: to))
    }
  }
}

struct ReportAllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Every file of a month in one folder, and a ZIP of them.",
    discussion: """
      The dashboard as page, workbook and, where WeasyPrint is installed, PDF; each creator's page in every language; and
      with --summary the tables for readers outside the team, which are noted as handed out.

      Example:
        minbar report all 2026-10 --language ru --summary
      """)

  @OptionGroup var options: ReportOptions
  @Argument(help: "The month, YYYY-MM (default: the last one with figures).") var month: Month?
  @Flag(help: "With the summary tables.") var summary = false

  func run() throws {
    let line = ProgressLine()
    let workspace = options.places.workspace
    let read = try Analysis.run(workspace)
    let set = try MonthSet(
      workspace, language: options.language.rawValue, fingerprint: read.fingerprint, folder: options.folder)
    let written = try set.write(month, withSummary: summary) { line.show($0, done: $1, of: $2) }
    line.clear()
    try options.show(written)
  }
}
