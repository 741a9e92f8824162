import ArgumentParser
import Records
import Workflows

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "For those who write lexicons: check the files, try a text, find missing words, compare two lexicons.",
    discussion: """
      Example:
        minbar lexicon try "Кыздарды окутуш керек"
      """,
    subcommands: [
      LexiconCheckCommand.self, LexiconTryCommand.self, LexiconSuggestCommand.self, LexiconDiffCommand.self,
    ])
}

struct LexiconTryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try", abstract: "Shows how a text is read: words, entries, operators, verdicts.",
    discussion: """
      Example:
        minbar lexicon try --kind comment "Рахмат устаз, кызымды мектепке кайра бердим"
      """)

  @OptionGroup var places: PlaceOptions
  @Option(help: "What the text is: talk or comment.") var kind: TextKind = .talk
  @Argument(help: "The text.") var text: String

  func run() throws {
    for step in try places.workspace.tryLexicon(text, kind: kind) { Output.line(step) }
  }
}
