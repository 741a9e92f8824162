import ArgumentParser
import Foundation
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
      LexiconPreviewCommand.self, LexiconPublishCommand.self, LexiconVersionsCommand.self, LexiconRestoreCommand.self,
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
  @Option(help: "A file with the text, instead of the text itself.", completion: .file()) var file: String?
  @Argument(help: "The text.") var text: String?

  func validate() throws {
    guard (file == nil) != (text == nil) else { throw ValidationError("give a text, or --file with one") }
  }

  func run() throws {
    let words = try file.map { String(decoding: try Data(contentsOf: URL(filePath: $0)), as: UTF8.self) } ?? text
    for step in try places.workspace.tryLexicon(words ?? "", kind: kind) { Output.line(step) }
  }
}
