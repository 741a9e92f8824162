import FoundationEssentials
import Records
import Workflows

/// The commands that the website runs, as a person would type them.
enum DeskWork {
  static func ingest(_ folder: String, remove spool: String, creator: String?, month: Month?) -> JobWork {
    var arguments = ["ingest", "--format", "json"]
    if let creator { arguments += ["--creator", creator] }
    if let month { arguments += ["--period", month.description] }
    return JobWork(arguments: arguments + ["--", folder], spool: spool, readsTexts: true) { result in
      guard let outcome = try? JSONDecoder().decode(IngestOutcome.self, from: Data(result.output)) else {
        return .complaint(complaint(result))
      }
      return .receipt(outcome)
    }
  }

  static func undo(_ number: Int64) -> JobWork {
    JobWork(arguments: ["imports", "undo", String(number)], outcome: plain)
  }

  static let read = JobWork(arguments: ["analyse", "--format", "json"], outcome: plain)

  /// The registry file holds a name, so that it comes by a file of mode 0600 and not by the list of processes.
  static func saveCreator(_ file: String, remove spool: String) -> JobWork {
    JobWork(arguments: ["creators", "import", file], spool: spool, outcome: plain)
  }

  static func report(_ id: ReportID) -> JobWork {
    let arguments = ["report", "month", id.month.description, "--language", id.language, "--format", "json"]
    return JobWork(arguments: arguments) { result in
      result.status == 0 ? .report(id.text) : .complaint(complaint(result))
    }
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

  private static let plain: @Sendable (ChildCommand.Result) -> JobOutcome = { result in
    result.status == 0 ? .none : .complaint(complaint(result))
  }

  private static func complaint(_ result: ChildCommand.Result) -> String {
    result.complaints.isEmpty ? "status \(result.status)" : result.complaints
  }
}
