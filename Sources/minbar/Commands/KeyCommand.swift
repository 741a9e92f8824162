import ArgumentParser
import Workflows

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Keys: what they are for, whether they are the right ones, new ones, gone for good.",
    discussion: """
      text      opens the words of comments        identity  finds a comment again in later exports
      registry  opens names of creators and files  2026-Q4   tells apart who commented first in that quarter

      Example:
        minbar key status
      """,
    subcommands: [
      KeyInitCommand.self, KeyStatusCommand.self, KeyVerifyCommand.self, KeyRotateCommand.self, KeyDestroyCommand.self,
    ], defaultSubcommand: KeyStatusCommand.self)
}

struct KeyInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes the keys that are missing.",
    discussion: """
      When the archive was made with keys that are not there, nothing is made: put their sealed copy back. Only when there
      is no copy, --replace starts anew: what the lost keys sealed is deleted, since nobody can read it; counts stay, and
      posts that had comments are closed for comments of the time before.

      Example:
        minbar key init
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Flag(help: "Give up what lost keys sealed, and make new ones.") var replace = false

  func run() throws {
    let outcome = try places.workspace.initKeys(replace: replace, notice: Output.complain)
    if output.isJSON { return try Output.json(outcome) }
    Output.line(outcome.keys.isEmpty ? "Every key is there; nothing was made." : KeyText.text("Made", outcome))
  }
}

struct KeyStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Lists the keys and what each is for.",
    discussion: """
      Example:
        minbar key status --format json
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let keys = try places.watchfulWorkspace.keyStatus()
    if output.isJSON { return try Output.json(keys) }
    guard !keys.isEmpty else {
      return Output.line(
        "No keys in \(places.workspace.places.keys). Put their sealed copy there; only where there never were any, run "
          + "'minbar key init'.")
    }
    var table = TextTable(["key", "state", "since (UTC)", "what it does"])
    for key in keys { table.add([key.purpose, key.state.rawValue, key.since ?? "", key.meaning]) }
    Output.line(table.text)
  }
}

struct KeyVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Checks that the keys are private, the right ones, and open what they sealed.",
    discussion: """
      Ends with 1 when something is wrong. Try the sealed copy of the keys too, with --keys.

      Example:
        minbar key verify --keys /media/copy/keys
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  private struct Verdict: Encodable {
    let faults: [String]
    let opened: Int
  }

  func run() throws {
    let workspace = places.workspace
    let faults = try workspace.keyFaults()
    let opened = faults.isEmpty ? try workspace.tryKeys() : 0
    if output.isJSON {
      try Output.json(Verdict(faults: faults, opened: opened))
    } else {
      for fault in faults { Output.line(fault) }
      if faults.isEmpty { Output.line("The keys are the right ones; they open the names and \(opened) sealed files.") }
    }
    if !faults.isEmpty { throw ExitCode(1) }
  }
}

struct KeyRotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Replaces the text key and the key of this quarter; no count changes.",
    discussion: """
      For when somebody leaves who had a copy of the keys. Make a backup and a sealed copy of the keys afterwards.

      Example:
        minbar key rotate
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let outcome = try places.workspace.rotateKeys(notice: Output.complain)
    if output.isJSON { return try Output.json(outcome) }
    Output.line(KeyText.text("Replaced", outcome))
  }
}

struct KeyDestroyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy", abstract: "Destroys one key for good: text, identity, registry, or a quarter.",
    discussion: """
      Destroying a quarter's key unlinks its pseudonyms from people. Destroying the text key makes every comment
      unreadable; comments are read and counted first. For all keys at once, see 'minbar panic'.

      Example:
        minbar key destroy 2026-Q2
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "text, identity, registry, or a quarter such as 2026-Q2.") var name: String

  func run() throws {
    let outcome = try places.workspace.destroyKey(name, notice: Output.complain)
    if output.isJSON { return try Output.json(outcome) }
    Output.line(KeyText.text("Destroyed", outcome))
  }
}

enum KeyText {
  static func text(_ verb: String, _ outcome: KeyOutcome) -> String {
    var lines = ["\(verb): \(outcome.keys.joined(separator: ", "))"]
    if !outcome.lost.isEmpty { lines += ["Lost for good:"] + outcome.lost.map { "  - " + $0 } }
    if !outcome.kept.isEmpty { lines += ["What stays:"] + outcome.kept.map { "  - " + $0 } }
    return lines.joined(separator: "\n")
  }
}
