/// A name of an element or attribute. Only literals of the source become names; text from files never does.
package struct XMLName: Sendable, Hashable, ExpressibleByStringLiteral {
  let text: String

  package init(stringLiteral text: StaticString) {
    self.text = text.description
  }
}

/// A piece of an XML document for machines: an element with attributes in their order, or text.
package struct XML: Sendable {
  indirect enum Content: Sendable {
    case element(XMLName, [Attribute], [XML])
    case text(String)
  }

  /// An attribute and its value, which is escaped when it is written.
  package struct Attribute: Sendable, Hashable {
    let name: XMLName
    let value: String

    package init(_ name: XMLName, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  let content: Content

  package init(_ name: XMLName, _ attributes: [Attribute] = [], _ children: [XML] = []) {
    content = .element(name, attributes, children)
  }

  package init(text: String) { content = .text(text) }

  /// The document as UTF-8, indented by two spaces; elements that hold text stay on one line.
  package func document() -> [UInt8] {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    write(to: &bytes, depth: 0)
    return bytes
  }

  private func write(to bytes: inout [UInt8], depth: Int) {
    switch content {
    case .text(let text): TextEscaper.append(text, to: &bytes)
    case .element(let name, let attributes, let children):
      bytes += indent(depth) + Array("<\(name.text)".utf8)
      for attribute in attributes { write(attribute, to: &bytes) }
      bytes += Array((children.isEmpty ? "/>" : ">").utf8)
      if !children.isEmpty { write(children, of: name, to: &bytes, depth: depth) }
      bytes.append(0x0A)
    }
  }

  private func write(_ attribute: Attribute, to bytes: inout [UInt8]) {
    bytes += Array(" \(attribute.name.text)=\"".utf8)
    TextEscaper.append(attribute.value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private func write(_ children: [XML], of name: XMLName, to bytes: inout [UInt8], depth: Int) {
    let isText = children.allSatisfy(\.isText)
    if !isText { bytes.append(0x0A) }
    for child in children { child.write(to: &bytes, depth: depth + 1) }
    if !isText { bytes += indent(depth) }
    bytes += Array("</\(name.text)>".utf8)
  }

  private var isText: Bool {
    if case .text = content { true } else { false }
  }

  private func indent(_ depth: Int) -> [UInt8] { [UInt8](repeating: 0x20, count: 2 * depth) }
}
