/// One dot a row with the interval it may lie in, on a common scale.
package struct DotPlot {
  package struct Row: Sendable, Hashable {
    package var label: String
    /// The value in words, at the right end.
    package var text: String
    /// Nil = nothing to show.
    package var value: Double?
    package var interval: ClosedRange<Double>?

    package init(label: String, text: String, value: Double?, interval: ClosedRange<Double>?) {
      self.label = label
      self.text = text
      self.value = value
      self.interval = interval
    }
  }

  package var rows: [Row]
  package var domain: ClosedRange<Double>
  private let axisText: (Double) -> String

  package init(
    _ rows: [Row], domain: ClosedRange<Double> = 0...1, axisText: @escaping (Double) -> String
  ) {
    self.rows = rows
    self.domain = domain
    self.axisText = axisText
  }

  private static let rowHeight = 46.0

  package func drawn(in chart: String) -> Drawn {
    let height = Double(rows.count) * Self.rowHeight + 24
    let x = LinearScale(domain: domain, from: 8, to: ChartStyle.width - 8)
    let ticks = NiceTicks(through: domain.upperBound, about: 4).values.filter(domain.contains)
    let grid = ticks.flatMap { tick($0, x, height) }
    let content = grid + rows.enumerated().flatMap { row($0.element, Double($0.offset) * Self.rowHeight, x) }
    return Drawn(content: content, height: height)
  }

  private func tick(_ value: Double, _ x: LinearScale, _ height: Double) -> [SVG] {
    let place = x(value)
    let anchor: SVGAttribute.Anchor =
      value == domain.lowerBound ? .start : (value == domain.upperBound ? .end : .middle)
    let edge = value == domain.lowerBound ? -8.0 : (value == domain.upperBound ? 8 : 0)
    let lines = rows.indices.map { index in
      let y = Double(index) * Self.rowHeight
      return SVG(
        .line,
        [
          .x1(place), .x2(place), .y1(y + 23), .y2(y + 41), .stroke(.color(Palette.faint)), .strokeWidth(1),
        ])
    }
    let label = ChartStyle.label(
      axisText(value), place + edge, height - 6, anchor, .fontSize(ChartStyle.small), .fill(.color(Palette.muted)))
    return lines + [label]
  }

  private func row(_ row: Row, _ y: Double, _ x: LinearScale) -> [SVG] {
    let middle = y + 32
    var pieces = [
      ChartStyle.label(row.label, 0, y + 15, .start),
      ChartStyle.label(row.text, ChartStyle.width, y + 15, .end, .fill(.color(Palette.muted))),
      SVG(
        .line,
        [
          .x1(8), .x2(ChartStyle.width - 8), .y1(middle), .y2(middle), .stroke(.color(Palette.faint)), .strokeWidth(1),
        ]),
    ]
    if let interval = row.interval {
      pieces.append(
        SVG(
          .line,
          [
            .x1(x(interval.lowerBound)), .x2(x(interval.upperBound)), .y1(middle), .y2(middle),
            .stroke(.color(Palette.accentLight)), .strokeWidth(6),
          ]))
    }
    if let value = row.value {
      pieces.append(
        SVG(
          .circle,
          [
            .cx(x(value)), .cy(middle), .radius(5.5), .fill(.color(Palette.accent)), .stroke(.color(Palette.paper)),
            .strokeWidth(1.5),
          ]))
    }
    return pieces
  }
}
