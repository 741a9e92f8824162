import ArgumentParser
import Workflows

struct AnalyseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse", abstract: "Reads texts that are new or changed: language, themes, responses.",
    discussion: """
      Reports do this by themselves; the command is for doing it ahead of time.

      Example:
        minbar analyse
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let outcome = try Analysis.run(places.workspace)
    if output.isJSON { return try Output.json(outcome) }
    Output.line("Read \(outcome.talkTexts) texts of talks and \(outcome.comments) comments of \(outcome.posts) posts.")
  }
}

/// Reading what waits, with progress on a terminal.
enum Analysis {
  static func run(_ workspace: Workspace) throws -> AnalysisOutcome {
    let line = ProgressLine()
    let workflow = try AnalyseWorkflow(
      workspace, fingerprint: try workspace.readingFingerprint(notice: Output.complain),
      engine: { try workspace.makeReadingEngine() }, notice: Output.complain,
      progress: { done, all in line.show("reading texts: \(done) of \(all) posts", done: done, of: all) })
    defer { line.clear() }
    return try workflow.run()
  }
}
