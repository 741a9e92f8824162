import ArgumentParser
import Records
import Workflows

struct CollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect", abstract: "What to ask for, of whom, and how it is exported.",
    discussion: """
      Example:
        minbar collect plan 2026-10 --language ru
      """,
    subcommands: [CollectPlanCommand.self])
}

struct CollectPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "The smallest set of exports that the figures of a month still need, with steps.",
    discussion: """
      Numbers of posts and accounts are asked for every month; geography, age and sex with the last month of a quarter.
      What is there already is left out. With -o a page is written that can be sent or printed.

      Examples:
        minbar collect plan 2026-10
        minbar collect plan 2026-10 --language ru -o plan.html
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Argument(help: "The month, YYYY-MM.") var month: Month
  @Option(name: [.customLong("output"), .customShort("o")], help: "Write a page (HTML) to this file instead.")
  var file: String?

  func run() throws {
    let workspace = places.workspace
    let plan = CollectPlan(try workspace.collection(month))
    if let file { return Output.line(try workspace.writePlan(plan, language: language.code, to: file)) }
    if output.isJSON { return try Output.json(plan) }
    Output.line(PlanWriter(words: try workspace.sentences(language.code)).text(plan))
  }
}
