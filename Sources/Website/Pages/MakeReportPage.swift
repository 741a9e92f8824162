import Hummingbird
import HummingbirdCore
import Records

/// Makes a report, by a job: what waits to be read is read first, which needs keys.
enum MakeReportPage {
  static let page = Page(.post, "/reports", for: .staff) { visit in
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    guard let month = fields["month"].flatMap({ Month($0) }), month.year >= 2005, month <= visit.today.month,
      let id = ReportID(month: month, language: fields["language"] ?? "")
    else { throw HTTPError(.badRequest) }
    try visit.note(.reportMade, id.text)
    guard
      let job = try await visit.desk.jobs.submit(
        .report, subject: id.text, DeskWork.report(id, withSummary: fields["with"] == "summary"))
    else {
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    return Answer.see("/jobs/\(job)")
  }
}
