import ArgumentParser
import Workflows

struct ImportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports", abstract: "What was taken in, and how to take it out again.",
    discussion: """
      Example:
        minbar imports undo 12
      """,
    subcommands: [ImportsListCommand.self, ImportsShowCommand.self, ImportsDiffCommand.self, ImportsUndoCommand.self],
    defaultSubcommand: ImportsListCommand.self)
}

struct ImportsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists imports, oldest first.",
    discussion: """
      Example:
        minbar imports list --format json
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let imports = try places.workspace.imports()
    if output.isJSON { return try Output.json(imports) }
    var table = TextTable(["no.", "received (UTC)", "creator", "format", "period", "rows", "file"])
    for entry in imports {
      let creators = Set(entry.files.compactMap(\.creator)).sorted()
      table.add([
        String(entry.number), entry.receivedAt, creators.joined(separator: " "),
        Set(entry.files.map(\.format)).sorted().joined(separator: " "), entry.files.compactMap(\.period).first ?? "",
        String(entry.files.map { $0.accepted + $0.unchanged + $0.restated }.reduce(0, +)), entry.name,
      ])
    }
    Output.line(table.text)
  }
}

struct ImportsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows the receipt of one import with all its problems.",
    discussion: """
      Example:
        minbar imports show 12
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Argument(help: "Number of the import.") var number: Int64

  func run() throws {
    let imports = try places.workspace.imports(only: number)
    if output.isJSON { return try Output.json(imports) }
    let writer = ReceiptWriter(words: try places.workspace.sentences(language.code))
    for entry in imports {
      Output.line("import \(entry.number), \(entry.receivedAt): \(entry.name)\nSHA-256 \(entry.sha256)")
      for file in entry.files { Output.line(writer.file(file)) }
    }
  }
}

struct ImportsUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes an import out again; what others say stays.",
    discussion: """
      Example:
        minbar imports undo 12
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "Number of the import.") var number: Int64

  func run() throws {
    try places.workspace.undoImport(number, notice: Output.complain)
    Output.line("Import \(number) is taken out.")
  }
}
