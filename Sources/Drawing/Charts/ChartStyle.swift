/// Sizes and patterns that all charts share. One unit is about a pixel on a phone.
package enum ChartStyle {
  package static let width = 372.0
  package static let text = 13.0
  package static let small = 12.0

  /// Lines for what is not complete: told from solid areas without colour.
  static func hatch(_ chart: String) -> Paint { .pattern(chart + "-h") }
  /// Dots, for parts that stand apart.
  static func dots(_ chart: String) -> Paint { .pattern(chart + "-p") }

  /// Light crosses on a dark ground, for what is against.
  static func crosses(_ chart: String) -> Paint { .pattern(chart + "-x") }

  /// Pale lines that fall, for what is kept back: no kind of answer looks so.
  static func withheld(_ chart: String) -> Paint { .pattern(chart + "-w") }

  private static let patternSize = 6.0

  static func patterns(_ chart: String) -> SVG {
    let hatch = pattern(chart + "-h", Palette.paper, [stroked(rising(), Palette.accent, 1.2)])
    let dot = SVG(.circle, [.cx(3), .cy(3), .radius(1), .fill(.color(Color(0x8A6A1F)))])
    let dots = pattern(chart + "-p", Palette.sand, [dot])
    var both = rising()
    falling(&both)
    let crosses = pattern(chart + "-x", Palette.rust, [stroked(both, Palette.paper, 0.8)])
    return SVG(.defs, [], [hatch, dots, crosses])
  }

  /// Only where something is kept back: few charts need it, and a phone loads each of them.
  static func withheldPattern(_ chart: String) -> SVG {
    var fall = PathData()
    falling(&fall)
    return SVG(.defs, [], [pattern(chart + "-w", Palette.paper, [stroked(fall, Palette.grey, 0.8)])])
  }

  private static func pattern(_ id: String, _ ground: Color, _ marks: [SVG]) -> SVG {
    let size: [SVGAttribute] = [.width(patternSize), .height(patternSize)]
    return SVG(
      .pattern, [.id(id), .inUserSpace] + size, [SVG(.rect, size + [.fill(.color(ground))])] + marks)
  }

  private static func stroked(_ lines: PathData, _ color: Color, _ width: Double) -> SVG {
    SVG(.path, [.path(lines), .stroke(.color(color)), .strokeWidth(width)])
  }

  /// Lines that rise to the right and meet those of the next tile.
  private static func rising() -> PathData {
    var lines = PathData()
    lines.move(-1, 1)
    lines.line(1, -1)
    lines.move(0, 6)
    lines.line(6, 0)
    lines.move(5, 7)
    lines.line(7, 5)
    return lines
  }

  private static func falling(_ lines: inout PathData) {
    lines.move(-1, 5)
    lines.line(1, 7)
    lines.move(0, 0)
    lines.line(6, 6)
    lines.move(5, -1)
    lines.line(7, 1)
  }

  /// A light ground under text that would stand on a pattern or on lines.
  static func plate(_ x: Double, _ y: Double, _ width: Double) -> SVG {
    SVG(
      .rect,
      [.x(x), .y(y - 12), .width(width), .height(16), .fill(.color(Palette.paper)), .corner(2)])
  }

  static func label(
    _ text: String, _ x: Double, _ y: Double, _ anchor: SVGAttribute.Anchor = .start,
    _ more: SVGAttribute...
  ) -> SVG {
    SVG(.text, [.x(x), .y(y), .anchor(anchor)] + more, [SVG(text: text)])
  }
}
