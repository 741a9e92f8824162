import Drawing
import Figures
import Records

/// Numbers that a later export states otherwise.
struct RestatementsBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let words = context.words
    let shown = context.book.data.restatements.filter { context.months.contains($0.month) }
      .sorted { ($1.month, $0.account, $0.metric.rawValue) < ($0.month, $1.account, $1.metric.rawValue) }
    return SectionView.html(id: "restatements", words["restatements.title"], lead: words["restatements.lead"]) {
      if shown.isEmpty {
        HTML(.p, .class("empty"), text: words["restatements.none"])
      } else {
        HTML(.div, .class("scroll")) { table(shown).html() }
      }
    }
  }

  private func table(_ restatements: [Restatement]) -> ChartTable {
    let words = context.words
    let accounts = Dictionary(context.book.data.accounts.map { ($0.id, $0) }) { first, _ in first }
    return ChartTable(
      header: [
        words["column.author"], words["column.month"], words["column.metric"],
        words["column.first"], words["column.latest"], words["column.difference"],
      ],
      rows: restatements.map { restatement in
        let unit = MetricRegister.definition(of: restatement.metric).unit
        let account = accounts[restatement.account]
        let who = account.map { $0.creator + " \u{B7} " + words.name($0.platform) } ?? ""
        return [
          ChartCell(who), ChartCell(words.monthAndYear(restatement.month)),
          ChartCell(words.name(restatement.metric)), number(restatement.firstReported, unit),
          number(restatement.latest, unit), difference(restatement, unit),
        ]
      })
  }

  private func difference(_ restatement: Restatement, _ unit: FigureUnit) -> ChartCell {
    let value = restatement.latest - restatement.firstReported
    return ChartCell(context.words.signed(value, unit), machine: context.words.machine(value, unit))
  }

  private func number(_ value: Double, _ unit: FigureUnit) -> ChartCell {
    ChartCell(context.words.value(value, unit), machine: context.words.machine(value, unit))
  }
}
