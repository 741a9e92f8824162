import ArgumentParser
import Workflows

struct ImportsDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Shows what an import changed, or what two imports say differently.",
    discussion: """
      With one number: its numbers beside all that came before. With two: what the second says that the first did not.
      A number of the same days that is another one now was restated by the platform; what was reported first is kept. A
      lifetime number that fell was corrected by the platform; the difference of its month holds the fall, and reports say so.

      Examples:
        minbar imports diff 12
        minbar imports diff 7 12
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Argument(help: "Number of the import.") var number: Int64
  @Argument(help: "Number of a later import to compare it with.") var other: Int64?

  func run() throws {
    let workspace = places.workspace
    let diff = try workspace.diffImports(number, other)
    if output.isJSON { return try Output.json(diff) }
    let writer = DiffWriter(words: try workspace.sentences(language.code))
    if diff.rows.isEmpty {
      Output.line(writer.nothing)
    } else {
      var table = TextTable(writer.countHeader)
      for row in diff.rows { table.add(writer.row(row)) }
      Output.line(table.text)
    }
    for line in writer.posts(diff) { Output.line("\n" + line) }
    showChanges(diff, writer)
  }

  private func showChanges(_ diff: ImportDiff, _ writer: DiffWriter) {
    guard !diff.changes.isEmpty else { return }
    var table = TextTable(writer.changeHeader)
    for change in diff.changes { table.add(writer.row(change)) }
    Output.line("\n" + table.text)
    if let more = writer.more(diff) { Output.line(more) }
  }
}
