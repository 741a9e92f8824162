import ArgumentParser
import Records
import Workflows

struct CodingRoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Draws texts that two people code on the website.",
    discussion: """
      With --month, a draw as 'minbar coding sample' makes it. With --objections, the sentences in which a creator says
      that what was found is wrong. The two are code names of accounts ('minbar users list').

      Example:
        minbar coding round --month 2026-10 --size 200 --first A1 --second B2
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Option(help: "The month, YYYY-MM.") var month: Month?
  @Flag(help: "What creators objected to, instead of a month.") var objections = false
  @Option(help: "How many texts, at least 10.") var size: Int = 200
  @Option(help: "Code name of the first coder.") var first: String
  @Option(help: "Code name of the second coder.") var second: String

  func validate() throws {
    guard (10...5_000).contains(size) else { throw ValidationError("--size \(size): use 10 to 5000") }
    guard (month != nil) != objections else { throw ValidationError("say either --month or --objections") }
  }

  func run() throws {
    let line = ProgressLine()
    let outcome = try places.workspace.makeRound(
      RoundOptions(month: month, size: size, coders: [first, second]), notice: Output.complain,
      progress: { line.show("Reading \($0) of \($1) posts", done: $0, of: $1) })
    line.clear()
    if output.isJSON { return try Output.json(outcome) }
    Output.line(
      "Round \(outcome.round): \(outcome.texts) texts (\(outcome.comments) comments), to be coded on the website.")
  }
}

struct CodingTextsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "texts", abstract: "Opens texts of a round for the website.",
    discussion: """
      What leads to a person is taken out of them; nothing says whose they are.

      Example:
        minbar coding texts 1 --place 1 --place 2
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "The round's number.") var round: Int64
  @Option(help: "A place in the first coder's order; may be repeated.") var place: [Int] = []

  func run() throws { try Output.json(try places.workspace.roundTexts(round, at: place)) }
}

struct CodingDeliverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver", abstract: "Takes codes that were given on the website over into the archive.",
    discussion: """
      The website does so by itself; this is for a website that was closed before it could.

      Example:
        minbar coding deliver
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let outcome = try places.workspace.deliverCoding(notice: Output.complain)
    if output.isJSON { return try Output.json(outcome) }
    Output.line("Kept \(outcome.kept) codings; \(outcome.gone) were about texts that are gone.")
  }
}
