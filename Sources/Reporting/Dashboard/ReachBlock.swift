import Drawing
import Figures
import Records

/// People reached, as ranges: the same person may be counted more than once.
struct ReachBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    SectionView.html(id: "reach", context.words["reach.title"], lead: context.words["reach.lead"]) {
      HTML(.div, .class("charts")) { context.platforms().map(chart) }
    }
  }

  private func chart(_ platform: Platform) -> HTML {
    let words = context.words
    let metric: Metric = platform == .youtube ? .uniqueViewers : .reach
    let series = context.book.series(metric, ChannelSelection(platform: platform), through: context.month)
    let id = "c-people-\(platform.rawValue)"
    guard let last = series.last, series.contains(where: { !$0.isMissing }) else { return .empty }
    let title = words(
      "chart.metricOn", ["metric": .text(words.name(metric)), "platform": .text(words.name(platform))])
    let bars = zip(words.monthLabels(context.months), series)
      .map { RangeChart.Bar($0, lower: $1.atLeast, upper: $1.atMost, open: $1.knownSum) }
    let isOpen = series.contains { !$0.isMissing && $0.atMost == nil }
    let chart = RangeChart(
      bars, seams: context.seams(metric, platform), axisText: { words.axis($0, .people) })
    let description = words(
      "chart.describe",
      [
        "title": .text(title), "month": .text(words.monthAndYear(context.month)),
        "value": .text(words.text(last)),
      ])
    return ChartFigure(
      ChartCaption(
        id: id, title: title, unit: words["unit.people"], count: words.channels(last),
        description: description), chart.drawn(in: id), table: table(series),
      tableTitle: words["chart.numbers"],
      legend: isOpen ? [LegendEntry(.hatched, words["legend.open"])] : [],
      notes: [words("reach.now", ["value": .text(words.text(last))])]
    ).html()
  }

  private func table(_ series: [Figure]) -> ChartTable {
    let words = context.words
    func cell(_ value: Double?) -> ChartCell {
      value.map { ChartCell(words.count($0), machine: words.machine($0, .people)) }
        ?? ChartCell(words["value.unknown"])
    }
    return ChartTable(
      header: [
        words["column.month"], words["column.atLeast"], words["column.atMost"], words["column.channels"],
      ],
      rows: zip(context.months, series).map { month, figure in
        [
          ChartCell(words.monthAndYear(month)), cell(figure.atLeast), cell(figure.atMost),
          ChartCell(words.channels(figure)),
        ]
      })
  }
}
