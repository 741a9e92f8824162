/// A line of a few months beside a number: shape only, no words inside.
package struct Sparkline: Sendable {
  package struct Point: Sendable, Hashable {
    /// Nil = no data.
    package var value: Double?
    /// Whether the value is only "at least".
    package var isPartial: Bool

    package init(_ value: Double?, isPartial: Bool = false) {
      self.value = value
      self.isPartial = isPartial
    }
  }

  package var points: [Point]
  package var width: Double
  package var height: Double

  package init(_ points: [Point], width: Double = 132, height: Double = 34) {
    self.points = points
    self.width = width
    self.height = height
  }

  /// - Parameter label: What the line shows, for those who cannot see it.
  package func svg(label: String) -> SVG {
    let values = points.compactMap(\.value)
    let y = LinearScale(
      domain: min(0, values.min() ?? 0)...max(values.max() ?? 1, 1e-9), from: height - 4, to: 5)
    let base = SVG(
      .line,
      [
        .x1(0), .x2(width), .y1(y(0)), .y2(y(0)), .stroke(.color(Palette.faint)), .strokeWidth(1),
      ])
    return SVG(
      .svg,
      [
        .kind("spark"), .viewBox(width: width, height: height), .width(width), .height(height), .image,
        .label(label),
      ], [base] + lines(y) + points.indices.compactMap { dot($0, y) })
  }

  private func x(_ index: Int) -> Double {
    5 + Double(index) * (width - 10) / Double(max(1, points.count - 1))
  }

  private func lines(_ y: LinearScale) -> [SVG] {
    zip(points.indices, points.indices.dropFirst()).compactMap { one, two in
      guard let from = points[one].value, let to = points[two].value else { return nil }
      var path = PathData()
      path.move(x(one), y(from))
      path.line(x(two), y(to))
      let isUnsure = points[one].isPartial || points[two].isPartial
      let style: [SVGAttribute] = [
        .path(path), .fill(.none), .stroke(.color(isUnsure ? Palette.accentLight : Palette.accent)),
        .strokeWidth(1.8),
      ]
      return SVG(.path, style + (isUnsure ? [.dash(3, 2.5)] : []))
    }
  }

  private func dot(_ index: Int, _ y: LinearScale) -> SVG? {
    guard let value = points[index].value else { return nil }
    let isLast = index == points.count - 1
    let isAlone =
      (index == 0 || points[index - 1].value == nil) && (isLast || points[index + 1].value == nil)
    guard isLast || isAlone || points[index].isPartial else { return nil }
    return SVG(
      .circle,
      [
        .cx(x(index)), .cy(y(value)), .radius(isLast ? 3.6 : 2.4),
        .fill(.color(points[index].isPartial ? Palette.paper : Palette.accent)), .stroke(.color(Palette.accent)),
        .strokeWidth(1.3),
      ])
  }
}
