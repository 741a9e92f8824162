package import Records

/// A control chart with the months it is drawn over.
package struct ControlledSeries: Sendable, Hashable {
  package var months: [Month]
  package var figures: [Figure]
  /// Nil where too few months are known.
  package var line: ControlLine?
  /// Months with a certain number, since the platform last began to count differently.
  package var known: Int
}

extension FigureBook {
  /// Months a control chart looks back over at most.
  package static let controlMonths = 24

  /// XmR chart of a metric that adds. Months before a change of definition, and months known only in part, are left out.
  package func control(
    _ metric: Metric, _ selection: ChannelSelection = .all, through month: Month
  ) -> ControlledSeries {
    let months = controlled(through: month)
    let figures = months.map { total(metric, selection, in: $0) }
    let first = seam(metric, selection, months)
    let values = zip(months, figures).map { $0 < first ? nil : $1.value }
    let cut = unknownAtFirst(values)
    return ControlledSeries(
      months: Array(months.dropFirst(cut)), figures: Array(figures.dropFirst(cut)),
      line: ControlLine.individuals(Array(values.dropFirst(cut)), floor: 0), known: values.compactMap { $0 }.count)
  }

  /// p-chart of the constructive share. The number of cases is the effective one, since comments under one page
  /// resemble one another; months with fewer opinions than `smallestBase` are left out.
  package func controlConstructive(
    _ selection: ChannelSelection = .all, through month: Month, smallestBase: Int = 30
  ) -> ControlledSeries {
    let months = controlled(through: month)
    let answers = months.map { responses(selection, in: $0) }
    let shares = answers.map { answer -> ControlLine.Share? in
      guard answer.opinions >= smallestBase, let value = answer.constructive.value else { return nil }
      return ControlLine.Share(value: value, cases: answer.effectiveCases)
    }
    let cut = unknownAtFirst(shares)
    return ControlledSeries(
      months: Array(months.dropFirst(cut)), figures: answers.dropFirst(cut).map(\.constructive),
      line: ControlLine.shares(Array(shares.dropFirst(cut))), known: shares.compactMap { $0 }.count)
  }

  /// Months at the beginning of which nothing is known, beyond the twelve that every chart shows.
  private func unknownAtFirst<Value>(_ values: [Value?]) -> Int {
    min(values.prefix { $0 == nil }.count, max(0, values.count - 12))
  }

  /// The twelve months of the page, and earlier ones as far as the data go.
  private func controlled(through month: Month) -> [Month] {
    let earliest = data.metrics.lazy.map(\.month).min().map { min($0, data.comments.lazy.map(\.month).min() ?? $0) }
    let count = min(Self.controlMonths, max(12, month - (earliest ?? month) + 1))
    return self.months(through: month, count: count)
  }

  /// The first month that is counted as the last one is.
  private func seam(_ metric: Metric, _ selection: ChannelSelection, _ months: [Month]) -> Month {
    guard let first = months.first, let last = months.last else { return Month(index: 0) }
    let breaks = Set(channels(selection).map(\.platform))
      .flatMap { MetricRegister.breaks(of: metric, on: $0, from: first, through: last) }
    // The month of the change itself is mixed.
    return breaks.map { $0.day.civil.day == 1 ? $0.day.month : $0.day.month + 1 }.max() ?? first
  }
}
