import Drawing
import Figures
import Records

/// Control charts: which months are out of the ordinary, and by which rule.
struct ControlBlock: DashboardBlock {
  let context: ReportContext

  private struct Chart {
    var id: String
    var title: String
    var unit: String
    var series: ControlledSeries
    var top: Double?
  }

  func html() -> HTML {
    let words = context.words
    let charts = charts()
    let longest = charts.max { $0.series.known < $1.series.known }
    return SectionView.html(id: "control", words["control.title"], lead: words["control.lead"]) {
      if let longest, charts.allSatisfy({ $0.series.line == nil }) {
        HTML(.p, .class("empty"), text: words.signal(longest.series))
      } else {
        HTML(.div, .class("charts")) { charts.map { chart($0.id, $0.title, $0.unit, $0.series, top: $0.top) } }
      }
    }
  }

  private func charts() -> [Chart] {
    let platforms = context.platforms()
    let constructive = Chart(
      id: "k-constructive", title: context.words["glance.constructive"], unit: context.words["unit.constructive"],
      series: context.book.controlConstructive(through: context.month), top: 1)
    return platforms.map { metric(.views, $0) }
      + (platforms.contains(.youtube) ? [metric(.watchHours, .youtube)] : []) + [constructive]
  }

  private func metric(_ metric: Metric, _ platform: Platform) -> Chart {
    let words = context.words
    return Chart(
      id: "k-\(metric.rawValue)-\(platform.rawValue)",
      title: words(
        "chart.metricOn", ["metric": .text(words.name(metric)), "platform": .text(words.name(platform))]),
      unit: metric == .watchHours ? words["unit.hoursPerMonth"] : words["unit.countPerMonth"],
      series: context.book.control(metric, ChannelSelection(platform: platform), through: context.month))
  }

  private func chart(_ id: String, _ title: String, _ unit: String, _ series: ControlledSeries, top: Double?) -> HTML {
    let words = context.words
    guard let line = series.line, let last = series.figures.last else {
      return HTML(.div, .class("chart")) {
        HTML(.h3, text: title)
        HTML(.p, .class("empty"), text: words.signal(series))
      }
    }
    let points = zip(words.monthLabels(series.months), line.points).map { label, point in
      ControlChart.Point(
        label, point.value, limits: point.value == nil ? nil : point.limits.lower...point.limits.upper,
        isSignal: !point.rules.isEmpty)
    }
    let drawn = ControlChart(
      points, centre: line.centre, lastText: last.value.map { words.value($0, last.unit) }, top: top,
      axisText: { words.axis($0, last.unit) }
    ).drawn(in: id)
    let caption = ChartCaption(
      id: id, title: title, unit: unit, count: words("control.months", ["n": .count(series.known)]),
      description: title + ". " + words.signal(line.now))
    return ChartFigure(
      caption, drawn, table: table(series, line, last.unit), tableTitle: words["chart.numbers"],
      legend: [LegendEntry(.solid(Palette.accentPale), words["legend.limits"])],
      notes: [
        words(
          "control.now", ["month": .text(words.monthAndYear(context.month)), "signal": .text(words.signal(line.now))])
      ]
    ).html()
  }

  private func table(_ series: ControlledSeries, _ line: ControlLine, _ unit: FigureUnit) -> ChartTable {
    let words = context.words
    func cell(_ value: Double) -> ChartCell {
      ChartCell(words.value(value, unit), machine: words.machine(value, unit))
    }
    return ChartTable(
      header: [
        words["column.month"], words["column.value"], words["column.lowerLimit"], words["column.upperLimit"],
        words["column.signal"],
      ],
      rows: zip(series.months, line.points).map { month, point in
        let name = ChartCell(words.monthAndYear(month))
        guard let value = point.value else {
          return [name, ChartCell(words["value.missing"])] + Array(repeating: ChartCell("\u{2013}"), count: 3)
        }
        return [
          name, cell(value), cell(point.limits.lower), cell(point.limits.upper), ChartCell(words.signal(point.rules)),
        ]
      })
  }
}
