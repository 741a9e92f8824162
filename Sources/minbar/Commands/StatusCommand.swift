import ArgumentParser
import Workflows

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "How much there is, and what waits to be read.",
    discussion: """
      Example:
        minbar status --format json
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let workspace = places.workspace
    let status = try workspace.status(fingerprint: try workspace.makeReadingEngine().fingerprint)
    if output.isJSON { return try Output.json(status) }
    let months = status.firstMonth.map { "\($0) to \(status.lastMonth ?? $0)" } ?? "none yet"
    Output.line(
      """
      Creators:      \(status.creators)
      Imports:       \(status.imports)
      Posts:         \(status.posts) (\(status.transcripts) transcripts)
      Comments:      \(status.comments)
      Numbers:       \(status.observations)
      Months:        \(months), counted in \(status.timeZone)
      Waiting:       \(status.postsToRead) posts to read ('minbar analyse' or any report reads them)
      Data:          \(status.home)
      """)
  }
}
