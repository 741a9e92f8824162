import FoundationEssentials
import Records
import Workflows

/// The commands that the website runs, as a person would type them.
enum DeskWork {
  static func ingest(_ folder: String, remove spool: String, creator: String?, month: Month?) -> JobWork {
    var arguments = ["ingest", "--hold", "--format", "json"]
    if let creator { arguments += ["--creator", creator] }
    if let month { arguments += ["--period", month.description] }
    return JobWork(arguments: arguments + ["--", folder], spool: spool, readsTexts: true, outcome: receipt)
  }

  /// Reads a file that waited, now that somebody said whose it is.
  static func take(_ held: String, creator: String) -> JobWork {
    JobWork(
      arguments: ["held", "take", "--format", "json", "--creator", creator, "--", held], readsTexts: true,
      outcome: receipt)
  }

  /// Keeps what somebody said of columns, then reads every waiting file with that header.
  static func map(_ held: String, roles: [(key: String, role: String)]) -> JobWork {
    let columns = roles.map { "--column=\($0.key)=\($0.role)" }
    return JobWork(
      arguments: ["held", "map", "--format", "json"] + columns + ["--", held], readsTexts: true, outcome: receipt)
  }

  private static let receipt: @Sendable (ChildCommand.Result) -> JobOutcome = { result in
    guard let outcome = try? JSONDecoder().decode(IngestOutcome.self, from: Data(result.output)) else {
      return .complaint(complaint(result))
    }
    return .receipt(outcome)
  }

  /// Files that wait, with their names, which only the child can open.
  static func held(_ child: ChildCommand) async throws -> [HeldListing] {
    let result = try await child.run(["held", "list", "--format", "json"])
    guard result.status == 0 else { return [] }
    return try JSONDecoder().decode([HeldListing].self, from: Data(result.output))
  }

  /// One file that waits; nil when it is not kept any more.
  static func held(_ id: String, _ child: ChildCommand) async throws -> HeldListing? {
    let result = try await child.run(["held", "show", "--format", "json", "--", id])
    return result.status == 0 ? try JSONDecoder().decode(HeldListing.self, from: Data(result.output)) : nil
  }

  /// A picture that waits to be typed in.
  static func picture(_ id: String, _ child: ChildCommand) async throws -> [UInt8]? {
    let result = try await child.run(["held", "picture", "--", id])
    return result.status == 0 && !result.output.isEmpty ? result.output : nil
  }

  static func undo(_ number: Int64) -> JobWork {
    JobWork(arguments: ["imports", "undo", String(number)], outcome: plain)
  }

  static let read = JobWork(arguments: ["analyse", "--format", "json"], outcome: plain)

  /// The registry file holds a name, so that it comes by a file of mode 0600 and not by the list of processes.
  static func saveCreator(_ file: String, remove spool: String) -> JobWork {
    JobWork(arguments: ["creators", "import", file], spool: spool, outcome: plain)
  }

  /// Everything of a month; with tables for readers outside only where they are asked for, since they are noted as handed out.
  static func report(_ id: ReportID, withSummary: Bool) -> JobWork {
    let arguments =
      ["report", "all", id.month.description, "--language", id.language, "--format", "json"]
      + (withSummary ? ["--summary"] : [])
    return JobWork(arguments: arguments) { result in
      result.status == 0 ? .report(id.text) : .complaint(complaint(result))
    }
  }

  /// The next step of a month's figures. The reason stands in the archive and in packages: it is no secret.
  static func month(_ month: Month, _ step: MonthMove, by who: String, reason: String) -> JobWork {
    let why = step == .prepare && !reason.isEmpty ? ["--reason=" + reason] : []
    return JobWork(
      arguments: ["month", step.rawValue, month.description, "--by=" + who, "--format", "json"] + why, outcome: plain)
  }

  /// A package for a reader outside, of approved months alone.
  static func package(_ reader: String, _ period: String) -> JobWork {
    JobWork(arguments: ["report", "donor", "--format", "json", "--", reader, period], outcome: plain)
  }

  /// A creator's own page of a month.
  static func page(of creator: String, _ id: ReportID) -> JobWork {
    let options = ["--month", id.month.description, "--language", id.language, "--format", "json"]
    return JobWork(arguments: ["report", "creator"] + options + ["--", creator], outcome: plain)
  }

  /// Withdraws everything that a creator agreed to.
  static func withdraw(_ creator: String) -> JobWork {
    JobWork(arguments: ["creators", "withdraw", "--format", "json", "--", creator], outcome: plain)
  }

  /// An import with the names of its files, which only the child can open.
  static func show(_ number: Int64, _ child: ChildCommand) async throws -> ImportListing? {
    let result = try await child.run(["imports", "show", String(number), "--format", "json"])
    guard result.status == 0 else { return nil }
    return try JSONDecoder().decode([ImportListing].self, from: Data(result.output)).first
  }

  /// Notes of a month, whose words only the child can open.
  static func notes(_ month: Month, _ child: ChildCommand) async throws -> [NoteListing] {
    let result = try await child.run(["notes", "list", "--month", month.description, "--format", "json"])
    guard result.status == 0 else { return [] }
    return try JSONDecoder().decode([NoteListing].self, from: Data(result.output))
  }

  private static let plain: @Sendable (ChildCommand.Result) -> JobOutcome = { result in
    result.status == 0 ? .none : .complaint(complaint(result))
  }

  private static func complaint(_ result: ChildCommand.Result) -> String {
    result.complaints.isEmpty ? "status \(result.status)" : result.complaints
  }
}
