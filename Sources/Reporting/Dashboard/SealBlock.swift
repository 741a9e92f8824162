import Drawing
import Figures
package import Records

/// How far the approval of a month is, for a page.
package struct MonthSeal: Sendable, Hashable {
  package var stage: SealStep
  /// Figures that are not as they were frozen.
  package var changes: Int
  /// Corrections of the months on the page.
  package var errata: [Erratum]

  package init(stage: SealStep, changes: Int, errata: [Erratum]) {
    self.stage = stage
    self.changes = changes
    self.errata = errata
  }
}

/// Whether the month was approved, what has changed since, and what was corrected. Left out while nobody prepared it.
struct SealBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    guard let seal = context.seal else { return HTML([HTML]()) }
    let words = context.words
    return SectionView.html(id: "seal", words["seal.title"], lead: words["seal.lead"]) {
      HTML(.p, text: words["seal.stage.\(seal.stage.rawValue)"])
      if seal.changes > 0 { HTML(.p, .class("notice"), text: words("seal.changed", ["n": .count(seal.changes)])) }
      if !seal.errata.isEmpty {
        HTML(.h3, text: words["seal.errata"])
        HTML(.div, .class("scroll")) { table(seal.errata).html() }
      }
    }
  }

  private func table(_ errata: [Erratum]) -> ChartTable {
    let words = context.words
    return ChartTable(
      header: [
        words["column.number"], words["column.month"], words["column.metric"], words["column.first"],
        words["column.latest"], words["seal.reason"], words["column.received"],
      ],
      rows: errata.map { item in
        [
          ChartCell(String(item.number)), ChartCell(words.monthAndYear(item.month)), ChartCell(words.name(item.new)),
          number(item.old), number(item.new), ChartCell(item.reason), ChartCell(words.date(item.at.day(offset: 0))),
        ]
      })
  }

  private func number(_ figure: SealedFigure) -> ChartCell {
    let text = context.words.value(figure)
    guard let value = figure.value else { return ChartCell(text) }
    return ChartCell(text, machine: context.words.machine(value, figure.unit))
  }
}
