import ArgumentParser
import Records
import Workflows

struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Takes exports in: files, folders, zip archives, or - for standard input.",
    discussion: """
      What a file is, whose it is and which period it covers is found out from the file itself. The same file again
      changes nothing. One bad file never stops the rest. A file that could be of two creators is held, not guessed;
      pictures and sound are listed, to be typed in by hand. The receipt ends with what is still missing for the month.

      Examples:
        minbar ingest exports/2026-10
        yt-dlp --write-comments --dump-json URL | minbar ingest -
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Argument(help: "Files, folders, archives, or -.", completion: .file()) var paths: [String]
  @Option(help: "Whose files these are, where they cannot tell.") var creator: String?
  @Option(help: "Period of the files, where they cannot tell: 2026-10 or 2026-10-01/2026-10-31.")
  var period: PeriodArgument?
  @Flag(help: "Keep only what is read from the words of comments; by default 'minbar settings' decides.")
  var noText = false
  @Flag(help: "Keep files that wait for a person, sealed, until the decision ('minbar held').") var hold = false

  func run() throws {
    let line = ProgressLine()
    let workspace = places.workspace
    let words = try workspace.sentences(language.code)
    let workflow = try IngestWorkflow(
      workspace,
      options: IngestOptions(
        creator: creator, period: period?.period, keepsText: noText ? false : nil, keepsHeld: hold),
      progress: { line.show($0) })
    let outcome = try workflow.ingest(paths)
    line.clear()
    if output.isJSON { try Output.json(outcome) } else { Output.line(ReceiptWriter(words: words).text(outcome)) }
    if outcome.hasProblems { throw ExitCode(1) }
  }
}

/// A month or an interval of days.
struct PeriodArgument: ExpressibleByArgument {
  let period: Period

  init?(argument: String) {
    if let month = Month(argument) {
      period = month.period
      return
    }
    let ends = argument.split(separator: "/").compactMap { Day($0) }
    guard ends.count == 2, ends[0] <= ends[1] else { return nil }
    period = Period(from: ends[0], through: ends[1])
  }
}
