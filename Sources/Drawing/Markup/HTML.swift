/// A piece of a page: an element, text, a drawing, or several of them.
package struct HTML: Sendable {
  indirect enum Content: Sendable {
    case element(HTMLTag, [HTMLAttribute], [HTML])
    case text(String)
    case drawing(SVG)
    case style(Stylesheet)
    case group([HTML])
  }

  let content: Content

  package init(_ tag: HTMLTag, _ attributes: HTMLAttribute..., @HTMLBuilder content: () -> [HTML]) {
    self.content = .element(tag, attributes, content())
  }

  package init(_ tag: HTMLTag, _ attributes: HTMLAttribute..., text: String) {
    content = .element(tag, attributes, [HTML(text: text)])
  }

  package init(_ tag: HTMLTag, _ attributes: HTMLAttribute...) {
    content = .element(tag, attributes, [])
  }

  /// An element without content whose attributes depend on something.
  package init(_ tag: HTMLTag, _ attributes: [HTMLAttribute]) { content = .element(tag, attributes, []) }

  package init(text: String) { content = .text(text) }
  package init(drawing: SVG) { content = .drawing(drawing) }
  package init(style: Stylesheet) { content = .style(style) }
  package init(_ parts: [HTML]) { content = .group(parts) }

  /// Nothing.
  package static let empty = HTML([])

  /// The page as bytes, with its document type.
  package func document() -> [UInt8] { Array("<!doctype html>\n".utf8) + bytes() }

  /// The piece as bytes of UTF-8.
  package func bytes() -> [UInt8] {
    var writer = MarkupWriter()
    writer.write(self)
    return writer.bytes
  }
}

/// Lets children be listed one per line.
@resultBuilder
package enum HTMLBuilder {
  package static func buildExpression(_ piece: HTML) -> [HTML] { [piece] }
  package static func buildExpression(_ pieces: [HTML]) -> [HTML] { pieces }
  package static func buildExpression(_ text: String) -> [HTML] { [HTML(text: text)] }
  package static func buildBlock(_ pieces: [HTML]...) -> [HTML] { pieces.flatMap { $0 } }
  package static func buildOptional(_ pieces: [HTML]?) -> [HTML] { pieces ?? [] }
  package static func buildEither(first: [HTML]) -> [HTML] { first }
  package static func buildEither(second: [HTML]) -> [HTML] { second }
  package static func buildArray(_ pieces: [[HTML]]) -> [HTML] { pieces.flatMap { $0 } }
}
