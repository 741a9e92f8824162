import ArgumentParser
import Workflows

struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Prints everything the archive says in a fixed order, to compare two archives.",
    discussion: """
      No names, no texts of comments, no row numbers, no clock times.

      Example:
        minbar dump --logical > before.txt
      """)

  @OptionGroup var places: PlaceOptions
  @Flag(help: "The logical content (the only kind of dump there is).") var logical = false

  func run() throws {
    guard logical else { throw ValidationError("say --logical") }
    try places.watchfulWorkspace.dump(Output.line)
  }
}
