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
  /// Height of one line of words.
  private static let line = 16.0
  /// Least room between a label and the count on the same line.
  private static let between = 12.0
  private static let gap = 6.0
  private static let barHeight = 26.0

  /// Rows without words are bars alone.
  private var isBare: Bool { rows.allSatisfy { $0.label.isEmpty && $0.count.isEmpty } }

  package func drawn(in chart: String) -> Drawn {
    let isKeptBack = rows.contains { $0.segments.isEmpty }
    var content: [SVG] = isKeptBack ? [ChartStyle.withheldPattern(chart)] : []
    var y = 0.0
    for row in rows {
      let isOneLine = fitsOneLine(row)
      let top = isBare ? 0 : Self.headingHeight + (isOneLine ? 0 : Self.line)
      content += heading(row, y, isOneLine: isOneLine) + bar(row, y + top, chart)
      y += top + Self.barHeight + Self.gap
    }
    return Drawn(content: content, height: max(y, Self.headingHeight + Self.barHeight + Self.gap))
  }

  /// Whether label and count stand side by side; else the count goes below.
  private func fitsOneLine(_ row: Row) -> Bool {
    guard !row.label.isEmpty, !row.count.isEmpty else { return true }
    let words =
      TextMeasure.width(row.label, size: ChartStyle.text) + TextMeasure.width(row.count, size: ChartStyle.small)
    return words + Self.between <= ChartStyle.width
  }

  private func heading(_ row: Row, _ y: Double, isOneLine: Bool) -> [SVG] {
    [
      ChartStyle.label(row.label, 0, y + 15, .start),
      ChartStyle.label(
        row.count, isOneLine ? ChartStyle.width : 0, y + 15 + (isOneLine ? 0 : Self.line), isOneLine ? .end : .start,
        .fontSize(ChartStyle.small), .fill(.color(Palette.muted))),
    ]
  }

  /// What is kept back is hatched, never blank.
  private func withheld(_ y: Double, _ chart: String) -> SVG {
    SVG(
      .rect,
      [
        .x(0.5), .y(y), .width(ChartStyle.width - 1), .height(Self.barHeight),
        .fill(ChartStyle.withheld(chart)), .stroke(.color(Palette.grey)), .dash(4, 3),
      ])
  }

  private func bar(_ row: Row, _ y: Double, _ chart: String) -> [SVG] {
    guard !row.segments.isEmpty else { return [withheld(y, chart)] }
    var pieces: [SVG] = []
    var x = 0.0
    for segment in row.segments where segment.share > 0 {
      let width = segment.share * ChartStyle.width
      pieces += self.segment(segment, x, y, width, chart)
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
