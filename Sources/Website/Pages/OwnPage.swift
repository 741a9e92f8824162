import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// A creator's first page: the report of the month about themselves, and nobody else.
enum OwnPage {
  /// Seconds between two looks at a report that is being made.
  private static let refresh = 2

  static let page = Page(.get, "/me", for: .creators) { visit in
    let words = visit.words()
    let own = try OwnReport(visit)
    let isMaking = try own.isMaking
    return visit.page(words["me.title"], path: "/me", refresh: isMaking ? refresh : nil, words: words) {
      HTML(.p, .class("lead"), text: words["me.lead"])
      if let id = own.id { report(own, id, isMaking: isMaking, words) } else { HTML(.p, text: words["me.nothing"]) }
    }
  }

  private static func report(_ own: OwnReport, _ id: ReportID, isMaking: Bool, _ words: PageWords) -> [HTML] {
    let month = ["month": words.month(id.month)]
    guard !isMaking else {
      return [
        HTML(.p, .class("state"), text: words("me.making", month)),
        HTML(.p) { HTML(.progress, .label(words["me.title"])) },
      ]
    }
    let isThere = own.bytes != nil
    return [
      isThere ? HTML(.p, .class("actions")) { Anchor.button("/me/report", words("me.open", month)) } : .empty,
      Form.html("/me/report") {
        Form.button(words(isThere ? "me.anew" : "me.make", month), isThere ? "quiet" : "")
      },
    ]
  }
}

/// The report of the last month about the creator who is signed in. No code and no name of a file comes from outside.
struct OwnReport {
  let creator: String
  let id: ReportID?
  private let desk: Desk

  init(_ visit: Visit) throws {
    guard let user = visit.session?.user, user.role == .creator else { throw HTTPError(.notFound) }
    creator = user.boundTo
    desk = visit.desk
    id = try visit.desk.archive.counts().lastMonth.flatMap {
      ReportID(month: $0, language: visit.language.rawValue)
    }
  }

  /// As the job that makes it is called.
  var subject: String { creator + " " + (id?.text ?? "") }

  var bytes: [UInt8]? {
    id.flatMap { id in
      ReportShelf(folder: desk.places.reports).read(file: "page-\(creator)-\(id.month).\(id.language).html")
    }
  }

  var isMaking: Bool {
    get throws {
      try desk.book.jobs(limit: JobBoard.longest).contains { $0.subject == subject && !$0.state.isOver }
    }
  }
}

/// Has the report made by a job; one at a time for each creator.
enum MakeOwnReportPage {
  static let page = Page(.post, "/me/report", for: .creators) { visit in
    let own = try OwnReport(visit)
    guard let id = own.id, try !own.isMaking else { return Answer.see("/me") }
    try visit.note(.ownPageMade, own.subject)
    let work = DeskWork.page(of: own.creator, id)
    guard try await visit.desk.jobs.submit(.report, subject: own.subject, work) != nil else {
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    return Answer.see("/me")
  }
}

/// The report itself.
enum OwnReportPage {
  static let page = Page(.get, "/me/report", for: .creators) { visit in
    let own = try OwnReport(visit)
    guard let bytes = own.bytes else { throw HTTPError(.notFound) }
    try visit.note(.ownPageOpened, own.subject)
    var response = Answer.page(bytes)
    response.headers[.contentSecurityPolicy] = StyleHash.policy(for: bytes)
    return response
  }
}
