/// A small multiple: stacked columns on a scale that all multiples share; words stand around it, not in it.
package struct MiniColumns: Sendable {
  package struct Column: Sendable, Hashable {
    /// Nil = no data.
    package var main: Double?
    /// Set on top of the main part, lighter.
    package var more: Double

    package init(_ main: Double?, more: Double = 0) {
      self.main = main
      self.more = more
    }
  }

  package var columns: [Column]
  package var top: Double
  package var width: Double
  package var height: Double

  package init(_ columns: [Column], top: Double, width: Double = 220, height: Double = 56) {
    self.columns = columns
    self.top = top
    self.width = width
    self.height = height
  }

  /// - Parameter label: What it shows, for those who cannot see it.
  package func svg(label: String) -> SVG {
    let y = LinearScale(domain: 0...max(top, 1e-9), from: height - 2, to: 3)
    let rule = [0, top].map { value in
      SVG(
        .line,
        [
          .x1(0), .x2(width), .y1(y(value)), .y2(y(value)),
          .stroke(.color(value == 0 ? Palette.muted : Palette.faint)), .strokeWidth(1),
        ])
    }
    return SVG(
      .svg, [.kind("mini"), .viewBox(width: width, height: height), .image, .label(label)],
      rule + columns.indices.flatMap { column($0, y) })
  }

  private func column(_ index: Int, _ y: LinearScale) -> [SVG] {
    let step = width / Double(max(1, columns.count))
    let x = (Double(index) + 0.16) * step
    guard let main = columns[index].main else {
      return [
        SVG(
          .line,
          [
            .x1(x + step * 0.2), .x2(x + step * 0.48), .y1(height - 8), .y2(height - 8),
            .stroke(.color(Palette.muted)), .strokeWidth(1.2),
          ])
      ]
    }
    let isLast = index == columns.count - 1
    return [
      bar(x, step * 0.68, y(main), y(0), isLast ? Palette.accent : Palette.accentLight),
      bar(x, step * 0.68, y(main + columns[index].more), y(main), Palette.grey),
    ]
  }

  private func bar(_ x: Double, _ width: Double, _ top: Double, _ bottom: Double, _ color: Color) -> SVG {
    guard bottom - top > 0.05 else { return .empty }
    return SVG(
      .rect, [.x(x), .y(top), .width(width), .height(bottom - top), .fill(.color(color))])
  }
}
