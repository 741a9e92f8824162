package import Records

/// Totals of platform numbers over channels.
extension FigureBook {
  /// A metric over a selection of channels in a month.
  ///
  /// Certain only when every channel that should have a number has one; otherwise what is known is "at least".
  /// People are never added: the range goes from the largest part to the sum.
  package func total(
    _ metric: Metric, _ selection: ChannelSelection = .all, in month: Month
  ) -> Figure {
    let definition = MetricRegister.definition(of: metric)
    let channels = expected(metric, selection, month)
    let parts = channels.compactMap { self.metric(metric, $0.id, month) }.filter { $0.atLeast != nil }
    let known = parts.filter { definition.additivity == .people || $0.value != nil }.count
    var figure = Figure(
      id: "\(metric.rawValue)/\(selection.name)/\(month)", unit: definition.unit, value: nil,
      known: known, of: channels.count, period: month.period,
      definition: definitionName(metric, channels, month), basis: Set(parts.map(\.basis)))
    set(&figure, parts, definition.additivity)
    figure.cautions = cautions(parts, missing: channels.count - known)
    return figure
  }

  private func set(_ figure: inout Figure, _ parts: [MonthlyMetric], _ additivity: Additivity) {
    guard !parts.isEmpty else { return }
    let lowers = parts.compactMap(\.atLeast)
    let uppers = parts.compactMap(\.atMost)
    let isBounded = uppers.count == figure.of
    let isCertain = parts.count == figure.of && parts.allSatisfy { $0.value != nil }
    switch additivity {
    case .adds, .signed:
      if isCertain {
        figure.value = lowers.reduce(0, +)
      } else if additivity == .adds {
        let upper = isBounded ? uppers.reduce(0, +) : nil
        figure.range = FigureRange(lower: lowers.reduce(0, +), upper: upper, kind: .bounds)
      }
    case .people, .level:
      if isCertain, parts.count == 1 {
        figure.value = lowers.first
      } else {
        let upper = isBounded ? uppers.reduce(0, +) : nil
        figure.range = FigureRange(lower: lowers.max(), upper: upper, kind: .bounds)
        figure.knownSum = upper == nil ? uppers.reduce(0, +) : nil
      }
    case .ratio:
      if isCertain, parts.count == 1 { figure.value = lowers.first }
    }
  }

  private func definitionName(_ metric: Metric, _ channels: [AccountCard], _ month: Month) -> String {
    Set(channels.map(\.platform)).sorted()
      .map { MetricRegister.definitionName(metric, $0, month) }.joined(separator: "+")
  }

  private func cautions(_ parts: [MonthlyMetric], missing: Int) -> [Caution] {
    var cautions: [Caution] = []
    if missing > 0 { cautions.append(.missing(missing)) }
    let correction = parts.reduce(0) { $0 + $1.correction }
    if correction < 0 { cautions.append(.corrected(correction)) }
    if parts.contains(where: \.isApproximate) { cautions.append(.approximate) }
    if let day = parts.filter({ $0.basis == .snapshots }).compactMap(\.asOf).min() {
      cautions.append(.snapshot(day))
    }
    return cautions
  }

  /// A metric month by month, the given month last. Months without data are figures that are missing.
  package func series(
    _ metric: Metric, _ selection: ChannelSelection = .all, through month: Month, count: Int = 12
  ) -> [Figure] {
    months(through: month, count: count).map { total(metric, selection, in: $0) }
  }
}

extension MonthlyMetric {
  package var atLeast: Double? { value ?? lower }
  package var atMost: Double? { value ?? upper }
}
