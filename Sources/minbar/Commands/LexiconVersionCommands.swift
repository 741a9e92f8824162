import ArgumentParser
import Workflows

struct LexiconPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "What the draft of the website's bench would change.",
    discussion: """
      Compares the lexicon in force with the draft, over the programme's own talks and, as counts alone, its comments.

      Example:
        minbar lexicon preview
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let outcome = try places.workspace.previewLexicon()
    if output.isJSON { try Output.json(outcome) } else { Output.line(DifferenceText.text(outcome, limit: 20)) }
    for problem in outcome.refused { Output.complain(problem) }
    if !outcome.refused.isEmpty { throw ExitCode(1) }
  }
}

struct LexiconPublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Puts the draft of the website's bench into force, as a signed version.",
    discussion: """
      The version is kept in the data directory and signed with this Minbar's registry key. The next analysis reads texts
      anew. Nothing is published while a line is refused.

      Example:
        minbar lexicon publish --by K7
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Option(help: "Who publishes it, as a code name.") var by: String

  func run() throws {
    let version = try places.workspace.publishLexicon(by: by)
    if output.isJSON { return try Output.json(version) }
    Output.line("Version \(version.number) is in force: \(version.added) lines added, \(version.removed) removed.")
    Output.line("SHA-256 \(version.sha256)")
  }
}

struct LexiconVersionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "versions", abstract: "Lexicons that were published here, and whether somebody changed them since.",
    discussion: """
      Example:
        minbar lexicon versions
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let versions = try places.workspace.lexiconVersions()
    if output.isJSON { return try Output.json(versions) }
    if versions.isEmpty { Output.line("None: the program's own lexicon is in force.") }
    for listing in versions {
      let version = listing.version
      let state = (listing.isInForce ? " (in force)" : "") + (listing.isWhole ? "" : " CHANGED SINCE IT WAS SIGNED")
      Output.line("\(version.number)\t\(version.madeAt)\t\(version.by)\t+\(version.added) -\(version.removed)\(state)")
    }
    if versions.contains(where: { !$0.isWhole }) { throw ExitCode(1) }
  }
}

struct LexiconRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Puts an older version of the lexicon into force again.",
    discussion: """
      0 is the lexicon that came with the program. A version that somebody changed is refused.

      Example:
        minbar lexicon restore 1
      """)

  @OptionGroup var places: PlaceOptions
  @Argument(help: "The version's number.") var number: Int

  func run() throws {
    try places.workspace.restoreLexicon(number)
    Output.line(number == 0 ? "The program's own lexicon is in force." : "Version \(number) is in force again.")
  }
}
