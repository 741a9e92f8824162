import ArgumentParser
import Workflows

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "What stands behind a figure: rows with file and line, sentences of talks, counts.",
    discussion: """
      The last part of a dashboard lists the ids of its figures. Talks are quoted; comments are only counted.

      Example:
        minbar explain views/K01.youtube/2026-10
        minbar explain theme.education.promotes/all/2026-10 --language ru
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Option(help: "Rows and sentences to print at most; json prints all.") var limit: Int = 60
  @Argument(help: "Id of the figure, such as views/K01/2026-10.") var figure: String

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is at least 1") }
  }

  func run() throws {
    let workspace = places.workspace
    let read = try Analysis.run(workspace)
    let explanation = try ExplainWorkflow(
      workspace, figure: figure, language: language.code, fingerprint: read.fingerprint
    ).explanation()
    if output.isJSON { return try Output.json(explanation) }
    let text = try ExplanationText(explanation, workspace, language: language.code, limit: limit)
    Output.line(text.lines().joined(separator: "\n"))
  }
}
