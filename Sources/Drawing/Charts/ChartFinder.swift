/// A chart as it stands on a page.
struct FoundChart {
  struct Drawing {
    var heading: String
    var svg: SVG
  }

  var id = ""
  var title = ""
  var unit = ""
  var notes: [String] = []
  var legend: [(swatch: SVG, text: String)] = []
  var drawings: [Drawing] = []
}

/// Finds the charts of a page with what is written around them.
struct ChartFinder {
  private(set) var charts: [FoundChart] = []
  private var heading = ""

  mutating func walk(_ html: HTML) {
    switch html.content {
    case .group(let parts): for part in parts { walk(part) }
    case .element(let tag, let attributes, let children):
      guard tag == .figure, let id = Self.value("id", attributes) else {
        for child in children { walk(child) }
        return
      }
      charts.append(FoundChart(id: id))
      for child in children { read(child) }
    case .text, .drawing, .style: break
    }
  }

  private mutating func read(_ html: HTML) {
    guard let last = charts.indices.last else { return }
    switch html.content {
    case .group(let parts): for part in parts { read(part) }
    case .drawing(let svg):
      charts[last].drawings.append(FoundChart.Drawing(heading: heading, svg: svg))
      heading = ""
    case .element(let tag, let attributes, let children):
      read(tag, Self.value("class", attributes) ?? "", children, html, into: last)
    case .text, .style: break
    }
  }

  private mutating func read(_ tag: HTMLTag, _ kind: String, _ children: [HTML], _ html: HTML, into index: Int) {
    switch (tag, kind) {
    case (.details, _): break
    case (.h3, _): charts[index].title = Self.text(html)
    case (.h4, _): heading = Self.text(html)
    case (.p, "unit"): charts[index].unit = Self.text(html)
    case (.p, "note"): charts[index].notes.append(Self.text(html))
    case (.p, "now"): heading += (heading.isEmpty ? "" : " \u{2013} ") + Self.text(html)
    case (.li, _):
      if let swatch = Self.drawing(html) { charts[index].legend.append((swatch, Self.text(html))) }
    default: for child in children { read(child) }
    }
  }

  private static func value(_ name: String, _ attributes: [HTMLAttribute]) -> String? {
    attributes.first { $0.name == name }?.value
  }

  private static func text(_ html: HTML) -> String {
    switch html.content {
    case .text(let text): text
    case .group(let parts): parts.map(text).joined()
    case .element(_, _, let children): children.map(text).joined()
    case .drawing, .style: ""
    }
  }

  private static func drawing(_ html: HTML) -> SVG? {
    switch html.content {
    case .drawing(let svg): svg
    case .group(let parts): parts.lazy.compactMap(drawing).first
    case .element(_, _, let children): children.lazy.compactMap(drawing).first
    case .text, .style: nil
    }
  }
}
