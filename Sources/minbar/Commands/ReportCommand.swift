import ArgumentParser
import Records
import Workflows

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Makes the monthly dashboard, a creator's page, or the summary tables.",
    discussion: """
      Example:
        minbar report month 2026-10 --language ru
      """,
    subcommands: [ReportMonthCommand.self, ReportCreatorCommand.self, ReportDonorCommand.self])
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

  func run() throws {
    let workflow = try options.start()
    let month = try month ?? workflow.lastMonth()
    let page = try workflow.month(month)
    var written = [page] + (xlsx ? [try workflow.monthAsWorkbook(month)] : [])
    do {
      if pdf { written.append(try workflow.monthAsPDF(month, page: page)) }
    } catch {
      // What could be written is told all the same.
      try options.show(written)
      throw error
    }
    try options.show(written)
  }
}

struct ReportCreatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "creator", abstract: "A creator's own page: one scroll on a phone, nobody else's numbers.",
    discussion: """
      Example:
        minbar report creator K01 --month 2026-10 --language ky
      """)

  @OptionGroup var options: ReportOptions
  @Argument(help: "The creator's code, or 'all'.") var code: String
  @Option(help: "The month, YYYY-MM (default: the last one with figures).") var month: Month?

  func run() throws {
    let workflow = try options.start()
    let month = try month ?? workflow.lastMonth()
    let codes = code == "all" ? try workflow.creatorCodes() : [code]
    try options.show(try codes.map { try workflow.creator($0, month: month) })
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
