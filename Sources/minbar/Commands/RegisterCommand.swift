import ArgumentParser
import Records
import Workflows

extension RegisterKind: ExpressibleByArgument {}

struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "What staff keep beside platform numbers: surveys, trainings, events, incidents, change stories.",
    discussion: """
      'minbar template trainings' makes the form. A row with the same code and group as an earlier one replaces it; the
      earlier one stays as history. 'minbar imports undo' takes a file out again.

      Examples:
        minbar register import trainings.xlsx
        minbar register list trainings --month 2026-10
        minbar register export trainings -o trainings-2026.xlsx
      """,
    subcommands: [RegisterListCommand.self, RegisterImportCommand.self, RegisterExportCommand.self],
    defaultSubcommand: RegisterListCommand.self)
}

struct RegisterListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the rows of a register that are in force.",
    discussion: """
      Example:
        minbar register list incidents --month 2026-10 --format json
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "surveys, trainings, events, incidents or stories.") var kind: RegisterKind
  @Option(help: "The month, YYYY-MM (default: all).") var month: Month?
  @Flag(help: "Earlier versions of rows too.") var history = false

  func run() throws {
    let rows = try places.workspace.registerRows(kind, in: month, withHistory: history)
    if output.isJSON { return try Output.json(rows) }
    guard !rows.isEmpty else { return Output.line("No rows.") }
    let fields = kind.fields.filter { ![.code, .day, .creator, .story].contains($0) }
    var table = TextTable(
      ["code", "day"] + fields.map(\.rawValue) + ["creator", "source"] + (history ? ["in force"] : []))
    for row in rows {
      let source = row.importNumber.map { "import \($0), row \(row.row)" } ?? "confirmed by \(row.madeBy ?? "")"
      table.add(
        [row.code, row.day] + fields.map { row.values[$0.rawValue] ?? "" } + [row.creator ?? "", source]
          + (history ? [row.isInForce ? "yes" : "no"] : []))
    }
    Output.line(table.text)
  }
}

struct RegisterImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes filled forms in; 'minbar ingest' knows them too.",
    discussion: """
      Example:
        minbar register import trainings.xlsx
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Argument(help: "Files as XLSX or CSV.", completion: .file()) var files: [String]

  func run() throws {
    let workspace = places.workspace
    let words = try workspace.sentences(language.code)
    let outcome = try IngestWorkflow(workspace).ingest(files)
    if output.isJSON { try Output.json(outcome) } else { Output.line(ReceiptWriter(words: words).text(outcome)) }
    if outcome.hasProblems { throw ExitCode(1) }
  }
}

struct RegisterExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes a register as XLSX or CSV, to correct it and hand it in again.",
    discussion: """
      Stories are written with their words: keep the file as you keep their consents.

      Example:
        minbar register export trainings --month 2026-10 --language ru -o trainings.xlsx
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "surveys, trainings, events, incidents or stories.") var kind: RegisterKind
  @Option(help: "The month, YYYY-MM (default: all).") var month: Month?
  @Option(help: "Language: en, ru, ky or uz (default: that of LC_ALL or LANG, else en).") var language:
    TemplateLanguage?
  @Option(name: [.customLong("output"), .customShort("o")], help: "The file to write: .xlsx or .csv.") var file: String

  func run() throws {
    let spoken = SpeakerLanguage.current()
    let code = language?.rawValue ?? (spoken == "uz-Cyrl" ? "uz" : spoken)
    let count = try places.workspace.exportRegister(kind, in: month, language: code, to: file)
    Output.line("\(file): \(count) rows")
  }
}
