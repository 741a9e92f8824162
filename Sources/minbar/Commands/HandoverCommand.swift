import ArgumentParser
import Workflows

struct HandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover", abstract: "The checklist for when somebody leaves, with this machine's places filled in.",
    discussion: """
      Example:
        minbar handover
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let steps = places.workspace.places.handover
    if output.isJSON { return try Output.json(steps) }
    for (index, step) in steps.enumerated() {
      Output.line("[ ] \(index + 1). \(step.what)" + (step.command.map { "\n       \($0)" } ?? ""))
    }
  }
}
