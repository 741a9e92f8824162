import Drawing
import Hummingbird
import Records
import Reporting
import Workflows

/// Reports that lie ready, and a form for one more.
enum ReportsPage {
  static let page = Page(.get, "/reports", for: .staff) { visit in
    let words = visit.words()
    let ready = ReportShelf(folder: visit.desk.places.reports).list()
    let last = try visit.desk.archive.counts().lastMonth
    return visit.page(words["reports.title"], path: "/reports", words: words) {
      if let last { form(last, visit, words) } else { HTML(.p, .class("empty"), text: words["reports.nothing"]) }
      HTML(.h2, text: words["reports.ready"])
      if ready.isEmpty { HTML(.p, .class("empty"), text: words["reports.none"]) } else { list(ready, words) }
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
      Form.button(words["reports.make"])
      HTML(.p, .class("hint"), text: words["reports.hint"])
    }
  }

  private static func list(_ ids: [ReportID], _ words: PageWords) -> HTML {
    var table = Table([words["reports.month"], words["reports.language"], words["reports.file"]])
    for id in ids {
      table.add([
        Anchor.html("/reports/\(id.text)", words.month(id.month)), HTML(text: words["reports.language." + id.language]),
        Anchor.html("/reports/\(id.text)", words["reports.download"], query: [("save", "1")]),
      ])
    }
    return table.html()
  }
}
