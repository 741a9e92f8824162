import ArgumentParser
import Workflows

struct TextTagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Language, themes with stance, sentiment, response, alerts of each line, as NDJSON.",
    discussion: """
      Example:
        echo 'Кыздарды окутуш керек' | minbar text tag --kind talk
      """)

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var options: FilterOptions

  func run() throws { try options.run(.tags(options.places.workspace.makeTextEngine(), reading.shape())) }
}

struct TextLanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "Language of each line and of the spans in it, as NDJSON.",
    discussion: """
      Example:
        echo 'рахмат, очень полезно' | minbar text language
      """)

  @OptionGroup var reading: ReadingOptions
  @Flag(help: "Print the text too.") var withText = false
  @OptionGroup var options: FilterOptions

  func run() throws { try options.run(.language, reading, withText: withText) }
}

struct TextSentencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences", abstract: "Sentences of each line with their languages, as NDJSON.",
    discussion: """
      Example:
        echo 'Салам. Кыздар да окусун!' | minbar text sentences --kind talk --with-text
      """)

  @OptionGroup var reading: ReadingOptions
  @Flag(help: "Print the text of each sentence too.") var withText = false
  @OptionGroup var options: FilterOptions

  func run() throws { try options.run(.sentences, reading, withText: withText) }
}

struct TextWordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Words and other tokens of each line, with form and language, as NDJSON.",
    discussion: """
      Kinds: word, number, punctuation, emoji, link, mention, hashtag, timestamp, placeholder. Words have a form (small
      letters, apostrophes and look-alikes unified, lengthened letters folded) and a language.

      Example:
        echo "O'QITUVCHI 5 китеп берди 👍" | minbar text words
      """)

  @OptionGroup var reading: ReadingOptions
  @Flag(help: "Print each word as it was written too.") var withText = false
  @OptionGroup var options: FilterOptions

  func run() throws { try options.run(.words, reading, withText: withText) }
}

extension FilterOptions {
  fileprivate func run(_ output: SurfaceOutput, _ reading: ReadingOptions, withText: Bool) throws {
    try run(.surface(places.workspace.makeTextEngine(), output, reading.shape(showsText: withText)))
  }
}
