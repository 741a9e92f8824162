import ArgumentParser
import Workflows

extension FormKind: ExpressibleByArgument {}

/// The languages that forms are written in; their readers know the words of all.
enum TemplateLanguage: String, ExpressibleByArgument, CaseIterable {
  case en, ru, ky, uz
}

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Makes a workbook to fill in: figures off screens, cards of talks, creators, registers.",
    discussion: """
      The names of the columns are in the language asked for, drop-down lists offer what may stand in a cell, one row is
      an example that is left out when the file is read, and a second sheet says how to fill it in.

      Examples:
        minbar template figures --language ru -o figures.xlsx
        minbar template talk-card --language ky -o cards.xlsx
        minbar template creators -o creators.xlsx
        minbar template trainings --language ru -o trainings.xlsx
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "figures, talk-card, creators, surveys, trainings, events, incidents or stories.") var kind: FormKind
  @Option(help: "Language: en, ru, ky or uz (default: that of LC_ALL or LANG, else en).") var language:
    TemplateLanguage?
  @Option(
    name: [.customLong("output"), .customShort("o")], help: "The workbook to write; there must be no such file yet.")
  var file: String

  func run() throws {
    let spoken = SpeakerLanguage.current()
    let code = language?.rawValue ?? (spoken == "uz-Cyrl" ? "uz" : spoken)
    try places.workspace.writeForm(kind, language: code, to: file)
    Output.line(file)
  }
}
