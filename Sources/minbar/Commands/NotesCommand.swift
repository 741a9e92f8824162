import ArgumentParser
import Records
import Workflows

struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "Notes beside figures (\"on leave\", \"account blocked\") that print with them.",
    discussion: """
      Example:
        minbar notes add views/K01/2026-10 "account blocked 3 to 17 October"
      """,
    subcommands: [NotesAddCommand.self, NotesListCommand.self, NotesRemoveCommand.self],
    defaultSubcommand: NotesListCommand.self)
}

struct NotesAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Writes a note beside a figure. Its words are sealed; it stays when files come and go.",
    discussion: """
      Use codes, no names. A shareable note stands on the author's own page; beside figures of several authors also in
      packages for readers outside. All others stay in the house. It goes when the author is purged.

      Example:
        minbar notes add views/K01/2026-10 "account blocked 3 to 17 October" --shareable
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "Id of the figure, such as views/K01/2026-10; the last part of the dashboard lists them.")
  var figure: String
  @Argument(help: "The note, on one line.") var text: String
  @Flag(help: "May stand on the author's page and in packages.") var shareable = false

  func run() throws {
    let note = try places.workspace.addNote(text, to: figure, isShareable: shareable, notice: Output.complain)
    if output.isJSON { return try Output.json(note) }
    Output.line("Note \(note.number) stands beside \(note.figure).")
  }
}

struct NotesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists notes, by month and figure.",
    discussion: """
      Example:
        minbar notes list --month 2026-10
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Option(help: "The month, YYYY-MM (default: all).") var month: Month?

  func run() throws {
    let notes = try places.workspace.notes(in: month)
    if output.isJSON { return try Output.json(notes) }
    var table = TextTable(["no.", "figure", "shareable", "note"])
    for note in notes { table.add([String(note.number), note.figure, note.isShareable ? "yes" : "no", note.text]) }
    Output.line(table.text)
  }
}

struct NotesRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes a note.",
    discussion: """
      Example:
        minbar notes remove 3
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "Number of the note.") var number: Int64

  func run() throws {
    try places.workspace.removeNote(number, notice: Output.complain)
    Output.line("Note \(number) is removed.")
  }
}
