import ArgumentParser
import Workflows

struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "Lets go what has been kept long enough; every command that writes does so too.",
    discussion: """
      How long is said by 'minbar settings': words of comments 90 days from receipt, comments as rows 12 months, originals
      7 days. Counts stay.

      Example:
        minbar retention run
      """,
    subcommands: [RetentionRunCommand.self], defaultSubcommand: RetentionRunCommand.self)
}

struct RetentionRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Lets go what has expired, now.",
    discussion: """
      Nothing is deleted while the clock runs behind the archive, or when it leapt ahead by more than a year; --clock-is-right
      says that it is right as it is.

      Example:
        minbar retention run --format json
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Flag(help: "The clock is right, whatever the archive remembers.") var clockIsRight = false
  @Flag(help: "Work out monthly figures and counts of comments anew, where 'minbar doctor' asks for it.")
  var recount = false

  func run() throws {
    let workspace = places.workspace
    let outcome = try workspace.runRetention(clockIsRight: clockIsRight, notice: Output.complain)
    if recount { try workspace.recount(notice: Output.complain) }
    if output.isJSON { try Output.json(outcome) } else { Output.line(Self.text(outcome)) }
    if outcome.postponed != nil { throw ExitCode(1) }
  }

  private static func text(_ outcome: RetentionOutcome) -> String {
    if let postponed = outcome.postponed { return "Nothing was deleted: \(postponed)." }
    if outcome.isEmpty { return "Nothing has expired." }
    return """
      Words and readings of \(outcome.comments) comments went (\(outcome.readBefore) were read first); they stay counted.
      Rows of comments that went: \(outcome.rows). Stories that went: \(outcome.stories).
      Files that went from the spool: \(outcome.spoolFiles).
      """
  }
}
