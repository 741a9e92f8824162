/// A piece of a drawing.
package struct SVG: Sendable {
  package enum Tag: String, Sendable, Hashable, CaseIterable {
    case svg, g, path, rect, line, circle, text, title, desc, defs, pattern
  }

  indirect enum Content: Sendable {
    case element(Tag, [SVGAttribute], [SVG])
    case text(String)
    case group([SVG])
  }

  let content: Content

  package init(_ tag: Tag, _ attributes: [SVGAttribute], _ children: [SVG] = []) {
    content = .element(tag, attributes, children)
  }

  package init(_ parts: [SVG]) { content = .group(parts) }
  package init(text: String) { content = .text(text) }

  package static let empty = SVG([])
}

/// An attribute of a drawn element: geometry and paint only.
package struct SVGAttribute: Sendable, Hashable {
  let name: String
  let value: String

  private init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  private init(_ name: String, _ number: Double) {
    self.init(name, DecimalBytes.text(number, decimals: 1))
  }

  package static func x(_ v: Double) -> Self { Self("x", v) }
  package static func y(_ v: Double) -> Self { Self("y", v) }
  package static func x1(_ v: Double) -> Self { Self("x1", v) }
  package static func x2(_ v: Double) -> Self { Self("x2", v) }
  package static func y1(_ v: Double) -> Self { Self("y1", v) }
  package static func y2(_ v: Double) -> Self { Self("y2", v) }
  package static func cx(_ v: Double) -> Self { Self("cx", v) }
  package static func cy(_ v: Double) -> Self { Self("cy", v) }
  package static func radius(_ v: Double) -> Self { Self("r", v) }
  package static func corner(_ v: Double) -> Self { Self("rx", v) }
  package static func width(_ v: Double) -> Self { Self("width", v) }
  package static func height(_ v: Double) -> Self { Self("height", v) }
  package static func path(_ path: PathData) -> Self { Self("d", path.text) }
  package static func id(_ id: String) -> Self { Self("id", id) }
  package static func fill(_ paint: Paint) -> Self { Self("fill", paint.text) }
  package static func stroke(_ paint: Paint) -> Self { Self("stroke", paint.text) }
  package static func strokeWidth(_ v: Double) -> Self { Self("stroke-width", v) }
  package static func dash(_ on: Double, _ off: Double) -> Self {
    Self("stroke-dasharray", DecimalBytes.text(on) + " " + DecimalBytes.text(off))
  }
  package static let roundJoins = Self("stroke-linejoin", "round")
  package static func fontSize(_ v: Double) -> Self { Self("font-size", v) }
  package static let bold = Self("font-weight", "600")
  package static let systemFont = Self("font-family", "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif")
  package static func anchor(_ anchor: Anchor) -> Self { Self("text-anchor", anchor.rawValue) }
  package static func viewBox(width: Double, height: Double) -> Self {
    Self("viewBox", "0 0 \(DecimalBytes.text(width)) \(DecimalBytes.text(height))")
  }
  package static let namespace = Self("xmlns", "http://www.w3.org/2000/svg")
  package static let image = Self("role", "img")
  package static let hidden = Self("aria-hidden", "true")
  package static func label(_ text: String) -> Self { Self("aria-label", text) }
  package static func labelled(by ids: String) -> Self { Self("aria-labelledby", ids) }
  package static func kind(_ name: String) -> Self { Self("class", name) }
  package static let inUserSpace = Self("patternUnits", "userSpaceOnUse")

  package enum Anchor: String, Sendable { case start, middle, end }
}
