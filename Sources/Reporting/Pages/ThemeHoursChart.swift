import Drawing
import Figures
import Records

/// Watch hours by theme, each between at least and at most.
struct ThemeHoursChart {
  let context: ReportContext

  private struct Row {
    var theme: String
    var figure: Figure
  }

  func html() -> HTML {
    let words = context.words
    let coverage = context.book.watchedCoverage(in: context.month)
    guard coverage.talks > 0 else { return HTML(.p, .class("empty"), text: words["watched.none"]) }
    let rows = context.book.themeIDs.map { Row(theme: $0, figure: context.book.themeHours($0, in: context.month)) }
      .filter { ($0.figure.value ?? 0) > 0 }
    guard !rows.isEmpty else { return HTML(.p, .class("empty"), text: words["watched.noThemes"]) }
    let id = "c-theme-hours"
    let caption = ChartCaption(
      id: id, title: words["watched.title"], unit: words["watched.unit"], count: words.covered(coverage),
      description: words(
        "chart.describeShort",
        ["title": .text(words["watched.title"]), "month": .text(words.monthAndYear(context.month))]))
    return ChartFigure(
      caption, plot(rows).drawn(in: id), table: table(rows), tableTitle: words["chart.numbers"],
      notes: [words["watched.even"], words["note.indicative"]]
    ).html()
  }

  private func plot(_ rows: [Row]) -> DotPlot {
    let words = context.words
    let top = NiceTicks(through: rows.compactMap { $0.figure.range?.upper }.max() ?? 1).top
    let marks = rows.map { row -> DotPlot.Row in
      DotPlot.Row(
        label: words.theme(row.theme), text: row.figure.value.map { words.value($0, .hours) } ?? "",
        value: row.figure.value, interval: bounds(row.figure))
    }
    return DotPlot(marks, domain: 0...top, axisText: { words.axis($0, .hours) })
  }

  private func bounds(_ figure: Figure) -> ClosedRange<Double>? {
    guard let lower = figure.range?.lower, let upper = figure.range?.upper, lower <= upper else { return nil }
    return lower...upper
  }

  private func table(_ rows: [Row]) -> ChartTable {
    let words = context.words
    func cell(_ value: Double?) -> ChartCell {
      value.map { ChartCell(words.value($0, .hours), machine: words.machine($0, .hours)) }
        ?? ChartCell(words["value.unknown"])
    }
    return ChartTable(
      header: [
        words["column.theme"], words["metric.watch_hours"], words["column.atLeast"], words["column.atMost"],
      ],
      rows: rows.map { row in
        [
          ChartCell(words.theme(row.theme)), cell(row.figure.value), cell(row.figure.range?.lower),
          cell(row.figure.range?.upper),
        ]
      })
  }
}
