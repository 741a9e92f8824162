import ArgumentParser
import Foundation
import Records
import Workflows

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Filters: read texts line by line, print what was read; no archive needed.",
    discussion: """
      tag, language, sentences and words take a text a line (then a comment whose id is the line's number), or
      {"id":...,"kind":"talk"|"comment","text":...}, and print one line of JSON for each. convert and restore print the
      text again with some words written otherwise; forms answers a table.

      Example:
        minbar text tag < comments.txt > tags.ndjson
      """,
    subcommands: [
      TextTagCommand.self, TextLanguageCommand.self, TextSentencesCommand.self, TextWordsCommand.self,
      TextFormsCommand.self, TextConvertCommand.self, TextRestoreCommand.self,
    ])
}

/// What all filters share.
struct FilterOptions: ParsableArguments {
  @OptionGroup var places: PlaceOptions
  @Argument(help: "Files to read (default: standard input).", completion: .file()) var files: [String] = []

  /// Ends with 1 when lines could not be used; each is named on standard error.
  func run(_ filter: LineFilter) throws {
    var isComplete = true
    for (index, source) in try FilterSources.open(files).enumerated() {
      try filter.run(source) { bytes in
        try FileHandle.standardOutput.write(contentsOf: bytes)
      } complain: { problem in
        isComplete = false
        var problem = problem
        problem.file = files.isEmpty ? "standard input" : files[index]
        Output.complain(problem.description)
      }
    }
    if !isComplete { throw ExitCode(1) }
  }
}

/// What filters share that print offsets into texts.
struct ReadingOptions: ParsableArguments {
  @Option(help: "What offsets count: utf8, utf16 or scalars.") var offsets: OffsetUnit = .utf16
  @Option(help: "What plain lines are: talk or comment.") var kind: TextKind = .comment

  func shape(showsText: Bool = false) -> ReadingShape {
    ReadingShape(kind: kind, unit: offsets, showsText: showsText)
  }
}

extension OffsetUnit: ExpressibleByArgument {}
extension TextKind: ExpressibleByArgument {}
