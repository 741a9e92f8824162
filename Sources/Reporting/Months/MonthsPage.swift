package import Drawing
import Figures
package import Records

/// The reports of a month that lie beside the page.
package struct MonthEntry: Sendable, Hashable {
  package var month: Month
  /// Names of files in the same folder; nil where there is none.
  package var dashboard: String?
  package var brief: String?

  package init(month: Month, dashboard: String?, brief: String?) {
    self.month = month
    self.dashboard = dashboard
    self.brief = brief
  }
}

/// The page over all months: links to what was made of each, and the lines of the main figures.
package struct MonthsPage {
  private let context: ReportContext
  private let entries: [MonthEntry]
  private let style: Stylesheet
  private let preparedOn: Day

  /// - Parameters:
  ///   - data: tallies through the newest of the months.
  ///   - entries: months with reports in this page's language.
  package init(
    data: ProgrammeData, through month: Month, entries: [MonthEntry], words: Wording, style: Stylesheet, preparedOn: Day
  ) {
    context = ReportContext(book: FigureBook(data), month: month, words: Phrases(words), preparedOn: preparedOn)
    self.entries = entries.sorted { $1.month < $0.month }
    self.style = style
    self.preparedOn = preparedOn
  }

  private var words: Phrases { context.words }

  /// The page as UTF-8.
  package func html() -> [UInt8] {
    let title = words["months.title"]
    return PageShell(language: words.language, title: title, style: style, kind: "dashboard").document {
      HTML(.header) {
        HTML(.p, .class("over"), text: words("page.prepared", ["date": .text(words.date(preparedOn))]))
        HTML(.h1, text: title)
        HTML(.p, .class("small"), text: words["page.inHouse"])
      }
      HTML(.main) {
        SectionView.html(id: "lines", words["months.lines"]) { HTML(.div, .class("cards")) { cards() } }
        SectionView.html(id: "months", words["months.list"]) { table() }
      }
    }
  }

  private func cards() -> [HTML] {
    let book = context.book
    let lines: [(String, (Month) -> Figure)] = [
      ("metric.views", { book.total(.views, in: $0) }), ("metric.watch_hours", { book.total(.watchHours, in: $0) }),
      ("glance.reach", { book.reach(in: $0) }), ("glance.talks", { book.talksPublished(in: $0) }),
      ("glance.themeHours", { book.themeHours(in: $0) }),
      ("glance.constructive", { book.responses(in: $0).constructive }),
    ]
    return lines.map { key, figure in
      GlanceCard(
        title: words[key], figure: figure(context.month), series: context.months.map(figure), change: nil, notes: [],
        words: words
      ).html()
    }
  }

  private func table() -> HTML {
    HTML(.table, .class("months")) {
      HTML(.thead) {
        HTML(.tr) {
          ["column.month", "months.dashboard", "months.brief", "metric.views"].map {
            HTML(.th, .scope(.col), text: words[$0])
          }
        }
      }
      HTML(.tbody) { entries.map(row) }
    }
  }

  private func row(_ entry: MonthEntry) -> HTML {
    HTML(.tr) {
      HTML(.th, .scope(.row), text: words.monthAndYear(entry.month))
      HTML(.td, .column(words["months.dashboard"])) { link(entry.dashboard, "months.open") }
      HTML(.td, .column(words["months.brief"])) { link(entry.brief, "months.open") }
      HTML(.td, .column(words["metric.views"])) {
        FigureView(context.book.total(.views, in: entry.month), words).html()
      }
    }
  }

  private func link(_ file: String?, _ key: String) -> HTML {
    guard let file, let link = Link(relative: file) else { return HTML(text: "\u{2013}") }
    return HTML(.a, .link(link), text: words[key])
  }
}
