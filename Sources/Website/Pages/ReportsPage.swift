import Drawing
import Hummingbird
import Records
import Reporting
import Workflows

/// The files of each month that lie ready, and a form that makes them.
enum ReportsPage {
  static let page = Page(.get, "/reports", for: .staff) { visit in
    let words = visit.words()
    let shelf = ReportShelf(folder: visit.desk.places.reports)
    let ready = shelf.list()
    let last = try visit.desk.archive.counts().lastMonth
    let view = ReportSetView(visit: visit, words: words, shelf: shelf, imports: try visit.desk.archive.imports())
    return visit.page(words["reports.title"], path: "/reports", words: words) {
      if let last { form(last, visit, words) } else { HTML(.p, .class("empty"), text: words["reports.nothing"]) }
      HTML(.p, .class("actions")) {
        Anchor.html("/approval", words["approval.title"])
        Anchor.html("/packages", words["staffPackages.title"])
      }
      HTML(.h2, text: words["reports.ready"])
      if ready.isEmpty { HTML(.p, .class("empty"), text: words["reports.none"]) } else { ready.map(view.html) }
    }
  }

  private static func form(_ last: Month, _ visit: Visit, _ words: PageWords) -> HTML {
    let months = (0..<24).map { visit.today.month + -$0 }.filter { $0 <= last }
    let chosen = min(last, visit.workMonth)
    return Form.html("/reports", .class("sheet")) {
      Form.select(
        "month", words["reports.month"], months.map { ($0.description, words.month($0)) }, chosen: chosen.description)
      Form.select(
        "language", words["reports.language"], ReportID.languages.map { ($0, words["reports.language." + $0]) },
        chosen: visit.language.rawValue)
      Form.checks("with", words["reports.with"], [("summary", words["reports.with.summary"])], checked: [])
      HTML(.p, .class("hint"), text: words["reports.with.hint"])
      Form.button(words["reports.make"])
      HTML(.p, .class("hint"), text: words["reports.hint"])
    }
  }
}
