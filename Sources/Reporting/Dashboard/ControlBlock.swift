import Drawing
import Figures
import Records

/// Control charts: which months are out of the ordinary, and by which rule.
struct ControlBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let words = context.words
    return SectionView.html(id: "control", words["control.title"], lead: words["control.lead"]) {
      HTML(.div, .class("charts")) {
        context.platforms().map { metric(.views, $0) }
        context.platforms().contains(.youtube) ? metric(.watchHours, .youtube) : .empty
        constructive()
      }
    }
  }

  private func metric(_ metric: Metric, _ platform: Platform) -> HTML {
    let words = context.words
    let series = context.book.control(metric, ChannelSelection(platform: platform), through: context.month)
    let title = words(
      "chart.metricOn", ["metric": .text(words.name(metric)), "platform": .text(words.name(platform))])
    let unit = metric == .watchHours ? words["unit.hoursPerMonth"] : words["unit.countPerMonth"]
    return chart("k-\(metric.rawValue)-\(platform.rawValue)", title, unit, series, top: nil)
  }

  private func constructive() -> HTML {
    let series = context.book.controlConstructive(through: context.month)
    return chart(
      "k-constructive", context.words["glance.constructive"], context.words["unit.constructive"], series, top: 1)
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
