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
      An archive that holds something is only replaced with --replace. What has expired since the backup goes at once.

      Example:
        minbar restore /media/stick/minbar-2026-11.backup
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "A file that 'minbar backup' made.", completion: .file()) var path: String
  @Flag(help: "Give up the archive that is there.") var replace = false
  @Option(help: "File with the age identity that opens a sealed backup.", completion: .file()) var identity: String?

  func run() throws {
    let workspace = places.workspace
    let outcome = try workspace.restore(from: path, replace: replace, identity: identity, notice: Output.complain)
    let expired = try workspace.runRetention(notice: Output.complain)
    if output.isJSON { return try Output.json(outcome) }
    Output.line("Restored \(outcome.imports) imports, \(outcome.comments) comments.")
    if expired.comments + expired.rows > 0 { Output.line("What had expired since was let go again.") }
    let faults = try workspace.keyFaults()
    for fault in faults { Output.line(fault) }
    if !faults.isEmpty { throw ExitCode(1) }
  }
}
