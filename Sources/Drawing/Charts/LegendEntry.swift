/// How an area is filled; patterns tell areas apart in grey print.
package enum AreaFill: Sendable, Hashable {
  case solid(Color)
  case hatched
  case dotted
  case crossed

  func paint(in chart: String) -> Paint {
    switch self {
    case .solid(let color): .color(color)
    case .hatched: ChartStyle.hatch(chart)
    case .dotted: ChartStyle.dots(chart)
    case .crossed: ChartStyle.crosses(chart)
    }
  }
}

/// A sign of a chart and what it stands for.
package struct LegendEntry: Sendable, Hashable {
  package var fill: AreaFill
  package var text: String

  package init(_ fill: AreaFill, _ text: String) {
    self.fill = fill
    self.text = text
  }

  static func list(_ entries: [LegendEntry], prefix: String) -> HTML {
    HTML(.ul, .class("legend")) {
      entries.enumerated().map { index, entry in
        HTML(.li) {
          HTML(drawing: entry.swatch(id: "\(prefix)-l\(index)"))
          entry.text
        }
      }
    }
  }

  private func swatch(id: String) -> SVG {
    let paint = fill.paint(in: id)
    let needsPattern = if case .pattern = paint { true } else { false }
    return SVG(
      .svg, [.kind("swatch"), .viewBox(width: 14, height: 14), .width(14), .height(14), .hidden],
      [
        needsPattern ? ChartStyle.patterns(id) : .empty,
        SVG(
          .rect,
          [
            .x(0.5), .y(0.5), .width(13), .height(13), .fill(paint), .stroke(.color(Palette.muted)),
            .strokeWidth(0.6),
          ]),
      ])
  }
}
