package import Drawing
import Figures
package import Records

/// What exports state of one post: each number as it was first reported and as it stands, and views over months.
package struct PostNumbers {
  /// Totals since publication.
  private let statements: [PostStatement]
  private let periods: [PostStatement]
  private let words: Phrases

  /// Months of the chart at most, the last ones.
  private static let mostMonths = 13

  /// - Parameter statements: totals since publication and numbers of days, by metric and day, in the order of receipt.
  package init(_ statements: [PostStatement], words: Wording) {
    self.statements = statements.filter { $0.from == nil }
    periods = statements.filter { $0.from != nil }
    self.words = Phrases(words)
  }

  package func html() -> HTML {
    SectionView.html(id: "numbers", words["post.numbers"]) {
      if statements.isEmpty && periods.isEmpty { HTML(.p, .class("empty"), text: words["post.numbers.none"]) }
      if !periods.isEmpty {
        HTML(.h3, text: words["post.periods"])
        HTML(.div, .class("scroll")) { periodTable().html(folds: true) }
      }
      if !statements.isEmpty {
        HTML(.h3, text: words["post.totals"])
        chart()
        HTML(.div, .class("scroll")) { table().html(folds: true) }
        HTML(.p, .class("small"), text: words["post.numbers.note"])
      }
    }
  }

  private func table() -> ChartTable {
    let byMetric = Dictionary(grouping: statements, by: \.metric)
    let metrics = Metric.allCases.filter { byMetric[$0] != nil }
    return ChartTable(
      header: [words["post.metric"], words["post.first"], words["post.latest"], words["post.times"]],
      rows: metrics.compactMap { metric in
        guard let all = byMetric[metric], let first = all.first, let last = all.last else { return nil }
        return [
          ChartCell(words.name(metric)), cell(first), cell(last),
          ChartCell(words.count(all.count), machine: String(all.count)),
        ]
      })
  }

  /// Stretches of days shown at most, the last ones.
  private static let mostPeriods = 24
  private static let periodMetrics: [Metric] = [.views, .reach, .watchHours, .likes, .comments, .shares, .saves]

  /// Numbers of stretches of days, each as it stands and, where it was restated, as it was first reported. Never summed.
  private func periodTable() -> ChartTable {
    let shown = Self.periodMetrics.filter { metric in periods.contains { $0.metric == metric } }
    let days = Set(periods.map { Period(from: $0.from ?? $0.asOf, through: $0.asOf) })
      .sorted { ($0.through, $0.from) > ($1.through, $1.from) }.prefix(Self.mostPeriods)
    return ChartTable(
      header: [words["post.days"]] + shown.map(words.name),
      rows: days.map { period in
        let title =
          period.wholeMonth.map(words.monthAndYear)
          ?? words.date(period.from) + " \u{2013} " + words.date(period.through)
        return [ChartCell(title)] + shown.map { cell($0, period) }
      })
  }

  private func cell(_ metric: Metric, _ period: Period) -> ChartCell {
    let found = periods.filter { $0.metric == metric && $0.from == period.from && $0.asOf == period.through }
    guard let first = found.first, let last = found.last else { return ChartCell("\u{2013}") }
    let unit = MetricRegister.definition(of: metric).unit
    let value = words.value(last.value, unit)
    let machine = words.machine(last.value, unit)
    guard first.value != last.value else { return ChartCell(value, machine: machine) }
    let before = words("post.firstValue", ["value": .text(words.value(first.value, unit))])
    return ChartCell(value + " (" + before + ")", machine: machine)
  }

  private func cell(_ statement: PostStatement) -> ChartCell {
    let unit = MetricRegister.definition(of: statement.metric).unit
    let value = (statement.isApproximate ? "\u{2248} " : "") + words.value(statement.value, unit)
    return ChartCell(value + " (" + words.date(statement.asOf) + ")", machine: words.machine(statement.value, unit))
  }

  /// The last total of views stated in each month; months without one are gaps.
  private func chart() -> HTML {
    let views = statements.filter { $0.metric == .views }
    guard let first = views.first?.asOf.month, let last = views.last?.asOf.month, first < last else { return .empty }
    let months = (0...(last - first)).map { first + $0 }.suffix(Self.mostMonths)
    let latest = Dictionary(views.map { ($0.asOf.month, $0.value) }) { $1 }
    let points = zip(words.monthLabels(Array(months)), months).map { LineChart.Point($0, latest[$1]) }
    let chart = LineChart(
      points, lastText: latest[last].map { words.value($0, .count) }, axisText: { words.axis($0, .count) })
    let title = words["post.views"]
    let caption = ChartCaption(
      id: "c-views", title: title, unit: words["post.views.unit"],
      count: words("post.views.count", ["n": .count(views.count)]),
      description: words(
        "chart.describeShort", ["title": .text(title), "month": .text(words.monthAndYear(last))]))
    let table = ChartTable(
      header: [words["column.month"], words.name(Metric.views)],
      rows: months.map { month in
        let value = latest[month]
        return [
          ChartCell(words.monthAndYear(month)),
          value.map { ChartCell(words.value($0, .count), machine: words.machine($0, .count)) }
            ?? ChartCell(words["value.missing"]),
        ]
      })
    return ChartFigure(caption, chart.drawn(in: "c-views"), table: table, tableTitle: words["chart.numbers"]).html()
  }
}
