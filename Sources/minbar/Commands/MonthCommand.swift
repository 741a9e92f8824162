import ArgumentParser
import Records
import Workflows

struct MonthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month", abstract: "Takes a month's figures through prepared, checked and approved.",
    discussion: """
      Packages are handed out of approved months alone. Who checks must not approve.

      Example:
        minbar month prepare 2026-10 --by A
        minbar month check 2026-10 --by A
        minbar month approve 2026-10 --by B
      """,
    subcommands: [
      MonthPrepareCommand.self, MonthCheckCommand.self, MonthApproveCommand.self, MonthStatusCommand.self,
    ])
}

/// What the commands of a month are asked with.
struct MonthOptions: ParsableArguments {
  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "The month, YYYY-MM.") var month: Month

  /// Reads what waits to be read, since themes and answers are among the figures.
  func months() throws -> SealedMonths {
    let workspace = places.workspace
    return SealedMonths(workspace, fingerprint: try Analysis.run(workspace).fingerprint)
  }

  func show(_ status: MonthStatus) throws {
    if output.isJSON { return try Output.json(MonthSummary(status)) }
    Output.line(MonthText.text(status))
  }
}

struct MonthPrepareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare", abstract: "Freezes the figures of a month that has ended.",
    discussion: """
      When figures differ from those that were approved before, each becomes a numbered erratum; --reason says why, and readers
      are told.

      Examples:
        minbar month prepare 2026-10 --by A
        minbar month prepare 2026-10 --by A --reason "An export came late."
      """)

  @OptionGroup var options: MonthOptions
  @Option(help: "Code name of who prepares it.") var by: String
  @Option(help: "Why figures differ from those approved before.") var reason: String?

  func run() throws { try options.show(try options.months().prepare(options.month, by: by, reason: reason)) }
}

struct MonthCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Lists what must be looked at; with --by it is signed.",
    discussion: """
      Missing exports, texts that were not read, rows that were refused, numbers that platforms corrected.

      Examples:
        minbar month check 2026-10
        minbar month check 2026-10 --by A
      """)

  @OptionGroup var options: MonthOptions
  @Option(help: "Code name of who has looked at all of it.") var by: String?

  func run() throws {
    let months = try options.months()
    let list = try months.list(options.month)
    if options.output.isJSON { try Output.json(list) } else { Output.line(MonthText.text(list)) }
    guard let by else { return }
    let status = try months.check(options.month, by: by)
    if !options.output.isJSON { Output.line(MonthText.text(status)) }
  }
}

struct MonthApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Agrees to the figures that somebody else has checked.",
    discussion: """
      Example:
        minbar month approve 2026-10 --by B
      """)

  @OptionGroup var options: MonthOptions
  @Option(help: "Code name of who approves; not who checked.") var by: String

  func run() throws { try options.show(try options.months().approve(options.month, by: by)) }
}

struct MonthStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "How far a month is, what has changed since, and its errata.",
    discussion: """
      Example:
        minbar month status 2026-10
      """)

  @OptionGroup var options: MonthOptions

  func run() throws { try options.show(try options.months().status(options.month)) }
}
