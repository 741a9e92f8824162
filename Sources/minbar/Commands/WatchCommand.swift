import ArgumentParser
import Workflows

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Takes in what appears in a folder, such as a synchronised drive, until Ctrl-C.",
    discussion: """
      A file is taken in once it has not changed for some seconds; names of unfinished downloads wait. Files that are
      there already are taken in first. Ctrl-C ends after the file that is being read; nothing is taken in by halves.

      Example:
        minbar watch ~/Drive/Exports
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Argument(help: "The folder to watch, with all folders in it.", completion: .directory) var folder: String
  @Option(help: "Seconds between two looks.") var interval: Double = 2
  @Option(help: "Seconds for which a file must not have changed.") var settle: Double = 5
  @Option(help: "Whose these files are, where they cannot tell.") var creator: String?

  func validate() throws {
    guard interval > 0, settle >= 0 else { throw ValidationError("--interval must be above 0, --settle at least 0") }
  }

  func run() throws {
    let places = places
    let words = ReceiptWriter(words: try places.workspace.sentences(language.code))
    let workflow = try WatchWorkflow(
      folder: folder, interval: interval, settle: settle, options: IngestOptions(creator: creator),
      workspace: { places.workspace })
    try workflow.run(
      receipt: { outcome in
        if output.isJSON { try Output.json(outcome) } else { Output.line(words.text(outcome)) }
      }, notice: Output.complain)
  }
}
