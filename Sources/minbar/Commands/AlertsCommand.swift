import ArgumentParser
import Records
import Workflows

extension DismissalReason: ExpressibleByArgument {}

struct AlertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract: "Possible threats under talks, and talks that seem to speak against peace: each waits for a person.",
    discussion: """
      A confirmed alert becomes an incident of the register; only confirmed ones are counted in reports. Who decided and
      when is kept.

      Examples:
        minbar alerts list
        minbar alerts show c12-00112233445566778899aabbccddeeff
        minbar alerts confirm c12-00112233445566778899aabbccddeeff --severity high
        minbar alerts dismiss t12-peace --reason quoted
      """,
    subcommands: [
      AlertsListCommand.self, AlertsShowCommand.self, AlertsConfirmCommand.self, AlertsDismissCommand.self,
    ],
    defaultSubcommand: AlertsListCommand.self)
}

struct AlertsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists what waits: possible threats first, of the newest receipt first.",
    discussion: """
      Words are not listed; 'minbar alerts show' opens them one by one.

      Example:
        minbar alerts list --limit 20 --format json
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Option(help: "Comments that are listed at most (default: all).") var limit: Int?

  func run() throws {
    let alerts = try places.workspace.alerts(limit: limit)
    if output.isJSON { return try Output.json(alerts) }
    guard !alerts.isEmpty else { return Output.line("Nothing waits.") }
    var table = TextTable(["id", "noticed", "creator", "platform", "day", "talk"])
    for alert in alerts {
      table.add([
        alert.id, alert.noticed.joined(separator: " "), alert.creator, alert.platform, alert.day ?? "",
        alert.talk ?? "",
      ])
    }
    Output.line(table.text)
  }
}

struct AlertsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Opens the words of one alert, without their author.",
    discussion: """
      Example:
        minbar alerts show t12-peace
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "Id of the alert.") var id: String

  func run() throws {
    let words = try places.workspace.alertWords(id)
    if output.isJSON { return try Output.json(words) }
    for line in words.words { Output.line(line) }
  }
}

struct AlertsConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Says that an alert is so; a comment becomes an incident of the register.",
    discussion: """
      Example:
        minbar alerts confirm c12-00112233445566778899aabbccddeeff --severity high
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "Id of the alert.") var id: String
  @Option(help: "low, medium, high or critical; not asked for talks.") var severity: String?
  @Option(help: "Code name of who decided (default: the user of this machine).") var by: String?

  func run() throws {
    let code = try places.workspace.confirmAlert(id, severity: severity, by: by, notice: Output.complain)
    Output.line(code.map { "Confirmed: incident \($0)." } ?? "Confirmed: the talk counts from now on.")
  }
}

struct AlertsDismissCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "Says that an alert is not so; it counts nowhere.",
    discussion: """
      Example:
        minbar alerts dismiss c12-00112233445566778899aabbccddeeff --reason quoted
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "Id of the alert.") var id: String
  @Option(help: "misread, figure-of-speech, quoted, not-about-us or repeated.") var reason: DismissalReason
  @Option(help: "Code name of who decided (default: the user of this machine).") var by: String?

  func run() throws {
    try places.workspace.dismissAlert(id, reason: reason, by: by, notice: Output.complain)
    Output.line("Dismissed.")
  }
}
