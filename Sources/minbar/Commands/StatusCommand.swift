import ArgumentParser
import Records
import Workflows

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "How much there is, what waits to be read, and which files a month still lacks.",
    discussion: """
      --month lists for each account which exports are there and which are missing; a snapshot of lifetime numbers counts
      for a month when it was taken within four days of its end. --reminders prints a short message for each creator in
      their own language, ready to be pasted; it names neither person nor programme.

      Examples:
        minbar status
        minbar status --month 2026-10 --language ru
        minbar status --month 2026-10 --reminders
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Option(help: "Show what is missing for this month, YYYY-MM.") var month: Month?
  @Flag(help: "Print a message for each creator who has not sent everything (with --month, or for last month).")
  var reminders = false

  func run() throws {
    let workspace = places.watchfulWorkspace
    if let month = try month ?? (reminders ? workspace.lastWholeMonth() : nil) { return try show(month, workspace) }
    try showAll(workspace)
  }

  private func show(_ month: Month, _ workspace: Workspace) throws {
    let collection = try workspace.collection(month)
    guard reminders else {
      if output.isJSON { return try Output.json(collection) }
      return Output.line(CollectionWriter(words: try workspace.sentences(language.code)).full(collection))
    }
    let messages = try workspace.reminders(collection)
    if output.isJSON { return try Output.json(messages) }
    for message in messages { Output.line("== \(message.creator) (\(message.language))\n\(message.text)\n") }
    if messages.isEmpty {
      Output.line(CollectionWriter(words: try workspace.sentences(language.code)).missing(collection))
    }
  }

  private func showAll(_ workspace: Workspace) throws {
    let status = try workspace.status(fingerprint: try workspace.readingFingerprint())
    if output.isJSON { return try Output.json(status) }
    let months = status.firstMonth.map { "\($0) to \(status.lastMonth ?? $0)" } ?? "none yet"
    Output.line(
      """
      Creators:      \(status.creators)
      Imports:       \(status.imports)
      Posts:         \(status.posts) (\(status.transcripts) transcripts)
      Comments:      \(status.comments)
      Numbers:       \(status.observations)
      By hand:       \(status.figuresByHand) figures; \(status.talkCards) of \(status.talks) talks have a card
      Months:        \(months), counted in \(status.timeZone)
      Waiting:       \(status.postsToRead) posts to read ('minbar analyse' or any report reads them)
      Data:          \(status.home)
      """)
  }
}
