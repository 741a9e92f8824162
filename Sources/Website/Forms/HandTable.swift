import FoundationEssentials
import Hummingbird
import HummingbirdCore
import Records
import Workflows

/// Hands a table that a form filled in to the reader that takes every file: looked over first, so that what it would refuse
/// can be corrected in the form, then taken in by a job.
struct HandTable {
  let name: String
  let bytes: [UInt8]
  /// Whether it names a talk by link or id, which must be known.
  var namesTalk = false

  /// What the reader would refuse of it.
  struct Refusal {
    var problems: [ProblemReceipt] = []
    var isTalkUnknown = false

    var isEmpty: Bool { problems.isEmpty && !isTalkUnknown }
  }

  /// - Returns: where the job is seen, or what the reader would refuse.
  /// - Throws: `HTTPError` 503 when too many jobs wait, 507 without room.
  func submit(_ visit: Visit) async throws -> (place: String?, refusal: Refusal) {
    let desk = visit.desk
    let spool = try UploadSpool(desk.places.desk, limits: desk.settings.limits)
    try spool.begin(name)
    try spool.write(bytes[...])
    spool.closeFile()
    let refusal = try await look(spool.folder, desk)
    guard refusal.isEmpty else { return (nil, refusal) }
    let root = spool.keep()
    let work = DeskWork.ingest(spool.folder, remove: root, creator: nil, month: nil)
    guard let job = try await desk.jobs.submit(.ingest, files: 1, work) else {
      UploadSpool.remove(root)
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    return ("/jobs/\(job)", refusal)
  }

  private func look(_ folder: String, _ desk: Desk) async throws -> Refusal {
    let result = try await desk.child.run(["inspect", "--format", "json", "--", folder])
    guard let found = try? JSONDecoder().decode([Inspection].self, from: Data(result.output)) else {
      throw HTTPError(.internalServerError)
    }
    let files = found.flatMap(\.files)
    let problems = files.flatMap(\.problems).filter { $0.severity != Severity.note.rawValue }
    let isUnknown = namesTalk && problems.isEmpty && !files.contains { ($0.knownPosts ?? 0) > 0 }
    return Refusal(problems: problems, isTalkUnknown: isUnknown)
  }
}
