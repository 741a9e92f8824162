import ArgumentParser
import Records
import Workflows

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "Which files are read, and what columns of unknown tables mean.",
    discussion: """
      Example:
        minbar formats map "Таблица.csv" --column "Көрүүлөр=views"
      """,
    subcommands: [
      FormatsListCommand.self, FormatsMapCommand.self, FormatsMappingsCommand.self, FormatsForgetCommand.self,
      FormatsRolesCommand.self,
    ], defaultSubcommand: FormatsListCommand.self)
}

struct FormatsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists every format that is read, with the columns it needs.",
    discussion: """
      Example:
        minbar formats list
      """)

  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption

  func run() throws {
    if output.isJSON { return try Output.json(Workspace.formats) }
    let writer = try language.formatWriter(Workspace.current(places: Places()))
    var table = TextTable(writer.header("format", "title", "needs"))
    for format in Workspace.formats { table.add(writer.row(format)) }
    Output.line(table.text)
  }
}

struct FormatsRolesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", abstract: "Lists what a column can mean.",
    discussion: """
      Example:
        minbar formats roles
      """)

  @OptionGroup var language: SpeakerOption

  func run() throws {
    let writer = try language.formatWriter(Workspace.current(places: Places()))
    var table = TextTable(writer.header("role", "title"))
    for role in ColumnRoles.all { table.add(writer.row(role)) }
    Output.line(table.text)
  }
}

struct FormatsMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Says once what the columns of a table mean; every file with this header is read so.",
    discussion: """
      Without --column it shows the columns, three cells of each, and what is known of them. The answer is kept for the
      header, whatever the order of its columns. Then hand the file in again.

      Examples:
        minbar formats map "Таблица.csv"
        minbar formats map "Таблица.csv" --column "Мазмун=content" --column "Көрүүлөр=views" --column "Киреше=ignored"
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Argument(help: "A table, or the zip it lies in.", completion: .file()) var file: String
  @Option(
    name: .customLong("column"),
    help: "NAME=MEANING; may be given several times. 'minbar formats roles' lists meanings.")
  var columns: [ColumnArgument] = []

  func run() throws {
    let tables = try places.workspace.tables(in: file)
    if columns.isEmpty { return try show(tables) }
    let roles = Dictionary(columns.map { ($0.name, $0.role) }) { $1 }
    let names = Set(roles.keys)
    guard
      let table = tables.first(where: { table in
        names.isSubset(of: table.columns.flatMap { [$0.name, $0.key] })
      }) ?? tables.first
    else { return }
    try places.workspace.map(table, roles: roles)
    Output.line(try language.formatWriter(places.workspace).kept(table))
  }

  private func show(_ tables: [TableListing]) throws {
    if output.isJSON { return try Output.json(tables) }
    let writer = try language.formatWriter(places.workspace)
    for table in tables {
      Output.line(writer.title(table))
      var text = TextTable(writer.header("column", "role", "cells"))
      for column in table.columns {
        text.add([column.name, column.role ?? "?", column.samples.joined(separator: " | ")])
      }
      Output.line(text.text)
    }
  }
}

/// `NAME=MEANING`, cut at the last `=`.
struct ColumnArgument: ExpressibleByArgument {
  let name: String
  let role: String

  init?(argument: String) {
    guard let mark = argument.lastIndex(of: "=") else { return nil }
    name = String(argument[..<mark])
    role = String(argument[argument.index(after: mark)...])
    if name.isEmpty || role.isEmpty { return nil }
  }
}

struct FormatsMappingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mappings", abstract: "Lists what was said about unknown headers.",
    discussion: """
      Example:
        minbar formats mappings
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption

  func run() throws {
    let mappings = try places.workspace.columnMappings()
    if output.isJSON { return try Output.json(mappings) }
    for mapping in mappings {
      let columns = mapping.columns.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      Output.line("\(mapping.signature): " + columns.joined(separator: ", "))
    }
    if mappings.isEmpty { Output.line(try language.formatWriter(places.workspace).none) }
  }
}

struct FormatsForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Forgets what was said about a header; what was taken in stays.",
    discussion: """
      Example:
        minbar formats forget 1f0c9a77d2b3e456
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var language: SpeakerOption
  @Argument(help: "The header, as 'minbar formats mappings' shows it.") var signature: String

  func run() throws {
    try places.workspace.forgetMapping(signature)
    Output.line(try language.formatWriter(places.workspace).forgotten)
  }
}

extension SpeakerOption {
  fileprivate func formatWriter(_ workspace: Workspace) throws -> FormatWriter {
    FormatWriter(words: try workspace.sentences(code))
  }
}
