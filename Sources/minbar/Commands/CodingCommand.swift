import ArgumentParser
import Records
import Workflows

struct CodingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coding",
    abstract: "Learning from people: draw texts, take their codes, measure the engine, train a model.",
    discussion: """
      Example:
        minbar coding sample --month 2026-10 --coders 2 --output coding.csv
        minbar coding import coding-A.csv --coder A
        minbar coding import coding-B.csv --coder B
        minbar coding score
        minbar coding train --output model
      """,
    subcommands: [
      CodingSampleCommand.self, CodingImportCommand.self, CodingForgetCommand.self, CodingScoreCommand.self,
      CodingTrainCommand.self, CodingShowCommand.self, CodingRoundCommand.self, CodingTextsCommand.self,
      CodingDeliverCommand.self,
    ])
}

struct CodingSampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Draws texts of a month for coders: sentences of talks and comments.",
    discussion: """
      Drawn by language, by talk or comment, and by what the engine said, so that what it finds and what it misses can
      both be counted; the column weight says for how many texts each stands. What the engine said is not shown. The
      same seed draws the same texts.

      Coders fill in, by the codebook:
        themes     theme:stance, separated by spaces (girls-education:promotes education:promotes), or - for none
        sentiment  positive, negative, neutral, mixed
        response   testimony, hostile, critical, question, supportive, formula, spam, other
        alerts     hate, threat, extremist, or - for none
        variety    ky, ru, uz-Latn, uz-Cyrl, mixed, or another language (may stay empty)
      A row with nothing filled in counts as not coded; in a comment with any code, empty themes and alerts mean none.

      Example:
        minbar coding sample --month 2026-10 --size 400 --coders 2 --output coding.csv
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Option(help: "The month, YYYY-MM.") var month: Month
  @Option(help: "How many texts, at least 50.") var size: Int = 400
  @Option(help: "Another seed draws other texts.") var seed: UInt64 = 1
  @Option(help: "How many coders; each gets a file with the same texts in another order.") var coders: Int = 1
  @Flag(help: "Plain TSV instead of a file for Excel.") var tsv = false
  @Option(name: [.customLong("output"), .customShort("o")], help: "The file to write.", completion: .file())
  var file: String

  func validate() throws {
    guard (50...20_000).contains(size) else { throw ValidationError("--size \(size): use 50 to 20000") }
    guard (1...26).contains(coders) else { throw ValidationError("--coders \(coders): use 1 to 26") }
  }

  func run() throws {
    let workflow = try CodingSampleWorkflow(
      places.workspace,
      SampleOptions(
        month: month, size: size, seed: seed, coders: coders, style: tsv ? .tsv : .excel, output: file),
      notice: Output.complain)
    let outcome = try workflow.run()
    if output.isJSON { return try Output.json(outcome) }
    Output.line(
      "Drew \(outcome.texts) texts (\(outcome.comments) comments) of \(outcome.drawnFrom). "
        + "'minbar coding sample --help' lists the codes.")
    for file in outcome.files { Output.line(file) }
  }
}

struct CodingImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes filled coding files; the same coder's newer codes replace older ones.",
    discussion: """
      Example:
        minbar coding import coding-A.csv --coder A
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "Filled files.", completion: .file()) var files: [String]
  @Option(help: "Who filled them in, as a neutral code such as A.") var coder: String

  func run() throws {
    let receipts = try places.workspace.importCoding(files, coder: coder, notice: Output.complain)
    if output.isJSON {
      try Output.json(receipts)
    } else {
      for receipt in receipts { Output.line(CodingText.receipt(receipt)) }
    }
    if receipts.contains(where: \.hasProblems) { throw ExitCode(1) }
  }
}

struct CodingForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Removes all codes of a coder from the archive.",
    discussion: """
      Example:
        minbar coding forget --coder A
      """)

  @OptionGroup var places: PlaceOptions
  @Option(help: "Whose codes.") var coder: String

  func run() throws {
    let texts = try places.workspace.forgetCoding(coder: coder, notice: Output.complain)
    Output.line("Codes of \(coder) for \(texts) texts are removed.")
  }
}

struct CodingScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Agreement of coders; precision, recall and F1 of the engine; corrected shares.",
    discussion: """
      Without files, what was imported. With files, those alone: nothing is kept. Of several coders the majority counts.
      Intervals are 95 %: Wilson for precision and recall, bootstrap for alpha, F1 and corrected shares.

      Examples:
        minbar coding score
        minbar coding score coding-A.csv coding-B.csv --format csv
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "Filled files (default: what was imported).", completion: .file()) var files: [String] = []
  @Option(help: "Count only this coder's codes.") var coder: String?
  @Option(help: "Seed of the bootstrap.") var seed: UInt64 = 1
  @Option(help: "Draws of the bootstrap, 100 to 10000.") var draws: Int = 1_000
  @Option(help: "How to print: text, json or csv.") var format: ScoreFormat = .text

  func validate() throws {
    guard (100...10_000).contains(draws) else { throw ValidationError("--draws \(draws): use 100 to 10000") }
  }

  func run() throws {
    let (scores, problems) = try places.workspace.scoreCoding(
      ScoreOptions(files: files, coder: coder, seed: seed, replicates: draws), notice: Output.complain)
    for problem in problems { Output.complain(problem.description) }
    switch format {
    case .json: try Output.json(scores)
    case .csv: Output.line(CodingText.csv(scores))
    case .text: Output.line(CodingText.scores(scores))
    }
    if problems.contains(where: { $0.severity != .note }) { throw ExitCode(1) }
  }
}

enum ScoreFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv
}

struct CodingTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains a small model from codes; it is used only where it proves better.",
    discussion: """
      Cross-validation compares the rules, the model, and both. A label is decided by the model only where the whole
      interval of the gain lies above 0. To put a model into force, copy its folder to models/current in the data
      directory: texts are then read again. To take it out, move that folder away.

      Example:
        minbar coding train --output model
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "Filled files (default: what was imported).", completion: .file()) var files: [String] = []
  @Option(name: [.customLong("output"), .customShort("o")], help: "Folder to write the model to.") var folder: String
  @Option(help: "Folds of the cross-validation, 2 to 20.") var folds: Int = 5
  @Option(help: "Seed of folds and bootstrap.") var seed: UInt64 = 1

  func validate() throws {
    guard (2...20).contains(folds) else { throw ValidationError("--folds \(folds): use 2 to 20") }
  }

  func run() throws {
    let (model, problems) = try places.workspace.trainModel(
      TrainOptions(files: files, output: folder, folds: folds, seed: seed), notice: Output.complain)
    for problem in problems { Output.complain(problem.description) }
    if output.isJSON { try Output.json(model) } else { Output.line(CodingText.model(model)) }
    if problems.contains(where: { $0.severity != .note }) { throw ExitCode(1) }
  }
}

struct CodingShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a model: its gains, and the features that weigh most for each label.",
    discussion: """
      Example:
        minbar coding show model
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "Folder that 'minbar coding train' wrote.", completion: .directory) var folder: String
  @Option(help: "Features of each label.") var top: Int = 12

  func validate() throws {
    guard (1...1_000).contains(top) else { throw ValidationError("--top \(top): use 1 to 1000") }
  }

  func run() throws {
    let model = try places.workspace.showModel(folder, top: top)
    if output.isJSON { return try Output.json(model) }
    Output.line(CodingText.model(model))
  }
}
