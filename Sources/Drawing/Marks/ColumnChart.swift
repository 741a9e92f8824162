/// Columns over months: one number a month, what is not complete hatched, gaps left open.
package struct ColumnChart {
  package struct Column: Sendable, Hashable {
    package var label: MonthLabel
    /// Nil = no data.
    package var value: Double?
    /// Whether the value is only "at least".
    package var isPartial: Bool

    package init(_ label: MonthLabel, _ value: Double?, isPartial: Bool = false) {
      self.label = label
      self.value = value
      self.isPartial = isPartial
    }
  }

  package var columns: [Column]
  /// Written over the last column.
  package var lastText: String?
  /// The usual range, drawn behind the columns.
  package var band: ClosedRange<Double>?
  package var seams: [Seam]
  package var wholeOnly: Bool
  package var height: Double
  private let axisText: (Double) -> String

  package init(
    _ columns: [Column], lastText: String? = nil, band: ClosedRange<Double>? = nil, seams: [Seam] = [],
    wholeOnly: Bool = false, height: Double = 200, axisText: @escaping (Double) -> String
  ) {
    self.columns = columns
    self.lastText = lastText
    self.band = band
    self.seams = seams
    self.wholeOnly = wholeOnly
    self.height = height
    self.axisText = axisText
  }

  /// - Parameter chart: Id of the chart, which its patterns belong to.
  package func drawn(in chart: String) -> Drawn {
    let values = columns.compactMap(\.value)
    let ticks = NiceTicks(
      from: values.min() ?? 0, through: max(values.max() ?? 0, band?.upperBound ?? 0), wholeOnly: wholeOnly)
    let plot = MonthPlot(
      labels: columns.map(\.label), ticks: ticks, texts: ticks.values.map(axisText), height: height)
    let content =
      bandArea(plot) + plot.ground() + columns.indices.flatMap { column($0, plot, chart) }
      + seams.flatMap { plot.seam(before: $0.index, $0.text) }
    return Drawn(content: content, height: height)
  }

  private func bandArea(_ plot: MonthPlot) -> [SVG] {
    guard let band else { return [] }
    let top = plot.y(band.upperBound)
    return [
      SVG(
        .rect,
        [
          .x(plot.left), .y(top), .width(plot.right - plot.left),
          .height(max(1.5, plot.y(band.lowerBound) - top)), .fill(.color(Palette.accentPale)),
        ])
    ]
  }

  private func column(_ index: Int, _ plot: MonthPlot, _ chart: String) -> [SVG] {
    guard let value = columns[index].value else { return [plot.gap(index)] }
    let isLast = index == columns.count - 1
    let zero = plot.y(0)
    let place = plot.y(value)
    let width = min(30, plot.step * 0.68)
    let color = isLast ? Palette.accent : Palette.accentLight
    let paint = columns[index].isPartial ? ChartStyle.hatch(chart) : .color(color)
    let bar = SVG(
      .rect,
      [
        .x(plot.centre(index) - width / 2), .y(min(zero - (value < 0 ? 0 : 1), place)), .width(width),
        .height(max(1, abs(zero - place))), .fill(paint),
        .stroke(.color(columns[index].isPartial ? Palette.accent : color)), .strokeWidth(1),
      ])
    guard isLast, let lastText else { return [bar] }
    return [bar] + self.lastText(lastText, plot)
  }

  /// The last value over the columns it spans, on a ground that covers grid lines. Where a neighbour lifts it, a thin
  /// line leads down to its own column.
  private func lastText(_ text: String, _ plot: MonthPlot) -> [SVG] {
    let half = TextMeasure.width(text, size: ChartStyle.text, bold: true) / 2
    let x = min(plot.centre(columns.count - 1), plot.right - half)
    let spanned = columns.indices.filter { plot.centre($0) + plot.step / 2 > x - half }
    let top = spanned.compactMap { columns[$0].value }.map { min(plot.y($0), plot.y(0)) }.min() ?? plot.y(0)
    let own = min(plot.y(columns.last?.value ?? 0), plot.y(0))
    return (own - top > Self.farthest ? [lead(from: top, to: own, plot)] : []) + [
      ChartStyle.plate(x - half, top - 6, half * 2), ChartStyle.label(text, x, top - 6, .middle, .bold),
    ]
  }

  /// How far a number may stand over its own column before a line has to say whose it is.
  private static let farthest = 12.0

  private func lead(from top: Double, to own: Double, _ plot: MonthPlot) -> SVG {
    let x = plot.centre(columns.count - 1)
    return SVG(
      .line, [.x1(x), .x2(x), .y1(top - 2), .y2(own), .stroke(.color(Palette.muted)), .strokeWidth(1), .dash(2, 2)])
  }
}
