import ArgumentParser
import Workflows

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Looks everything over, changes nothing, and says what to do.",
    discussion: """
      Database, rows against what was taken in, counts against readings, keys, permissions, retention, clock, room and
      encryption of the disk. Ends with 1 when something is broken or exposed.

      Example:
        minbar doctor --format json
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption

  func run() throws {
    let workspace = places.workspace
    let fingerprint = try? workspace.makeReadingEngine().fingerprint
    let findings = try findings(workspace, fingerprint)
    if output.isJSON { try Output.json(findings) } else { Output.line(Self.text(findings)) }
    if findings.contains(where: { $0.grade == .bad }) { throw ExitCode(1) }
  }

  /// Of an archive that a newer program made, at least what lies around it.
  private func findings(_ workspace: Workspace, _ fingerprint: String?) throws -> [HealthFinding] {
    do {
      return try Doctor(workspace).examine(fingerprint: fingerprint)
    } catch {
      guard let known = Doctor.withoutArchive(workspace, after: error) else { throw error }
      return known
    }
  }

  private static func text(_ findings: [HealthFinding]) -> String {
    let signs: [HealthFinding.Grade: String] = [.fine: "ok  ", .care: "!   ", .bad: "BAD "]
    return findings.map { finding in
      let head = (signs[finding.grade] ?? "") + finding.check + ": " + finding.found
      return finding.remedy.isEmpty ? head : head + "\n      do: " + finding.remedy
    }.joined(separator: "\n")
  }
}
