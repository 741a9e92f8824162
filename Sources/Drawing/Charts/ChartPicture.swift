/// A chart of a page as a drawing of its own: title, unit, signs and notes stand in it.
package struct ChartPicture: Sendable {
  /// The chart's id on its page: letters, digits and hyphens.
  package let id: String
  package let width: Double
  package let height: Double
  private let content: [SVG]

  private static let margin = 16.0
  private static let titleSize = 16.0

  /// Every chart of a piece of a page, in order.
  package static func all(in page: HTML) -> [ChartPicture] {
    var finder = ChartFinder()
    finder.walk(page)
    return finder.charts.filter { !$0.drawings.isEmpty }.map(ChartPicture.init)
  }

  /// The picture as an SVG file.
  package func svg() -> [UInt8] {
    let ground = SVG(.rect, [.width(width), .height(height), .fill(.color(Palette.paper))])
    let drawing = SVG(
      .svg,
      [
        .namespace, .viewBox(width: width, height: height), .width(width), .height(height), .systemFont,
        .fontSize(ChartStyle.text), .fill(.color(Palette.ink)),
      ], [ground] + content)
    var writer = MarkupWriter()
    writer.write(drawing)
    return writer.bytes
  }

  init(_ chart: FoundChart) {
    id = chart.id
    let columns = chart.drawings.count > 1 ? 4 : 1
    let cell = columns > 1 ? 170.0 : ChartStyle.width
    width = Double(columns) * cell + Double(columns + 1) * Self.margin
    var layout = PictureLayout(left: Self.margin, width: width - 2 * Self.margin)
    layout.text(chart.title, size: Self.titleSize, isBold: true)
    layout.text(chart.unit, size: ChartStyle.small, color: Palette.muted)
    layout.legend(chart.legend)
    layout.grid(chart.drawings, columns: columns, cell: cell, gap: Self.margin)
    for note in chart.notes { layout.text(note, size: ChartStyle.small, color: Palette.muted) }
    height = layout.y + Self.margin
    content = layout.pieces
  }
}

/// Puts the parts of a picture one under the other.
struct PictureLayout {
  let left: Double
  let width: Double
  private(set) var y = 10.0
  private(set) var pieces: [SVG] = []

  init(left: Double, width: Double) {
    self.left = left
    self.width = width
  }

  mutating func text(_ text: String, size: Double, isBold: Bool = false, color: Color = Palette.ink) {
    for line in Self.lines(text, size: size, isBold: isBold, width: width) {
      y += size * 1.35
      let weight: [SVGAttribute] = isBold ? [.bold] : []
      pieces.append(
        SVG(.text, [.x(left), .y(y), .fontSize(size), .fill(.color(color))] + weight, [SVG(text: line)]))
    }
    y += 2
  }

  /// Signs and their words, as many in a line as fit.
  mutating func legend(_ entries: [(swatch: SVG, text: String)]) {
    guard !entries.isEmpty else { return }
    var x = left
    y += 6
    for entry in entries {
      let room = 22 + TextMeasure.width(entry.text, size: ChartStyle.small) + 12
      if x > left, x + room > left + width {
        x = left
        y += 19
      }
      pieces.append(entry.swatch.placed(x: x, y: y, width: 14, height: 14))
      pieces.append(
        SVG(.text, [.x(x + 20), .y(y + 11.5), .fontSize(ChartStyle.small)], [SVG(text: entry.text)]))
      x += room
    }
    y += 20
  }

  mutating func grid(_ drawings: [FoundChart.Drawing], columns: Int, cell: Double, gap: Double) {
    y += 8
    for start in stride(from: 0, to: drawings.count, by: columns) {
      let row = drawings[start..<min(start + columns, drawings.count)]
      let headings = row.map { Self.lines($0.heading, size: ChartStyle.small, isBold: true, width: cell) }
      let head = Double(headings.map(\.count).max() ?? 0) * 16
      let heights = row.map { cell * $0.svg.ratio }
      for (column, drawing) in row.enumerated() {
        let x = left + Double(column) * (cell + gap)
        for (line, text) in headings[column].enumerated() {
          pieces.append(
            SVG(
              .text, [.x(x), .y(y + 12 + Double(line) * 16), .fontSize(ChartStyle.small), .bold], [SVG(text: text)]))
        }
        pieces.append(drawing.svg.placed(x: x, y: y + head, width: cell, height: heights[column]))
      }
      y += head + (heights.max() ?? 0) + (drawings.count > columns ? 10 : 2)
    }
  }

  /// Words of a text in lines that fit a width.
  static func lines(_ text: String, size: Double, isBold: Bool, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.utf8.split(separator: 0x20).map({ String(decoding: Array($0), as: UTF8.self) }) {
      let longer = line.isEmpty ? word : line + " " + word
      if !line.isEmpty, TextMeasure.width(longer, size: size, bold: isBold) > width {
        lines.append(line)
        line = word
      } else {
        line = longer
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension SVG {
  /// Height divided by width, by the drawing's view box.
  var ratio: Double {
    guard let box = box, box[2] > 0 else { return 0.5 }
    return box[3] / box[2]
  }

  private var box: [Double]? {
    guard case .element(_, let attributes, _) = content,
      let text = attributes.first(where: { $0.name == "viewBox" })?.value
    else { return nil }
    let numbers = text.utf8.split(separator: 0x20).compactMap { Double(String(decoding: Array($0), as: UTF8.self)) }
    return numbers.count == 4 ? numbers : nil
  }

  /// The drawing inside of another one, at a place.
  func placed(x: Double, y: Double, width: Double, height: Double) -> SVG {
    guard case .element(let tag, let attributes, let children) = content else { return self }
    let own = attributes.filter { !["x", "y", "width", "height"].contains($0.name) }
    return SVG(tag, [.x(x), .y(y), .width(width), .height(height)] + own, children)
  }
}
