import Drawing

/// A plain drawing of a platform's page: where to look and what to press. Shapes only, so that it needs no words and no
/// likeness of the platform.
package enum StepPicture {
  /// A table with a choice of tabs, a range of days and an arrow for download.
  case table
  /// A curve with a button for download.
  case series
  /// A list of talks with a text beside one.
  case transcript

  private static let width = 320.0
  private static let height = 150.0

  func svg(label: String) -> SVG {
    SVG(
      .svg, [.kind("chart"), .viewBox(width: Self.width, height: Self.height), .image, .label(label)],
      window() + content())
  }

  private func window() -> [SVG] {
    [
      box(1, 1, Self.width - 2, Self.height - 2, Palette.paper, border: Palette.muted),
      box(1, 1, Self.width - 2, 18, Palette.faint, border: Palette.muted),
    ] + [10.0, 20, 30].map { SVG(.circle, [.cx($0), .cy(10), .radius(3), .fill(.color(Palette.grey))]) }
  }

  private func content() -> [SVG] {
    switch self {
    case .table: tabs() + days() + rows(from: 76) + download()
    case .series: days() + curve() + download()
    case .transcript: rows(from: 40) + text()
    }
  }

  /// The first tab is the chosen one.
  private func tabs() -> [SVG] {
    (0..<4).map { box(14 + Double($0) * 46, 48, 40, 14, $0 == 0 ? Palette.accent : Palette.faint) }
  }

  private func days() -> [SVG] {
    [box(208, 26, 74, 14, Palette.sand, border: Palette.muted), line(218, 33, 242, 33), line(248, 33, 272, 33)]
  }

  private func download() -> [SVG] {
    var arrow = PathData()
    arrow.move(299, 28)
    arrow.line(299, 38)
    arrow.move(294, 33)
    arrow.line(299, 38)
    arrow.line(304, 33)
    arrow.move(292, 42)
    arrow.line(306, 42)
    return [
      SVG(.circle, [.cx(299), .cy(35), .radius(13), .fill(.none), .stroke(.color(Palette.rust)), .strokeWidth(2)]),
      SVG(.path, [.path(arrow), .fill(.none), .stroke(.color(Palette.ink)), .strokeWidth(1.6)]),
    ]
  }

  private func rows(from top: Double) -> [SVG] {
    (0..<4).flatMap { index -> [SVG] in
      let y = top + Double(index) * 17
      return [box(14, y, 18, 11, Palette.accentLight), line(40, y + 6, 130, y + 6)]
        + (self == .table ? [150.0, 200, 250].map { line($0, y + 6, $0 + 30, y + 6) } : [])
    }
  }

  private func curve() -> [SVG] {
    var path = PathData()
    path.move(20, 125)
    for (x, y) in [(60.0, 100.0), (100, 112), (140, 80), (180, 92), (220, 70), (260, 84), (300, 62)] { path.line(x, y) }
    return [
      line(20, 134, 300, 134),
      SVG(.path, [.path(path), .fill(.none), .stroke(.color(Palette.accent)), .strokeWidth(2), .roundJoins]),
    ]
  }

  private func text() -> [SVG] {
    [box(160, 34, 146, 84, Palette.accentPale, border: Palette.accent)]
      + (0..<5).map { line(170, 48 + Double($0) * 14, $0 == 4 ? 240 : 296, 48 + Double($0) * 14) }
  }

  private func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: Color, border: Color? = nil
  ) -> SVG {
    let stroke = border.map { [SVGAttribute.stroke(.color($0)), .strokeWidth(1)] } ?? []
    return SVG(.rect, [.x(x), .y(y), .width(width), .height(height), .corner(3), .fill(.color(color))] + stroke)
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> SVG {
    SVG(.line, [.x1(x1), .y1(y1), .x2(x2), .y2(y2), .stroke(.color(Palette.muted)), .strokeWidth(1.4)])
  }
}
