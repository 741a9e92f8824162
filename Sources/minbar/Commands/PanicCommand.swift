import ArgumentParser
import Workflows

struct PanicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "panic", abstract: "Destroys every key at once. There is no way back, and no question asked.",
    discussion: """
      For when the machine is about to be taken. Then switch it off. What is lost and what stays is printed after the
      keys are gone.

      Example:
        minbar panic
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Flag(help: "Only say which keys there are and what would be lost.") var dryRun = false

  func run() throws {
    let places = places.workspace.places
    if dryRun {
      return Output.line("Would destroy: \(places.keyNames.joined(separator: ", ")). Nothing was changed.")
    }
    let outcome = places.panic()
    if output.isJSON { try Output.json(outcome) } else { Output.line(Self.text(outcome, places.keys)) }
    if !outcome.left.isEmpty || outcome.destroyed.isEmpty { throw ExitCode(1) }
  }

  private static func text(_ outcome: PanicOutcome, _ folder: String) -> String {
    guard !outcome.destroyed.isEmpty || !outcome.left.isEmpty else {
      return "No keys in \(folder): nothing was destroyed."
    }
    var lines = ["Destroyed: \(outcome.destroyed.joined(separator: ", "))"]
    if !outcome.left.isEmpty {
      lines.append("NOT destroyed: \(outcome.left.joined(separator: ", ")). Delete them by hand.")
    }
    lines += ["Lost for good:"] + outcome.lost.map { "  - " + $0 }
    lines += ["Still there:"] + outcome.kept.map { "  - " + $0 }
    return lines.joined(separator: "\n")
  }
}
