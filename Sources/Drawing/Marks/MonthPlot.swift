/// A place along the months of a chart.
package struct MonthLabel: Sendable, Hashable {
  /// Short name of the month.
  package var text: String
  /// The year, under the first month of it that the chart shows.
  package var year: String?

  package init(_ text: String, year: String? = nil) {
    self.text = text
    self.year = year
  }
}

/// The ground that charts over months are drawn on: grid, values at the left, months below.
struct MonthPlot {
  let labels: [MonthLabel]
  let ticks: NiceTicks
  let height: Double
  let left: Double
  let right = ChartStyle.width - 6
  let top = 24.0
  private let texts: [String]

  init(labels: [MonthLabel], ticks: NiceTicks, texts: [String], height: Double) {
    self.labels = labels
    self.ticks = ticks
    self.texts = texts
    self.height = height
    left = (texts.map { TextMeasure.width($0, size: ChartStyle.small) }.max() ?? 0) + 8
  }

  var bottom: Double { height - 36 }
  var step: Double { (right - left) / Double(max(1, labels.count)) }
  var y: LinearScale { LinearScale(domain: ticks.bottom...ticks.top, from: bottom, to: top) }
  func centre(_ index: Int) -> Double { left + (Double(index) + 0.5) * step }

  func ground() -> [SVG] { grid() + months() }

  private func grid() -> [SVG] {
    zip(ticks.values, texts).flatMap { value, text in
      let place = y(value)
      let paint = value == 0 ? Palette.muted : Palette.faint
      return [
        SVG(.line, [.x1(left), .x2(right), .y1(place), .y2(place), .stroke(.color(paint)), .strokeWidth(1)]),
        ChartStyle.label(
          text, left - 6, place + 4, .end, .fontSize(ChartStyle.small), .fill(.color(Palette.muted))),
      ]
    }
  }

  /// Every n-th month is named, counted from the last, so that names never touch.
  private func months() -> [SVG] {
    let widest = labels.map { TextMeasure.width($0.text, size: ChartStyle.small, bold: true) }.max() ?? 0
    let stride = max(1, Int(((widest + 3) / step).rounded(.up)))
    return labels.enumerated().flatMap { index, label -> [SVG] in
      var pieces: [SVG] = []
      let isLast = index == labels.count - 1
      if (labels.count - 1 - index) % stride == 0 {
        let base = ChartStyle.label(
          label.text, centre(index), bottom + 16, .middle, .fontSize(ChartStyle.small),
          .fill(.color(isLast ? Palette.ink : Palette.muted)))
        pieces.append(isLast ? SVG(.g, [.bold], [base]) : base)
      }
      if let year = label.year, hasRoom(year, from: index) {
        pieces.append(
          ChartStyle.label(
            year, left + Double(index) * step + 1, bottom + 31, .start, .fontSize(ChartStyle.small),
            .fill(.color(Palette.muted))))
      }
      return pieces
    }
  }

  /// Whether a year ends before the next one begins.
  private func hasRoom(_ year: String, from index: Int) -> Bool {
    guard let next = labels[(index + 1)...].firstIndex(where: { $0.year != nil }) else { return true }
    return Double(next - index) * step > TextMeasure.width(year, size: ChartStyle.small) + 3
  }

  /// A dash where a month has no data: a gap, told from a zero.
  func gap(_ index: Int) -> SVG {
    ChartStyle.label("\u{2013}", centre(index), bottom - 5, .middle, .fill(.color(Palette.muted)))
  }

  /// A dashed line where a definition changed before a month.
  func seam(before index: Int, _ text: String) -> [SVG] {
    let x = left + Double(index) * step
    let atEnd = x + TextMeasure.width(text, size: ChartStyle.small) > right
    return [
      SVG(
        .line,
        [
          .x1(x), .x2(x), .y1(top - 8), .y2(bottom), .stroke(.color(Palette.rust)), .strokeWidth(1.4), .dash(4, 3),
        ]),
      ChartStyle.label(
        text, x + (atEnd ? -4 : 4), top - 10, atEnd ? .end : .start, .fontSize(ChartStyle.small),
        .fill(.color(Palette.rust))),
    ]
  }
}

/// A day on which counting changed, placed before a month of a chart.
package struct Seam: Sendable, Hashable {
  package var index: Int
  package var text: String

  package init(before index: Int, _ text: String) {
    self.index = index
    self.text = text
  }
}
