import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// Packages for readers outside: what was made for whom, who fetched it and when, and a form that makes one.
enum PackagesPage {
  static let page = Page(.get, "/packages", for: .staff) { visit in
    let words = visit.words()
    let fetched = Dictionary(
      grouping: try visit.desk.book.audit(event: AuditEvent.packageTaken.rawValue), by: \.subject)
    return visit.page(words["staffPackages.title"], path: "/packages", words: words) {
      HTML(.p, .class("lead"), text: words["staffPackages.lead"])
      HTML(.p) { Anchor.html("/approval", words["approval.title"]) }
      visit.desk.places.readers.map { reader($0, fetched, visit, words) }
    }
  }

  private static func reader(
    _ code: String, _ fetched: [String: [AuditEntry]], _ visit: Visit, _ words: PageWords
  ) -> HTML {
    let names = visit.desk.places.packages(for: code)
    return HTML(.section, .class("set")) {
      HTML(.h2, text: code)
      if names.isEmpty {
        HTML(.p, .class("empty"), text: words["reports.none"])
      } else {
        HTML(.ul, .class("plain")) { names.map { ready($0, fetched[$0] ?? [], visit, words) } }
      }
      form(code, visit, words)
    }
  }

  private static func ready(_ name: String, _ fetched: [AuditEntry], _ visit: Visit, _ words: PageWords) -> HTML {
    HTML(.li) {
      Anchor.html("/packages/\(name)", name)
      fetched.map { entry in
        HTML(
          .p, .class("small"),
          text: words("staffPackages.fetched", ["who": entry.who, "when": visit.moment(entry.at, words)]))
      }
    }
  }

  private static func form(_ code: String, _ visit: Visit, _ words: PageWords) -> HTML {
    let periods = visit.desk.places.periods(of: code, before: visit.today)
    let field = "period-" + code
    return Form.html("/packages/\(code)", .class("sheet")) {
      Form.select(
        field, words["staffPackages.period"], periods.map { ($0, $0) },
        chosen: periods.first { $0.utf8.contains(UInt8(ascii: "Q")) } ?? "")
      Form.button(words["staffPackages.make"])
    }
  }
}

/// Makes a package of months that were approved, by a job.
enum MakePackagePage {
  static let page = Page(.post, "/packages/:id", for: .staff) { visit in
    let code = visit.parameters.get("id") ?? ""
    let places = visit.desk.places
    guard let reader = places.readers.first(where: { $0.utf8.elementsEqual(code.utf8) }) else {
      throw HTTPError(.notFound)
    }
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    let asked = fields["period-" + reader] ?? ""
    guard
      let period = places.periods(of: reader, before: visit.today).first(where: { $0.utf8.elementsEqual(asked.utf8) })
    else { throw HTTPError(.badRequest) }
    try visit.note(.packageMade, "\(reader) \(period)")
    let work = DeskWork.package(reader, period)
    guard let job = try await visit.desk.jobs.submit(.package, subject: "\(reader) \(period)", work) else {
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    return Answer.see("/jobs/\(job)")
  }
}

/// A package as its reader gets it, for the team.
enum PackageFilePage {
  static let page = Page(.get, "/packages/:id", for: .staff) { visit in
    let places = visit.desk.places
    let asked = visit.parameters.get("id") ?? ""
    guard
      let name = places.readers.lazy.flatMap(places.packages).first(where: { $0.utf8.elementsEqual(asked.utf8) })
    else { throw HTTPError(.notFound) }
    return try visit.package(name)
  }
}

extension Visit {
  /// The ZIP of a package, noted in the log. Its name was looked up; no other name reaches the disk.
  func package(_ name: String) throws -> Response {
    guard let bytes = ReportShelf(folder: desk.places.reports).read(file: name + ".zip") else {
      throw HTTPError(.notFound)
    }
    try note(.packageTaken, name)
    var response = Answer.data(bytes, "application/zip")
    response.headers[.contentDisposition] = "attachment; filename=\"\(name).zip\""
    return response
  }
}
