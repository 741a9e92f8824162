import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

extension Visit {
  /// The month of the path, one that has ended; any other is missing.
  func endedMonth() throws -> Month {
    guard let month = parameters.get("month").flatMap({ Month($0) }), month.year >= 2005, month < today.month else {
      throw HTTPError(.notFound)
    }
    return month
  }
}

/// One month: what must be looked at, who has looked, what comes next.
enum ApprovalMonthPage {
  static let page = Page(.get, "/approval/:month", for: .staff) { visit in
    let words = visit.words()
    let view = try ApprovalView(visit, words, visit.endedMonth())
    return visit.page(
      words("approval.month", ["month": words.month(view.month)]), path: "/approval/\(view.month)", words: words
    ) {
      view.stage()
      view.next()
      view.list()
      view.corrections()
    }
  }
}

/// Takes the next step of a month under the code name of whoever is signed in. A job does it: texts that wait are read first.
enum ApproveMonthPage {
  static let page = Page(.post, "/approval/:month/:step", for: .staff) { visit in
    let month = try visit.endedMonth()
    guard let step = visit.parameters.get("step").flatMap(MonthMove.init) else { throw HTTPError(.notFound) }
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    try visit.note(.monthStep, "\(month) \(step.rawValue)")
    let work = DeskWork.month(month, step, by: visit.who, reason: fields["reason"] ?? "")
    guard let job = try await visit.desk.jobs.submit(.month, subject: month.description, work) else {
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    return Answer.see("/jobs/\(job)")
  }
}

/// What staff may do with a month, as the command names it.
enum MonthMove: String, CaseIterable {
  case prepare, check, approve
}
