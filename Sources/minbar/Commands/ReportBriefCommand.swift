import ArgumentParser
import Records
import Workflows

struct ReportBriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "One A4 page for whoever decides: five numbers, signals, risks, decisions, one talk.",
    discussion: """
      Targets come from donors/*.yaml in the data directory: those whose period holds the month.

      Example:
        minbar report brief 2026-10 --language ru --pdf --docx
      """)

  @OptionGroup var options: ReportOptions
  @Argument(help: "The month, YYYY-MM (default: the last one with figures).") var month: Month?
  @Flag(help: "Write a PDF too (needs WeasyPrint: Scripts/setup --pdf).") var pdf = false
  @Flag(help: "Write a Word document too.") var docx = false

  func run() throws {
    let workflow = try options.start()
    let month = try month ?? workflow.lastMonth()
    let page = try workflow.brief(month)
    var written = [page] + (docx ? [try workflow.briefAsWord(month)] : [])
    try options.showing(&written) { written in
      if pdf { written.append(try workflow.asPDF(page)) }
    }
  }
}

struct ReportIndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "The page over all months: links to dashboards and briefs, lines of the main figures.",
    discussion: """
      'minbar report month' makes it anew each time. It lists what lies in the report folder in its language.

      Example:
        minbar report index --language ru
      """)

  @OptionGroup var options: ReportOptions

  func run() throws {
    try options.show([try options.start().monthsPage()])
  }
}
