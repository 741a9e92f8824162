/// A line over months with the band of its uncertainty. Months without data break the line.
package struct LineChart {
  package struct Point: Sendable, Hashable {
    package var label: MonthLabel
    /// Nil = no data.
    package var value: Double?
    package var band: ClosedRange<Double>?

    package init(_ label: MonthLabel, _ value: Double?, band: ClosedRange<Double>? = nil) {
      self.label = label
      self.value = value
      self.band = band
    }
  }

  package var points: [Point]
  package var lastText: String?
  package var top: Double?
  package var seams: [Seam]
  package var height: Double
  private let axisText: (Double) -> String

  /// - Parameter top: Where the scale ends at least, such as 1 for shares.
  package init(
    _ points: [Point], lastText: String? = nil, top: Double? = nil, seams: [Seam] = [], height: Double = 200,
    axisText: @escaping (Double) -> String
  ) {
    self.points = points
    self.lastText = lastText
    self.top = top
    self.seams = seams
    self.height = height
    self.axisText = axisText
  }

  package func drawn(in chart: String) -> Drawn {
    let highest = points.flatMap { [$0.value, $0.band?.upperBound].compactMap { $0 } }.max() ?? 0
    let ticks = NiceTicks(through: max(top ?? 0, highest))
    let plot = MonthPlot(
      labels: points.map(\.label), ticks: ticks, texts: ticks.values.map(axisText), height: height)
    let runs = self.runs()
    let content =
      runs.map { bandArea($0, plot) } + plot.ground() + runs.map { line($0, plot) }
      + points.indices.flatMap { dot($0, plot) }
      + seams.flatMap { plot.seam(before: $0.index, $0.text) }
    return Drawn(content: content, height: height)
  }

  /// Stretches of months with data; a gap or a seam ends one.
  private func runs() -> [[Int]] {
    let breaks = Set(seams.map(\.index))
    var runs: [[Int]] = []
    var current: [Int] = []
    for index in points.indices {
      if points[index].value == nil || breaks.contains(index) {
        runs.append(current)
        current = []
      }
      if points[index].value != nil { current.append(index) }
    }
    return (runs + [current]).filter { !$0.isEmpty }
  }

  private func line(_ run: [Int], _ plot: MonthPlot) -> SVG {
    var path = PathData()
    for index in run {
      guard let value = points[index].value else { continue }
      path.extend(plot.centre(index), plot.y(value))
    }
    return SVG(
      .path,
      [.path(path), .fill(.none), .stroke(.color(Palette.accent)), .strokeWidth(2), .roundJoins])
  }

  private func bandArea(_ run: [Int], _ plot: MonthPlot) -> SVG {
    let banded = run.compactMap { index in points[index].band.map { (index, $0) } }
    guard banded.count > 1 else { return banded.first.map { whisker($0.0, $0.1, plot) } ?? .empty }
    var path = PathData()
    for (index, band) in banded {
      path.extend(plot.centre(index), plot.y(band.upperBound))
    }
    for (index, band) in banded.reversed() { path.line(plot.centre(index), plot.y(band.lowerBound)) }
    path.close()
    return SVG(.path, [.path(path), .fill(.color(Palette.accentPale))])
  }

  private func whisker(_ index: Int, _ band: ClosedRange<Double>, _ plot: MonthPlot) -> SVG {
    let x = plot.centre(index)
    return SVG(
      .line,
      [
        .x1(x), .x2(x), .y1(plot.y(band.lowerBound)), .y2(plot.y(band.upperBound)),
        .stroke(.color(Palette.accentLight)), .strokeWidth(4),
      ])
  }

  private func dot(_ index: Int, _ plot: MonthPlot) -> [SVG] {
    guard let value = points[index].value else { return [plot.gap(index)] }
    let isLast = index == points.count - 1
    let circle = SVG(
      .circle,
      [
        .cx(plot.centre(index)), .cy(plot.y(value)), .radius(isLast ? 4.5 : 3), .fill(.color(Palette.accent)),
        .stroke(.color(Palette.paper)), .strokeWidth(1),
      ])
    guard isLast, let lastText else { return [circle] }
    let half = TextMeasure.width(lastText, size: ChartStyle.text, bold: true) / 2
    let x = min(plot.centre(index), plot.right - half)
    let above = points[index].band?.upperBound ?? value
    return [circle, ChartStyle.label(lastText, x, plot.y(above) - 7, .middle, .bold)]
  }
}
