/// Writes nodes as bytes. Names come from enums; every text and attribute value passes the escaper.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ html: HTML) {
    switch html.content {
    case .text(let text): TextEscaper.append(text, to: &bytes)
    case .group(let parts): for part in parts { write(part) }
    case .drawing(let drawing): write(drawing)
    case .style(let style):
      put("<style>")
      bytes.append(contentsOf: style.bytes)
      put("</style>\n")
    case .element(let tag, let attributes, let children):
      put("<" + tag.rawValue)
      for attribute in attributes { put(attribute.name, attribute.value) }
      put(">")
      guard !tag.isVoid else { return }
      for child in children { write(child) }
      put("</\(tag.rawValue)>" + (Self.isBlock(tag) ? "\n" : ""))
    }
  }

  mutating func write(_ svg: SVG) {
    switch svg.content {
    case .text(let text): TextEscaper.append(text, to: &bytes)
    case .group(let parts): for part in parts { write(part) }
    case .element(let tag, let attributes, let children):
      put("<" + tag.rawValue)
      for attribute in attributes { put(attribute.name, attribute.value) }
      if children.isEmpty {
        put("/>")
      } else {
        put(">")
        for child in children { write(child) }
        put("</\(tag.rawValue)>")
      }
    }
  }

  private mutating func put(_ name: String, _ value: String?) {
    put(" " + name)
    guard let value else { return }
    put("=\"")
    TextEscaper.append(value, to: &bytes)
    put("\"")
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private static func isBlock(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .span, .strong, .em, .small, .abbr, .time, .data, .bdi, .a, .td, .th: false
    default: true
    }
  }
}
