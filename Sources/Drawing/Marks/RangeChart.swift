/// Bars from "at least" to "at most" over months. A bar without an upper end is open at the top.
package struct RangeChart {
  package struct Bar: Sendable, Hashable {
    package var label: MonthLabel
    package var lower: Double?
    package var upper: Double?
    /// Where the bar is cut when nothing limits it: the sum of what is known.
    package var open: Double?

    /// Both nil = no data; only `upper` nil = "at least" alone.
    package init(_ label: MonthLabel, lower: Double?, upper: Double?, open: Double? = nil) {
      self.label = label
      self.lower = lower
      self.upper = upper
      self.open = open
    }
  }

  package var bars: [Bar]
  package var seams: [Seam]
  package var height: Double
  private let axisText: (Double) -> String

  package init(
    _ bars: [Bar], seams: [Seam] = [], height: Double = 200, axisText: @escaping (Double) -> String
  ) {
    self.bars = bars
    self.seams = seams
    self.height = height
    self.axisText = axisText
  }

  package func drawn(in chart: String) -> Drawn {
    let highest = bars.flatMap { [$0.lower, $0.upper, $0.open].compactMap { $0 } }.max() ?? 0
    let ticks = NiceTicks(through: highest, wholeOnly: true)
    let plot = MonthPlot(
      labels: bars.map(\.label), ticks: ticks, texts: ticks.values.map(axisText), height: height)
    let content =
      plot.ground() + bars.indices.flatMap { bar($0, plot, chart) }
      + seams.flatMap { plot.seam(before: $0.index, $0.text) }
    return Drawn(content: content, height: height)
  }

  private func bar(_ index: Int, _ plot: MonthPlot, _ chart: String) -> [SVG] {
    guard let lower = bars[index].lower else { return [plot.gap(index)] }
    let x = plot.centre(index)
    let width = min(26, plot.step * 0.6)
    let isLast = index == bars.count - 1
    let color = isLast ? Palette.accent : Palette.accentLight
    let end = bars[index].upper ?? bars[index].open ?? lower
    let top = plot.y(max(end, lower))
    let isOpen = bars[index].upper == nil
    let rect = SVG(
      .rect,
      [
        .x(x - width / 2), .y(top), .width(width), .height(max(2.5, plot.y(lower) - top)),
        .fill(isOpen ? ChartStyle.hatch(chart) : .color(color)),
      ])
    return isOpen ? [rect] + openEnd(x, top, plot.y(lower), width, plot) : [rect]
  }

  /// A firm foot and dashes upwards: at least this, nobody knows how much more.
  private func openEnd(_ x: Double, _ top: Double, _ foot: Double, _ width: Double, _ plot: MonthPlot) -> [SVG] {
    let base = SVG(
      .line,
      [
        .x1(x - width / 2), .x2(x + width / 2), .y1(foot), .y2(foot), .stroke(.color(Palette.accent)),
        .strokeWidth(2.5),
      ])
    let sides = [x - width / 2, x + width / 2].map { side in
      SVG(
        .line,
        [
          .x1(side), .x2(side), .y1(foot), .y2(max(plot.top - 8, top - 12)), .stroke(.color(Palette.accent)),
          .strokeWidth(1), .dash(3, 2.5),
        ])
    }
    return [base] + sides
  }
}
