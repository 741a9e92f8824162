package import Drawing
import Figures
package import Records

/// What exports state of one post: each number as it was first reported and as it stands, and views over months.
package struct PostNumbers {
  private let statements: [PostStatement]
  private let words: Phrases

  /// Months of the chart at most, the last ones.
  private static let mostMonths = 13

  /// - Parameter statements: totals since publication, by metric and day, in the order of receipt.
  package init(_ statements: [PostStatement], words: Wording) {
    self.statements = statements
    self.words = Phrases(words)
  }

  package func html() -> HTML {
    SectionView.html(id: "numbers", words["post.numbers"]) {
      if statements.isEmpty {
        HTML(.p, .class("empty"), text: words["post.numbers.none"])
      } else {
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
