import ArgumentParser
import Records
import Workflows

struct LexiconSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Words that the lexicon lacks and that are key for some sentences.",
    discussion: """
      Reads texts line by line as 'minbar text tag' does and compares sentences of positive texts, of negative texts and \
      without a theme ("uncovered") with all other sentences of the language. A word is listed when the lexicon lacks it, \
      it stands there often enough, in two texts at least, more often than in the rest, and its log-likelihood exceeds \
      15.13 (p < .0001); log ratio 1 means twice as often, 2 four times.

      Columns: language, group, word, count, texts, rest, g2, log ratio, example.

      Example:
        minbar lexicon suggest --language ky --minimum 3 comments.ndjson
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Option(help: "Field of JSON lines that names the group of a text; else the sentiment that is read.")
  var label: String?
  @Option(help: "Only words of this language: ky, ru or uz.") var language: WordLanguage?
  @Option(help: "Least occurrences in the group.") var minimum = 5
  @Option(help: "Most words for each language and group.") var limit = 50
  @Option(help: "What plain lines are: talk or comment.") var kind: TextKind = .comment
  @Flag(help: "Read the programme's own talks instead of files.") var talks = false
  @Argument(help: "Files to read (default: standard input).", completion: .file()) var files: [String] = []

  func validate() throws {
    guard minimum > 0, limit > 0 else { throw ValidationError("--minimum and --limit are 1 or more") }
    guard !talks || files.isEmpty && label == nil else {
      throw ValidationError("--talks reads the archive: leave out files and --label")
    }
  }

  func run() throws {
    var options = SuggestionOptions()
    options.label = label
    options.languageCode = language?.rawValue
    options.minimum = minimum
    options.limit = limit
    options.kind = kind
    if talks { return try show(places.workspace.suggestWords(options), forgotten: 0) }
    let suggestions = LexiconSuggestions(try places.workspace.makeTextEngine(), options)
    for source in try FilterSources.open(files) { try suggestions.read(source) }
    try show(suggestions.suggestions(), forgotten: suggestions.forgotten)
  }

  private func show(_ found: [Suggestion], forgotten: Int) throws {
    if output.isJSON { return try Output.json(found) }
    Output.line("language\tgroup\tword\tcount\ttexts\trest\tg2\tlog_ratio\texample")
    for item in found {
      let numbers = "\(item.count)\t\(item.texts)\t\(item.rest)\t\(item.g2)\t\(item.logRatio)"
      Output.line("\(item.language)\t\(item.group)\t\(item.word)\t\(numbers)\t\(item.example)")
    }
    if forgotten > 0 {
      Output.complain("\(forgotten) rare words were forgotten to bound memory: counts may be too small.")
    }
  }
}

/// The languages that have a lexicon.
enum WordLanguage: String, ExpressibleByArgument, CaseIterable {
  case ky, ru, uz
}
