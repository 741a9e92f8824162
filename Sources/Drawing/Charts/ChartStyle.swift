/// Sizes and patterns that all charts share. One unit is about a pixel on a phone.
package enum ChartStyle {
  package static let width = 372.0
  package static let text = 13.0
  package static let small = 12.0

  /// Lines for what is not complete: told from solid areas without colour.
  static func hatch(_ chart: String) -> Paint { .pattern(chart + "-h") }
  /// Dots, for parts that stand apart.
  static func dots(_ chart: String) -> Paint { .pattern(chart + "-p") }

  static func patterns(_ chart: String) -> SVG {
    var lines = PathData()
    lines.move(-1, 1)
    lines.line(1, -1)
    lines.move(0, 6)
    lines.line(6, 0)
    lines.move(5, 7)
    lines.line(7, 5)
    let hatch = SVG(
      .pattern, [.id(chart + "-h"), .inUserSpace, .width(6), .height(6)],
      [
        SVG(.rect, [.width(6), .height(6), .fill(.color(Palette.paper))]),
        SVG(.path, [.path(lines), .stroke(.color(Palette.accent)), .strokeWidth(1.2)]),
      ])
    let dots = SVG(
      .pattern, [.id(chart + "-p"), .inUserSpace, .width(6), .height(6)],
      [
        SVG(.rect, [.width(6), .height(6), .fill(.color(Palette.sand))]),
        SVG(.circle, [.cx(3), .cy(3), .radius(1), .fill(.color(Color(0x8A6A1F)))]),
      ])
    return SVG(.defs, [], [hatch, dots])
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
