import ArgumentParser
import Foundation
import Workflows

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Says what files are, without taking them in; nothing is written.",
    discussion: """
      Kind, encoding, days, whose, what is in it, what is known already, and every problem with its line. No archive is
      needed; where there is one it is read.

      --records prints every record as a line of JSON instead (docs/records.md names the fields), so that exports can be
      turned into other forms. It prints what the file holds: names of people who commented, their words and links too.
      Without --records nothing of a person is printed.

      Examples:
        minbar inspect exports/2026-10
        minbar inspect --records "Content 2026-10-01_2026-10-31 Channel.zip" > records.ndjson
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Argument(help: "Files, folders, archives, or -.", completion: .file()) var paths: [String]
  @Flag(help: "Print every record as a line of JSON. Holds names where the file holds names.") var records = false
  @Option(help: "Whose these files are, where they cannot tell.") var creator: String?
  @Option(help: "Period of the files, where they cannot tell: 2026-10 or 2026-10-01/2026-10-31.")
  var period: PeriodArgument?

  func run() throws {
    let workspace = places.workspace
    let workflow = try InspectWorkflow(
      workspace, options: IngestOptions(creator: creator, period: period?.period),
      records: records ? { try FileHandle.standardOutput.write(contentsOf: Data($0)) } : nil)
    let words = try workspace.sentences(language.code)
    let found = try workflow.inspect(paths)
    if output.isJSON, !records {
      try Output.json(found)
    } else if !records {
      Output.line(InspectionWriter(words: words).text(found))
    }
    if found.contains(where: \.hasProblems) { throw ExitCode(1) }
  }
}
