import ArgumentParser
import Foundation
import Records
import Workflows

struct HeldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "held",
    abstract: "Files that wait for a person: whose they are, what their columns mean, what to type in.",
    discussion: """
      'minbar ingest --hold', and the desk, keep such files sealed for as long as originals are kept ('minbar settings
      spool-days', at most 7 days).

      Example:
        minbar held
      """,
    subcommands: [
      HeldListCommand.self, HeldShowCommand.self, HeldTakeCommand.self, HeldMapCommand.self, HeldPictureCommand.self,
      HeldDropCommand.self,
    ], defaultSubcommand: HeldListCommand.self)
}

struct HeldListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the files that wait, with what each waits for.",
    discussion: """
      Example:
        minbar held list
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let files = try places.workspace.heldFiles()
    if output.isJSON { return try Output.json(files) }
    var table = TextTable(["id", "waits for", "until", "name"])
    for file in files { table.add([file.id, file.reason.rawValue, file.until, file.name]) }
    Output.line(files.isEmpty ? "None." : table.text)
  }
}

struct HeldShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one file that waits; of its tables, names of columns and cells that are no texts.",
    discussion: """
      Example:
        minbar held show 1f0c9a77d2b3e456 --format json
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "The file, as 'minbar held' shows it.") var id: String

  func run() throws {
    let file = try places.workspace.heldFile(show: id)
    if output.isJSON { return try Output.json(file) }
    Output.line("\(file.name): waits for \(file.reason.rawValue) until \(file.until)")
    if !file.candidates.isEmpty { Output.line("could be of: " + file.candidates.joined(separator: ", ")) }
    for listing in file.tables ?? [] {
      var text = TextTable(["column", "meaning", "cells"])
      for column in listing.columns {
        text.add([column.key, column.role ?? "?", column.samples.joined(separator: " | ")])
      }
      Output.line(text.text)
    }
  }
}

struct HeldTakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Reads files that waited again, with what was decided.",
    discussion: """
      Example:
        minbar held take 1f0c9a77d2b3e456 --creator K01
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Argument(help: "Files, as 'minbar held' shows them.") var ids: [String]
  @Option(help: "Whose these files are.") var creator: String?

  func run() throws { try HeldReading(places, output, language).read(ids, creator: creator) }
}

struct HeldMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Says what columns of a table mean, then reads every waiting file with this header.",
    discussion: """
      The answer is kept for the header, like that of 'minbar formats map'. Columns are named as 'minbar held show' prints
      them; 'minbar formats roles' lists meanings.

      Example:
        minbar held map 1f0c9a77d2b3e456 --column "көрүүлөр=views" --column "киреше=ignored"
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Argument(help: "The file, as 'minbar held' shows it.") var id: String
  @Option(name: .customLong("column"), help: "NAME=MEANING; may be given several times.") var columns: [ColumnArgument]

  func run() throws {
    let roles = Dictionary(columns.map { ($0.name, $0.role) }) { $1 }
    let ids = try places.workspace.mapHeld(id, roles: roles)
    try HeldReading(places, output, language).read(ids, creator: nil)
  }
}

struct HeldPictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: "Writes a picture that waits to be typed in to standard output.",
    discussion: """
      Example:
        minbar held picture 1f0c9a77d2b3e456 > picture.png
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "The file, as 'minbar held' shows it.") var id: String

  func run() throws { try places.workspace.heldPicture(id) { try FileHandle.standardOutput.write(contentsOf: $0) } }
}

struct HeldDropCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Lets a file that waits go: it was typed in, or is not needed.",
    discussion: """
      Example:
        minbar held drop 1f0c9a77d2b3e456
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "The file, as 'minbar held' shows it.") var id: String

  func run() throws {
    try places.workspace.dropHeld(id)
    Output.line("Gone.")
  }
}

/// Reads kept files and shows the receipt.
private struct HeldReading {
  let places: PlaceOptions
  let output: FormatOption
  let language: SpeakerOption

  init(_ places: PlaceOptions, _ output: FormatOption, _ language: SpeakerOption) {
    self.places = places
    self.output = output
    self.language = language
  }

  func read(_ ids: [String], creator: String?) throws {
    let line = ProgressLine()
    let workspace = places.workspace
    let words = try workspace.sentences(language.code)
    let workflow = try IngestWorkflow(
      workspace, options: IngestOptions(creator: creator, keepsHeld: true), progress: { line.show($0) })
    let outcome = try workflow.ingestHeld(ids)
    line.clear()
    if output.isJSON { try Output.json(outcome) } else { Output.line(ReceiptWriter(words: words).text(outcome)) }
    if outcome.hasProblems { throw ExitCode(1) }
  }
}
