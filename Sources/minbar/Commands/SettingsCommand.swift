import ArgumentParser
import Workflows

struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "How long things are kept, whether words of comments are kept at all, how many people could carry on.",
    discussion: """
      Example:
        minbar settings set text-days 30
      """,
    subcommands: [SettingsListCommand.self, SettingsSetCommand.self], defaultSubcommand: SettingsListCommand.self)
}

struct SettingsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the settings.",
    discussion: """
      Example:
        minbar settings list
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let settings = try places.workspace.settings()
    if output.isJSON { return try Output.json(settings) }
    var table = TextTable(["setting", "value", "default", "allowed", "meaning"])
    for setting in settings {
      table.add([setting.name, setting.value, setting.standard, setting.allowed, setting.meaning])
    }
    Output.line(table.text)
  }
}

struct SettingsSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Changes a setting.",
    discussion: """
      A shorter time counts at once: what has expired by it goes with the next command that writes.

      Example:
        minbar settings set keep-text no
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "Name of the setting.") var name: String
  @Argument(help: "Its value.") var value: String

  func run() throws {
    try places.workspace.set(name, to: value, notice: Output.complain)
    Output.line("\(name): \(value)")
  }
}
