import Drawing
import Figures
import Records

/// Comments that nearly repeat one another: shares with and without them, and whether they came together. Counts only.
struct CopiesBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let words = context.words
    return SectionView.html(id: "copies", words["copies.title"], lead: words["copies.lead"]) {
      if let copies = context.book.copiedComments(in: context.month) {
        HTML(.p) { words("copies.compared", ["n": .count(copies.check.compared)]) + " " + found(copies) }
        if copies.isTold {
          HTML(.div, .class("scroll")) { shares(copies).html() }
          synchrony(copies)
        }
        HTML(.p, .class("small"), text: words["copies.caution"])
      } else {
        HTML(.p, .class("empty"), text: words["copies.none"])
      }
    }
  }

  private func found(_ copies: CopiedComments) -> String {
    let words = context.words
    if copies.check.copied == 0 { return words["copies.noneFound"] }
    guard copies.isTold else { return words("copies.few", ["n": .count(CopiedComments.smallestCell)]) }
    return words(
      "copies.found",
      [
        "n": .count(copies.check.copied), "share": .text(words.text(copies.share)),
        "groups": .text(words.count(copies.check.groups)),
      ])
  }

  private func shares(_ copies: CopiedComments) -> ChartTable {
    let words = context.words
    func row(_ name: String, _ figure: Figure?) -> [ChartCell] {
      guard let figure, (figure.n ?? 0) >= 30 else {
        let text = words("answers.tooFew", ["n": .count(figure?.n ?? 0)])
        return [ChartCell(words[name]), ChartCell(text), ChartCell("\u{2013}"), ChartCell("\u{2013}")]
      }
      let n = figure.n ?? 0
      return [
        ChartCell(words[name]), words.cell(figure), ChartCell(words.interval(figure) ?? words["value.missing"]),
        ChartCell(words.count(n), machine: words.machine(Double(n), .count)),
      ]
    }
    return ChartTable(
      header: [
        words["glance.constructive"], words["column.share"], words["column.interval"], words["column.answers"],
      ],
      rows: [row("copies.with", copies.constructive), row("copies.without", copies.constructiveWithout)])
  }

  /// Pairs that came close together, beside what chance makes of the same day.
  private func synchrony(_ copies: CopiedComments) -> HTML {
    let words = context.words
    let windows = copies.check.windows
    guard !windows.isEmpty else { return HTML(.p, .class("small"), text: words["copies.untimed"]) }
    let table = ChartTable(
      header: [words["copies.within"], words["copies.pairs"], words["copies.expected"], words["copies.p"]],
      rows: windows.map { window in
        [
          ChartCell(words["copies.window.\(window.seconds)"]),
          ChartCell(words.count(window.pairs), machine: words.machine(Double(window.pairs), .count)),
          ChartCell(words.formats.number(window.expected, decimals: 1)),
          ChartCell(words.formats.number(window.p, decimals: 3)),
        ]
      })
    return HTML(.div, .class("block")) {
      HTML(.h3, text: words["copies.together"])
      HTML(.p, .class("unit"), text: words("copies.timed", ["n": .count(copies.check.timed)]))
      HTML(.div, .class("scroll")) { table.html() }
      HTML(.p, .class("small"), text: words["copies.pNote"])
    }
  }
}
