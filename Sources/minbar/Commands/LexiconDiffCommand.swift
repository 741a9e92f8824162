import ArgumentParser
import Records
import Workflows

struct LexiconDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What a change of the lexicon changes: entries, and how texts are read.",
    discussion: """
      Reads the texts of FILE (- for standard input), else the programme's own talks, with both lexicons. Sealed comments \
      are read only with --comments, and only counted: none of their words is printed.

      Exit codes: 0 compared, 1 a folder cannot be loaded or has lines that are refused (with --exit-code also: some text \
      is read differently), 2 wrong use.

      Example:
        minbar lexicon diff Lexicons /tmp/Lexicons talks.txt
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Option(help: "Most examples, and most entries in the text output.") var limit = 20
  @Option(help: "What plain lines are: talk or comment.") var kind: TextKind = .talk
  @Flag(help: "Count sealed comments of the programme as well.") var comments = false
  @Flag(help: "End with 1 when some text is read differently.") var exitCode = false
  @Argument(help: "Folder of the lexicon as it is.") var before: String
  @Argument(help: "Folder of the lexicon as it would be.") var after: String
  @Argument(help: "Files to read; - for standard input.", completion: .file()) var files: [String] = []

  func validate() throws {
    if comments, !files.isEmpty { throw ValidationError("--comments reads the archive: leave out the files") }
    if limit < 0 { throw ValidationError("--limit is 0 or more") }
  }

  func run() throws {
    let diff = try LexiconDiff(before, after, limit: limit)
    try read(into: diff)
    let outcome = diff.outcome()
    if output.isJSON { try Output.json(outcome) } else { Output.line(DifferenceText.text(outcome, limit: limit)) }
    for problem in outcome.refused { Output.complain(problem) }
    if !outcome.refused.isEmpty || exitCode && outcome.hasChangedReadings { throw ExitCode(1) }
  }

  private func read(into diff: LexiconDiff) throws {
    let workspace = places.workspace
    if !files.isEmpty {
      for source in try FilterSources.open(files.contains("-") ? [] : files) { try diff.read(source, kind: kind) }
    } else if workspace.hasArchive || comments {
      try workspace.compareOwnTexts(diff, comments: comments)
    } else {
      Output.complain("no archive in \(workspace.places.home): name files, or - for standard input, to compare texts")
    }
  }
}
