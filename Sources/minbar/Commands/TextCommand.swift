import ArgumentParser
import Foundation
import Records
import Workflows

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Filters: read texts line by line, print what was read; no archive needed.",
    discussion: """
      A line is a text (then a comment), or {"id":...,"kind":"talk"|"comment","text":...}.

      Example:
        minbar text tag < comments.txt > tags.ndjson
      """,
    subcommands: [TextTagCommand.self, TextLanguageCommand.self])
}

/// What filters share.
struct FilterOptions: ParsableArguments {
  @OptionGroup var places: PlaceOptions
  @Option(help: "What offsets count: utf8, utf16 or scalars.") var offsets: OffsetUnit = .utf16
  @Option(help: "What plain lines are: talk or comment.") var kind: TextKind = .comment
  @Argument(help: "Files to read (default: standard input).", completion: .file()) var files: [String] = []

  func run(_ output: FilterOutput) throws {
    let engine = try places.workspace.makeTextEngine()
    let filter = TextFilter(engine, output: output, unit: offsets, kind: kind)
    for source in try FilterSources.open(files) {
      try filter.run(source) { try FileHandle.standardOutput.write(contentsOf: $0) }
    }
  }
}

extension OffsetUnit: ExpressibleByArgument {}
extension TextKind: ExpressibleByArgument {}

struct TextTagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Language, themes with stance, sentiment, response, alerts of each line, as NDJSON.",
    discussion: """
      Example:
        echo 'Кыздарды окутуш керек' | minbar text tag --kind talk
      """)

  @OptionGroup var options: FilterOptions

  func run() throws { try options.run(.tag) }
}

struct TextLanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "Language of each line and of the spans in it, as NDJSON.",
    discussion: """
      Example:
        echo 'рахмат, очень полезно' | minbar text language
      """)

  @OptionGroup var options: FilterOptions

  func run() throws { try options.run(.language) }
}
