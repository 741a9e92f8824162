import ArgumentParser
import Workflows

struct LexiconCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Loads the lexicon and names what is wrong, with file and line.",
    discussion: """
      A fault makes readings wrong, or does nothing although somebody wrote it to do something; it ends with exit code 1.
      A note may be meant; notes alone end with 0. See Lexicons/README.md for each code.

      Example:
        minbar lexicon check --lexicons Lexicons
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Flag(help: "Only faults, no notes.") var faultsOnly = false

  func run() throws {
    let check = try places.workspace.checkLexicon()
    if output.isJSON {
      try Output.json(check)
    } else {
      for finding in check.findings where !faultsOnly || finding.level == "fault" { Output.line(finding.text) }
      let summary = check.summary.isEmpty ? "" : " (" + check.summary.joined(separator: ", ") + ")"
      Output.line("Lexicon \(check.fingerprint): \(check.faults) faults, \(check.notes) notes\(summary).")
    }
    if check.faults > 0 { throw ExitCode(1) }
  }
}
