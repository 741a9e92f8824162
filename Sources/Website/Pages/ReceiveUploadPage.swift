import Drawing
import Hummingbird
import HummingbirdCore
import NIOCore
import Records
import Workflows

/// Takes files in and hands them to a job.
enum ReceiveUploadPage {
  static let page = Page(.post, "/upload", for: .staff) { visit in
    let desk = visit.desk
    guard desk.uploads.enter() else { throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"]) }
    defer { desk.uploads.leave() }
    visit.channel.triggerUserOutboundEvent(UploadBegins.now, promise: nil)
    let share = SpoolShare(desk.ledger, of: visit.who)
    let reader = UploadReader(
      limits: desk.settings.limits, clock: desk.clock, folder: desk.places.desk, share: share)
    let upload = try await reader.read(visit.request)
    guard upload.spool.files > 0 else { return Answer.see("/upload") }
    try visit.note(.uploaded, "\(upload.spool.files) files \(upload.spool.bytes) bytes")
    return try await submit(upload, share, visit)
  }

  private static func submit(_ upload: Upload, _ share: SpoolShare, _ visit: Visit) async throws -> Response {
    let creator = try upload.fields["creator"].map { try known($0, visit) }
    let month = try upload.fields["month"].map { try readMonth($0) }
    let spool = upload.spool
    let root = spool.keep()
    var work = DeskWork.ingest(spool.folder, remove: root, creator: creator, month: month)
    work.share = share
    guard let job = try await visit.desk.jobs.submit(.ingest, files: spool.files, work) else {
      UploadSpool.remove(root)
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    return Answer.see("/jobs/\(job)")
  }

  private static func known(_ code: String, _ visit: Visit) throws -> String {
    guard try visit.desk.archive.creators().contains(where: { $0.code == code }) else { throw HTTPError(.badRequest) }
    return code
  }

  private static func readMonth(_ text: String) throws -> Month {
    guard let month = Month(text) else { throw HTTPError(.badRequest) }
    return month
  }
}
