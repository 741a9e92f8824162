import ArgumentParser
import Workflows

struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "What people typed in: figures off screens, and the cards of talks.",
    discussion: """
      These figures are in no sum and no chart; pages show them apart. 'minbar template' makes the forms to fill in.

      Examples:
        minbar figures by-hand --creator K01
        minbar figures cards --language ru
      """,
    subcommands: [FiguresByHandCommand.self, FiguresCardsCommand.self], defaultSubcommand: FiguresByHandCommand.self)
}

/// What both lists are asked for with.
struct HandRecordOptions: ParsableArguments {
  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @OptionGroup var language: SpeakerOption
  @Option(help: "Only of this creator.") var creator: String?

  func writer() throws -> HandRecordWriter {
    HandRecordWriter(words: try places.workspace.sentences(language.code))
  }
}

struct FiguresByHandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "by-hand", abstract: "Lists the figures that were typed in, with who did it and what shows them.",
    discussion: """
      Of several about the same days the one of the newest import is listed.

      Example:
        minbar figures by-hand --format json
      """)

  @OptionGroup var options: HandRecordOptions

  func run() throws {
    let figures = try options.places.workspace.handFigures(of: options.creator)
    if options.output.isJSON { return try Output.json(figures) }
    let writer = try options.writer()
    guard !figures.isEmpty else { return Output.line(writer.none) }
    var table = TextTable(writer.figureHeader)
    for figure in figures { table.add(writer.row(figure)) }
    Output.line(table.text)
  }
}

struct FiguresCardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards", abstract: "Lists the cards of talks, and how many talks have one.",
    discussion: """
      Example:
        minbar figures cards --creator K01
      """)

  @OptionGroup var options: HandRecordOptions

  func run() throws {
    let cards = try options.places.workspace.talkCards(of: options.creator)
    if options.output.isJSON { return try Output.json(cards) }
    let writer = try options.writer()
    Output.line(writer.coverage(cards))
    guard !cards.cards.isEmpty else { return }
    var table = TextTable(writer.cardHeader)
    for card in cards.cards { table.add(writer.row(card)) }
    Output.line(table.text)
  }
}
