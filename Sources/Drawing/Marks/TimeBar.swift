/// A stretch of time as a bar, with a row for each kind of thing that happens in it.
package struct TimeBar: Sendable {
  package struct Row: Sendable, Hashable {
    package var label: String
    /// When it happens, in parts of the whole, 0...1.
    package var stretches: [ClosedRange<Double>]
    package var fill: AreaFill

    package init(label: String, stretches: [ClosedRange<Double>], fill: AreaFill) {
      self.label = label
      self.stretches = stretches
      self.fill = fill
    }
  }

  package var rows: [Row]
  /// What stands at both ends, such as `0:00` and `12:40`.
  package var ends: (start: String, end: String)

  package init(_ rows: [Row], ends: (start: String, end: String)) {
    self.rows = rows
    self.ends = ends
  }

  private static let rowHeight = 36.0
  private static let barTop = 20.0
  private static let barHeight = 12.0
  /// Narrower stretches could not be seen.
  private static let leastWidth = 2.0

  package func drawn(in chart: String) -> Drawn {
    let height = Double(rows.count) * Self.rowHeight + 18
    let content = rows.enumerated().flatMap { row($0.element, Double($0.offset) * Self.rowHeight, chart) }
    let small: [SVGAttribute] = [.fontSize(ChartStyle.small), .fill(.color(Palette.muted))]
    let feet = [
      SVG(.text, [.x(0), .y(height - 3), .anchor(.start)] + small, [SVG(text: ends.start)]),
      SVG(.text, [.x(ChartStyle.width), .y(height - 3), .anchor(.end)] + small, [SVG(text: ends.end)]),
    ]
    return Drawn(content: content + feet, height: height)
  }

  private func row(_ row: Row, _ y: Double, _ chart: String) -> [SVG] {
    let ground = bar(0, ChartStyle.width, y, .color(Palette.faint))
    return [ChartStyle.label(row.label, 0, y + 14), ground]
      + row.stretches.map { stretch in
        let start = min(1, max(0, stretch.lowerBound)) * ChartStyle.width
        let end = min(1, max(0, stretch.upperBound)) * ChartStyle.width
        let width = max(Self.leastWidth, end - start)
        return bar(min(start, ChartStyle.width - width), width, y, row.fill.paint(in: chart))
      }
  }

  private func bar(_ x: Double, _ width: Double, _ y: Double, _ paint: Paint) -> SVG {
    SVG(.rect, [.x(x), .y(y + Self.barTop), .width(width), .height(Self.barHeight), .fill(paint)])
  }
}
