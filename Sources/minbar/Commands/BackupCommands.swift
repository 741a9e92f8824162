import ArgumentParser
import Workflows

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copies the archive into one file, while others work, and checks the copy.",
    discussion: """
      Sealed names, the model and published lexicons travel with it; keys do not: keep a sealed copy of them in another
      place. A backup keeps what is purged later: make a new one then and delete the old.

      Examples:
        minbar backup /media/stick/minbar-2026-11.backup
        minbar backup --age age1... /media/stick/minbar-2026-11.backup.age
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "A file that does not exist yet.", completion: .file()) var path: String
  @Option(help: "Seal the copy for this age recipient (age must be installed).") var age: String?

  func run() throws {
    let outcome = try places.workspace.backUp(to: path, recipient: age)
    if output.isJSON { return try Output.json(outcome) }
    Output.line(
      """
      \(outcome.path): \(outcome.bytes) bytes, \(outcome.imports) imports, \(outcome.comments) comments, checked.
      SHA-256 \(outcome.sha256)
      """)
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Puts a backup in the place of the archive, after checking it.",
    discussion: """
      An archive that holds something is only replaced with --replace. Keys are held against the backup first: a backup from
      before 'minbar key rotate' needs the keys of its time. What was handed out and which consents were withdrawn since is
      carried over from the archive that is there; what has expired since goes at once. Creators who were purged since come
      back: they are listed, and --purge-again purges every creator whom the archive that is there does not have.

      Example:
        minbar restore /media/stick/minbar-2026-11.backup
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "A file that 'minbar backup' made.", completion: .file()) var path: String
  @Flag(help: "Put the backup in the place of the archive that is there.") var replace = false
  @Option(help: "File with the age identity that opens a sealed backup.", completion: .file()) var identity: String?

  @Flag(help: "Purge creators again whom the archive that is there does not have.") var purgeAgain = false
  @Flag(help: "The keys of the backup are lost for good: restore what needs none.") var withoutKeys = false

  func run() throws {
    let workspace = places.workspace
    let outcome = try workspace.restore(
      from: path, replace: replace, identity: identity, withoutKeys: withoutKeys, notice: Output.complain)
    if purgeAgain {
      for code in outcome.creatorsBack { _ = try workspace.purge(.creator(code), notice: Output.complain) }
    }
    if output.isJSON { return try Output.json(outcome) }
    Output.line(text(outcome))
    let faults = try workspace.keyFaults()
    for fault in faults { Output.line(fault) }
    if !faults.isEmpty { throw ExitCode(1) }
  }

  private func text(_ outcome: RestoreOutcome) -> String {
    let expired = outcome.expired
    var lines = ["Restored \(outcome.backup.imports) imports, \(outcome.backup.comments) comments."]
    if expired.comments + expired.rows > 0 { lines.append("What had expired since was let go again.") }
    if outcome.releasesKept > 0 {
      lines.append("Kept of the archive that was there: \(outcome.releasesKept) tables and packages handed out since.")
    }
    if outcome.withdrawalsKept > 0 {
      lines.append("Kept of the archive that was there: \(outcome.withdrawalsKept) consents withdrawn since.")
    }
    guard !outcome.creatorsBack.isEmpty else { return lines.joined(separator: "\n") }
    if purgeAgain {
      lines.append("Purged again: \(outcome.creatorsBack.joined(separator: ", ")).")
    } else {
      lines.append("These creators came back with the backup. Where they were purged since, purge them again:")
      lines += outcome.creatorsBack.map { "  minbar purge --creator \($0)" }
    }
    return lines.joined(separator: "\n")
  }
}
