import Drawing
import Figures
import Records

/// Columns over twelve months of a metric that adds.
struct MetricChart {
  let context: ReportContext
  let metric: Metric
  let platform: Platform
  var selection: ChannelSelection = .all
  /// Draws the usual range behind the columns.
  var showsBand = false

  private var chosen: ChannelSelection { ChannelSelection(creator: selection.creator, platform: platform) }

  func html() -> HTML {
    let words = context.words
    let series = context.book.series(metric, chosen, through: context.month)
    guard series.contains(where: { !$0.isMissing }), let last = series.last else { return .empty }
    let id = "c-\(metric.rawValue)-\(platform.rawValue)"
    let band = showsBand ? context.book.usualBand(metric, chosen, before: context.month) : nil
    let chart = ColumnChart(
      columns(series), lastText: last.drawn == nil ? nil : words.text(last),
      band: band.map { $0.limits.lower...$0.limits.upper }, seams: context.seams(metric, platform),
      wholeOnly: last.unit == .count, axisText: { words.axis($0, last.unit) })
    let title = words(
      "chart.metricOn", ["metric": .text(words.name(metric)), "platform": .text(words.name(platform))])
    let caption = ChartCaption(
      id: id, title: title, unit: unit(last.unit), count: count(last), description: description(title, series))
    return ChartFigure(
      caption, chart.drawn(in: id), table: table(series), tableTitle: words["chart.numbers"],
      legend: legend(series, hasBand: band != nil), notes: notes(series)
    ).html()
  }

  /// "22 of 24 channels"; for one channel alone, whether its number is there.
  private func count(_ figure: Figure) -> String {
    guard figure.of == 1 else { return context.words.channels(figure) }
    if figure.isMissing { return context.words.name(Completeness.missing) }
    return context.words.name(figure.value == nil ? Completeness.partial : .complete)
  }

  private func unit(_ unit: FigureUnit) -> String {
    unit == .hours ? context.words["unit.hoursPerMonth"] : context.words["unit.countPerMonth"]
  }

  private func columns(_ series: [Figure]) -> [ColumnChart.Column] {
    zip(context.words.monthLabels(context.months), series).map { label, figure in
      ColumnChart.Column(label, figure.drawn, isPartial: figure.value == nil)
    }
  }

  private func description(_ title: String, _ series: [Figure]) -> String {
    let words = context.words
    guard let last = series.last else { return title }
    return words(
      "chart.describe",
      [
        "title": .text(title), "month": .text(words.monthAndYear(context.month)),
        "value": .text(words.text(last)),
      ])
  }

  private func table(_ series: [Figure]) -> ChartTable {
    let words = context.words
    let header = [words["column.month"], words.name(metric), words["column.channels"]]
    return ChartTable(
      header: header,
      rows: zip(context.months, series).map { month, figure in
        [ChartCell(words.monthAndYear(month)), words.cell(figure), ChartCell(count(figure))]
      })
  }

  private func legend(_ series: [Figure], hasBand: Bool) -> [LegendEntry] {
    let words = context.words
    var entries: [LegendEntry] = []
    if series.contains(where: { $0.drawn != nil && $0.value == nil }) {
      entries.append(LegendEntry(.hatched, words["legend.partial"]))
    }
    if hasBand { entries.append(LegendEntry(.solid(Palette.accentPale), words["legend.band"])) }
    return entries
  }

  private func notes(_ series: [Figure]) -> [String] {
    let words = context.words
    return (series.last?.cautions ?? []).compactMap { caution in
      switch caution {
      case .corrected(let step): words("note.corrected", ["value": .text(words.count(-step))])
      case .snapshot(let day): words("note.snapshot", ["date": .text(words.date(day))])
      case .approximate: words["note.approximate"]
      case .missing, .indicative, .clustered: nil
      }
    }
  }
}
