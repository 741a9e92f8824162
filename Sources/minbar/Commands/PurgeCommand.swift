import ArgumentParser
import Records
import Workflows

struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Deletes for good: what came before a day, a creator, a post, an import, or everything.",
    discussion: """
      Rows go from the database, from its log and from its free room; reports and half uploads in the data directory go
      too and can be made again. There is no way back: look with --dry-run first. By a clock that runs behind the archive, or
      leapt ahead by more than a year, nothing is deleted; --clock-is-right says that it is right as it is.

      Examples:
        minbar purge --post dQw4w9WgXcQ --dry-run
        minbar purge --before 2026-01-01
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Option(help: "Everything that was received before this day (YYYY-MM-DD).") var before: Day?
  @Option(help: "A creator by code, with posts, numbers, talks, comments and the sealed name.") var creator: String?
  @Option(help: "A post by id, short code or link.") var post: String?
  @Option(name: .customLong("import"), help: "An import by number.") var importNumber: Int64?
  @Flag(help: "Everything but keys and settings.") var all = false
  @Flag(help: "Only count what would go.") var dryRun = false
  @Flag(help: "The clock is right, whatever the archive remembers.") var clockIsRight = false

  private func request() throws -> PurgeRequest {
    let asked = [
      before.map(PurgeRequest.before), creator.map(PurgeRequest.creator), post.map(PurgeRequest.post),
      importNumber.map(PurgeRequest.importNumber), all ? .everything : nil,
    ].compactMap { $0 }
    guard let request = asked.first, asked.count == 1 else {
      throw ValidationError("say one of --before DAY, --creator CODE, --post ID, --import NUMBER, --all")
    }
    return request
  }

  func run() throws {
    let receipt = try places.workspace.purge(
      try request(), isRehearsal: dryRun, clockIsRight: clockIsRight, notice: Output.complain)
    if output.isJSON { return try Output.json(receipt) }
    Output.line(Self.text(receipt))
  }

  private static func text(_ receipt: PurgeReceipt) -> String {
    var lines = [receipt.isRehearsal ? "Would delete (nothing was changed):" : "Deleted for good:"]
    lines += receipt.removed.map { "  \($0.count) \($0.what)" }
    if receipt.files > 0 { lines.append("  \(receipt.files) files (reports, half uploads)") }
    if lines.count == 1 { lines.append("  nothing") }
    if receipt.talliesKept > 0 {
      lines.append("\(receipt.talliesKept) expired comments stay as part of counts that cannot be taken apart.")
    }
    if !receipt.isRehearsal { lines += ["Still to do by hand:"] + receipt.stillToDo.map { "  - " + $0 } }
    return lines.joined(separator: "\n")
  }
}
