package import Drawing
import Figures
package import Records

/// The parts of the dashboard that speak of themes, for a page of their own: the same figures, the same drawings.
package struct ThemePieces {
  private let context: ReportContext

  /// - Parameter data: tallies of the months up to `month`, with what its talks spoke of more than those before.
  package init(_ data: ProgrammeData, month: Month, words: Wording) {
    context = ReportContext(book: FigureBook(data), month: month, words: Phrases(words))
  }

  /// All themes over the months.
  package func themes() -> HTML { ThemesBlock(context: context).html() }

  /// What the month's talks spoke of more than those of the year before.
  package func keyness() -> HTML { KeynessBlock(context: context).html() }

  /// Themes that have figures, in their order.
  package var themeIDs: [String] { context.book.themeIDs }

  /// One theme over the months: the share of talking time that speaks for it.
  package func trend(_ theme: String) -> HTML {
    let words = context.words
    let shares = context.months.map { context.book.themeShare(theme, in: $0) }
    let coverage = context.book.transcriptCoverage(in: context.month)
    guard let last = shares.last, shares.contains(where: { $0.promotes.value != nil }) else {
      return HTML(.p, .class("empty"), text: words["themes.none"])
    }
    let points = zip(words.monthLabels(context.months), shares).map { label, share in
      LineChart.Point(label, share.promotes.value, band: share.promotes.limits)
    }
    let chart = LineChart(
      points, lastText: last.promotes.value.map(words.percent), axisText: { words.axis($0, .share) })
    let caption = ChartCaption(
      id: "c-theme", title: words["themes.chart"] + ": " + words.theme(theme), unit: words["themes.one.unit"],
      count: words("talks.transcribed", ["known": .count(coverage.known), "n": .count(coverage.of)]),
      description: words["themes.lead"])
    return ChartFigure(
      caption, chart.drawn(in: "c-theme"), table: table(shares), tableTitle: words["chart.numbers"],
      notes: [words["note.indicative"]]
    ).html()
  }

  private func table(_ shares: [ThemeShare]) -> ChartTable {
    let words = context.words
    return ChartTable(
      header: [words["column.month"], words["stance.promotes"], words["stance.mentions"]],
      rows: zip(context.months, shares).map { month, share in
        [ChartCell(words.monthAndYear(month)), words.cell(share.promotes), words.cell(share.mentions)]
      })
  }
}
