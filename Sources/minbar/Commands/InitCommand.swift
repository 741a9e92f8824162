import ArgumentParser
import Workflows

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes the data directory, the keys and an empty archive.",
    discussion: """
      Running it again changes nothing.

      Example:
        minbar init --time-zone Asia/Tashkent
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  @Option(help: "Time zone in which months are counted (default: Asia/Bishkek).")
  var timeZone: String?

  func run() throws {
    let outcome = try places.workspace.setUp(timeZone: timeZone)
    if output.isJSON { return try Output.json(outcome) }
    Output.line(outcome.wasThere ? "Already there." : "Ready.")
    Output.line("Data:      \(outcome.home)")
    Output.line("Keys:      \(outcome.keys)")
    Output.line("Time zone: \(outcome.timeZone)")
    if !outcome.wasThere {
      Output.line(
        """

        Keep a sealed copy of the keys in another place: without them every comment is unreadable, which is what
        protects the people who wrote them when this machine is lost.
        Next: minbar creators import creators.csv
        """)
    }
  }
}
