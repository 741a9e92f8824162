import Hummingbird
import Records
import Workflows

/// Takes an import out again, by a job.
enum UndoImportPage {
  static let page = Page(.post, "/imports/:number/undo", for: .staff) { visit in
    let number = try visit.number("number")
    guard try visit.desk.archive.hasImport(number) else { throw HTTPError(.notFound) }
    try visit.note(.undoAsked, String(number))
    let job = try await visit.desk.jobs.submit(.undo, subject: String(number), DeskWork.undo(number))
    guard let job else { throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"]) }
    return Answer.see("/jobs/\(job)")
  }
}
