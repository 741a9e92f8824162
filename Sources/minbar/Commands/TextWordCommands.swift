import ArgumentParser
import Workflows

struct TextFormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms", abstract: "Whether words are inflected forms of lemmas: lemma TAB form in, 1 or 0 behind.",
    discussion: """
      Prints each line again with a TAB and 1 (an inflected form, by the morphology alone) or 0. Further columns and empty
      lines stay. Lines without a TAB are named on standard error, nothing is printed for them, and the exit code is 1.
      Uzbek may come in either script.

      Example:
        printf 'мектеп\\tмектептерге\\n' | minbar text forms --language ky
      """)

  @Option(help: "Language of the words: ky, ru or uz.") var language: FormLanguage
  @Flag(help: "Words made from the lemma count too.") var derivation = false
  @OptionGroup var options: FilterOptions

  func run() throws {
    try options.run(.forms(options.places.workspace.makeTextEngine(), language, derivation: derivation))
  }
}

struct TextConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Writes Uzbek words in the other script; everything else stays byte for byte.",
    discussion: """
      Latin is that of 1995, with ʻ (U+02BB) in oʻ and gʻ and ʼ (U+02BC) elsewhere; any apostrophe is understood. Words of
      other languages, links, mentions, hashtags and Roman numerals stay.

      Example:
        echo 'Ўзбекистон АҚШ билан' | minbar text convert --to uz-Latn
      """)

  @Option(help: "The script to write: uz-Latn or uz-Cyrl.") var to: UzbekWriting
  @OptionGroup var options: FilterOptions

  func run() throws { try options.run(.conversion(options.places.workspace.makeTextEngine(), to: to)) }
}

struct TextRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Gives Kyrgyz typed without ү ө ң its letters back, where that is certain.",
    discussion: """
      Words of other languages stay byte for byte, and so does a line whose writer has the letters and uses them.

      Example:
        echo 'Кыздар учун билим керек' | minbar text restore --language ky
      """)

  @Option(help: "Language of the text: ky.") var language: RestoredLanguage
  @OptionGroup var options: FilterOptions

  func run() throws { try options.run(.restoration(options.places.workspace.makeTextEngine(), of: language)) }
}

extension FormLanguage: ExpressibleByArgument {}
extension UzbekWriting: ExpressibleByArgument {}
extension RestoredLanguage: ExpressibleByArgument {}
