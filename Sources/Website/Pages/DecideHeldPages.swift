import Hummingbird
import HummingbirdCore
import Records
import Workflows

/// Says whose a waiting file is; a job reads it then.
enum HeldOwnerPage {
  static let page = Page(.post, "/held/:held/owner", for: .staff) { visit in
    let desk = visit.desk
    let id = try visit.heldID()
    let words = visit.words()
    let fields = try await FormFields.read(visit.request, clock: desk.clock)
    guard let file = try await DeskWork.held(id, desk.child) else { return visit.heldIsGone(words) }
    guard let creator = fields["creator"], try desk.archive.creators().contains(where: { $0.code == creator }) else {
      return try HeldFilePage.answer(visit, file, words, faults: ["fault.creator"])
    }
    try visit.note(.heldOwner, id + " " + creator)
    return try await HeldJob.begin(desk, DeskWork.take(id, creator: creator))
  }
}

/// Says what the columns of a waiting table mean; a job reads every waiting file with that header then.
enum HeldColumnsPage {
  static let page = Page(.post, "/held/:held/columns", for: .staff) { visit in
    let desk = visit.desk
    let id = try visit.heldID()
    let words = visit.words()
    let fields = try await FormFields.read(visit.request, clock: desk.clock)
    guard let file = try await DeskWork.held(id, desk.child), let table = file.tables?.first else {
      return visit.heldIsGone(words)
    }
    let choice = ColumnsChoice(table: table, fields: fields)
    guard choice.faults.isEmpty else {
      return try HeldFilePage.answer(visit, file, words, chosen: fields, faults: choice.faults)
    }
    try visit.note(.columnsSaved, table.signature)
    return try await HeldJob.begin(desk, DeskWork.map(id, roles: choice.roles))
  }
}

/// Lets a waiting file go: it was typed in, or nobody needs it.
enum HeldDonePage {
  static let page = Page(.post, "/held/:held/done", for: .staff) { visit in
    let id = try visit.heldID()
    try visit.note(.heldDropped, id)
    HeldShelf(visit.desk.places).remove(id)
    return Answer.see("/held")
  }
}

private enum HeldJob {
  static func begin(_ desk: Desk, _ work: JobWork) async throws -> Response {
    guard let job = try await desk.jobs.submit(.ingest, files: 1, work) else {
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    return Answer.see("/jobs/\(job)")
  }
}
