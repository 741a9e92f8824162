/// Horizontal bars of 100 %, one a row, cut into shares.
package struct ShareBars: Sendable {
  package struct Segment: Sendable, Hashable {
    package var fill: AreaFill
    /// Parts of the row's whole, 0...1.
    package var share: Double
    /// Written inside where it fits.
    package var text: String
    /// Whether the text is light, on a dark fill.
    package var isDark: Bool

    package init(_ fill: AreaFill, share: Double, text: String, isDark: Bool = false) {
      self.fill = fill
      self.share = share
      self.text = text
      self.isDark = isDark
    }
  }

  package struct Row: Sendable, Hashable {
    package var label: String
    /// How much the row rests on, at its right end.
    package var count: String
    package var segments: [Segment]

    package init(label: String, count: String, segments: [Segment]) {
      self.label = label
      self.count = count
      self.segments = segments
    }
  }

  package var rows: [Row]

  package init(_ rows: [Row]) { self.rows = rows }

  private static let headingHeight = 22.0
  private static let gap = 6.0
  private static let barHeight = 26.0

  /// Rows without words are bars alone.
  private var barTop: Double { rows.allSatisfy { $0.label.isEmpty && $0.count.isEmpty } ? 0 : Self.headingHeight }
  private var rowHeight: Double { barTop + Self.barHeight + Self.gap }

  package func drawn(in chart: String) -> Drawn {
    let content = rows.enumerated().flatMap { row($0.element, Double($0.offset) * rowHeight, chart) }
    return Drawn(content: content, height: max(1, Double(rows.count)) * rowHeight)
  }

  private func row(_ row: Row, _ y: Double, _ chart: String) -> [SVG] {
    let heading = [
      ChartStyle.label(row.label, 0, y + 15, .start),
      ChartStyle.label(
        row.count, ChartStyle.width, y + 15, .end, .fontSize(ChartStyle.small), .fill(.color(Palette.muted))),
    ]
    guard !row.segments.isEmpty else {
      let frame = SVG(
        .rect,
        [
          .x(0.5), .y(y + barTop), .width(ChartStyle.width - 1), .height(Self.barHeight), .fill(.none),
          .stroke(.color(Palette.grey)), .dash(4, 3),
        ])
      return heading + [frame]
    }
    var pieces = heading
    var x = 0.0
    for segment in row.segments where segment.share > 0 {
      let width = segment.share * ChartStyle.width
      pieces += self.segment(segment, x, y + barTop, width, chart)
      x += width
    }
    return pieces
  }

  private func segment(_ segment: Segment, _ x: Double, _ y: Double, _ width: Double, _ chart: String) -> [SVG] {
    let area = SVG(
      .rect,
      [
        .x(x), .y(y), .width(max(1, width - 1.5)), .height(Self.barHeight), .fill(segment.fill.paint(in: chart)),
      ])
    guard TextMeasure.width(segment.text, size: ChartStyle.small, bold: true) + 8 <= width else { return [area] }
    let ink = segment.isDark ? Palette.paper : Palette.ink
    let text = ChartStyle.label(
      segment.text, x + 6, y + 17.5, .start, .fontSize(ChartStyle.small), .bold, .fill(.color(ink)))
    if case .solid = segment.fill { return [area, text] }
    let plateWidth = TextMeasure.width(segment.text, size: ChartStyle.small, bold: true) + 2
    return [area, ChartStyle.plate(x + 4, y + 17, plateWidth), text]
  }
}
