/// A line over months between the limits that may be expected of it. Signals carry a ring: told by shape, not by colour.
package struct ControlChart {
  package struct Point: Sendable, Hashable {
    package var label: MonthLabel
    /// Nil = no data.
    package var value: Double?
    /// Nil where no limits are known.
    package var limits: ClosedRange<Double>?
    package var isSignal: Bool

    package init(_ label: MonthLabel, _ value: Double?, limits: ClosedRange<Double>?, isSignal: Bool = false) {
      self.label = label
      self.value = value
      self.limits = limits
      self.isSignal = isSignal
    }
  }

  package var points: [Point]
  /// The mean that the line keeps to.
  package var centre: Double
  package var lastText: String?
  package var top: Double?
  package var seams: [Seam]
  package var height: Double
  private let axisText: (Double) -> String

  /// - Parameter top: Where the scale ends at least, such as 1 for shares.
  package init(
    _ points: [Point], centre: Double, lastText: String? = nil, top: Double? = nil, seams: [Seam] = [],
    height: Double = 200, axisText: @escaping (Double) -> String
  ) {
    self.points = points
    self.centre = centre
    self.lastText = lastText
    self.top = top
    self.seams = seams
    self.height = height
    self.axisText = axisText
  }

  package func drawn(in chart: String) -> Drawn {
    let highest = points.flatMap { [$0.value, $0.limits?.upperBound].compactMap { $0 } }.max() ?? 0
    let ticks = NiceTicks(through: max(top ?? 0, highest))
    let plot = MonthPlot(
      labels: points.map(\.label), ticks: ticks, texts: ticks.values.map(axisText), height: height)
    let content =
      points.indices.map { band($0, plot) } + plot.ground() + [middle(plot)] + lines(plot)
      + points.indices.flatMap { dot($0, plot) } + seams.flatMap { plot.seam(before: $0.index, $0.text) }
    return Drawn(content: content, height: height)
  }

  /// The limits of one month, as wide as the month: they step where the number of cases changes.
  private func band(_ index: Int, _ plot: MonthPlot) -> SVG {
    guard let limits = points[index].limits, limits.upperBound > limits.lowerBound else { return .empty }
    let top = plot.y(limits.upperBound)
    // A hair wider than the month, so that no white shows between two.
    return SVG(
      .rect,
      [
        .x(plot.centre(index) - plot.step / 2), .y(top), .width(plot.step + 0.3),
        .height(plot.y(limits.lowerBound) - top), .fill(.color(Palette.accentPale)),
      ])
  }

  private func middle(_ plot: MonthPlot) -> SVG {
    guard let first = points.firstIndex(where: { $0.limits != nil }) else { return .empty }
    let y = plot.y(centre)
    return SVG(
      .line,
      [
        .x1(plot.centre(first) - plot.step / 2), .x2(plot.right), .y1(y), .y2(y),
        .stroke(.color(Palette.accentLight)), .strokeWidth(1.4), .dash(6, 3),
      ])
  }

  private func lines(_ plot: MonthPlot) -> [SVG] {
    let breaks = Set(seams.map(\.index))
    return zip(points.indices, points.indices.dropFirst()).compactMap { one, two in
      guard !breaks.contains(two), let from = points[one].value, let to = points[two].value else { return nil }
      var path = PathData()
      path.move(plot.centre(one), plot.y(from))
      path.line(plot.centre(two), plot.y(to))
      return SVG(.path, [.path(path), .fill(.none), .stroke(.color(Palette.accent)), .strokeWidth(2)])
    }
  }

  private func dot(_ index: Int, _ plot: MonthPlot) -> [SVG] {
    guard let value = points[index].value else { return [plot.gap(index)] }
    let isLast = index == points.count - 1
    let (x, y) = (plot.centre(index), plot.y(value))
    var pieces = [
      SVG(
        .circle,
        [
          .cx(x), .cy(y), .radius(isLast ? 4 : 2.8), .fill(.color(Palette.accent)), .stroke(.color(Palette.paper)),
          .strokeWidth(1),
        ])
    ]
    if points[index].isSignal {
      pieces.append(
        SVG(
          .circle, [.cx(x), .cy(y), .radius(8), .fill(.none), .stroke(.color(Palette.rust)), .strokeWidth(1.8)]))
    }
    if isLast, let lastText {
      let half = TextMeasure.width(lastText, size: ChartStyle.text, bold: true) / 2
      // Over the band, where no line runs.
      let above = plot.y(max(value, points[index].limits?.upperBound ?? value)) - (points[index].isSignal ? 13 : 9)
      pieces.append(ChartStyle.label(lastText, min(x, plot.right - half), max(12, above), .middle, .bold))
    }
    return pieces
  }
}
