import Drawing

/// How to read the page.
struct ReadingBlock: DashboardBlock {
  let context: ReportContext

  private static let terms = [
    "atLeast", "people", "engagement", "constructive", "interval", "themes", "usual", "signal", "seam",
  ]

  func html() -> HTML {
    let words = context.words
    return SectionView.html(id: "reading", words["reading.title"]) {
      HTML(.dl, .class("reading")) {
        Self.terms.flatMap { term in
          [
            HTML(.dt, text: words["reading.\(term).term"]), HTML(.dd, text: words["reading.\(term).text"]),
          ]
        }
      }
    }
  }
}
