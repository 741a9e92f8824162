import CExpat

/// What comes next in an XML document.
package enum XMLEvent: Sendable, Equatable {
  case start(XMLElement)
  /// All characters up to the next tag; blank ones too.
  case text(String)
  /// The end of an element, by its local name.
  case end(String)
}

/// A start tag.
package struct XMLElement: Sendable, Equatable {
  /// Without the prefix of its name space.
  package var name: String
  /// In the order of the document, names without prefixes; declarations of name spaces are left out.
  package var attributes: [(name: String, value: String)]
  /// From 1.
  package var line: Int

  /// The value of the first attribute of that name.
  package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  package init(name: String, attributes: [(name: String, value: String)], line: Int) {
    self.name = name
    self.attributes = attributes
    self.line = line
  }

  package static func == (one: XMLElement, other: XMLElement) -> Bool {
    one.name == other.name && one.line == other.line
      && one.attributes.elementsEqual(other.attributes, by: { $0 == $1 })
  }
}

/// Reads an XML document piece by piece, as a sequence of tags and texts.
///
/// Memory is bounded: no document type (and so no entity of its own) is taken, tags, texts and depth are capped.
package final class XMLReader {
  /// How deep elements may lie in each other.
  package static let depthLimit = 256
  /// Bytes of one text, and about so many of one tag or comment.
  package static let textLimit = 1 << 20

  private static let pieceSize = 64 << 10

  private let source: any ByteSource
  private let parser: XML_Parser?
  private let collector = XMLCollector()
  private var position = 0
  private var delivered = 0
  private var isAtEnd = false

  /// Reads bytes in the encoding that the document states: UTF-8, UTF-16 or Latin-1.
  package convenience init(_ source: any ByteSource) { self.init(source, encoding: nil) }

  /// Reads text that was decoded before, whatever encoding the document states.
  package convenience init(_ text: any TextSource) {
    self.init(TextBytes(text), encoding: "UTF-8")
  }

  /// Whether decoded text held U+FFFD in the place of bytes that could not be read, up to about here; once true, it
  /// is not said again.
  package func takeReplacement() -> Bool { (source as? TextBytes)?.takeReplacement() ?? false }

  private init(_ source: any ByteSource, encoding: String?) {
    self.source = source
    parser = XML_ParserCreate(encoding)
    if let parser { collector.listen(to: parser) }
  }

  deinit {
    if let parser { XML_ParserFree(parser) }
  }

  /// The next tag or text; nil at the end of the document.
  /// - Throws: `XMLFault` where the document is broken, and what the source throws. What came before is handed out
  ///   first.
  package func next() throws -> XMLEvent? {
    while position == collector.events.count {
      if let fault = collector.fault { throw fault }
      guard !isAtEnd else { return nil }
      position = 0
      collector.events.removeAll(keepingCapacity: true)
      try parsePiece()
    }
    defer { position += 1 }
    return collector.events[position]
  }

  /// The text in the element whose start came last, with that of elements in it; reads to its end.
  package func readText() throws -> String {
    var text = ""
    try readElement { if case .text(let piece) = $0 { text += piece } }
    return text
  }

  /// Reads to the end of the element whose start came last.
  package func skipElement() throws { try readElement { _ in } }

  private func readElement(_ body: (XMLEvent) -> Void) throws {
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
      body(event)
    }
  }

  private func parsePiece() throws {
    guard let parser, let buffer = XML_GetBuffer(parser, Int32(XMLReader.pieceSize)) else {
      return collector.fail(.tooLarge, line: 1)
    }
    let count = try fill(UnsafeMutableRawBufferPointer(start: buffer, count: XMLReader.pieceSize))
    delivered += count
    isAtEnd = count < XMLReader.pieceSize
    guard XML_ParseBuffer(parser, Int32(count), isAtEnd ? 1 : 0) == XML_STATUS_OK else {
      return collector.fail(XMLFault.Kind(XML_GetErrorCode(parser)), line: Int(XML_GetCurrentLineNumber(parser)))
    }
    // What is no whole tag yet waits inside of expat.
    if delivered - Int(XML_GetCurrentByteIndex(parser)) > XMLReader.textLimit {
      collector.fail(.tooLarge, line: Int(XML_GetCurrentLineNumber(parser)))
    }
  }

  /// Fills the buffer as far as the source goes: many small pieces would make expat look at a long tag many times.
  private func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var count = 0
    while count < buffer.count {
      let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      guard got > 0 else { break }
      count += got
    }
    return count
  }
}

/// The bytes of a text.
private final class TextBytes: ByteSource {
  private let text: any TextSource
  private var rest = Bytes(start: nil, count: 0)
  private var sawReplacement = false
  private var isReplacementTold = false

  init(_ text: any TextSource) { self.text = text }

  func takeReplacement() -> Bool {
    defer { isReplacementTold = isReplacementTold || sawReplacement }
    return sawReplacement && !isReplacementTold
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while rest.isEmpty {
      guard let piece = try text.nextPiece() else { return 0 }
      rest = piece.bytes
      sawReplacement = sawReplacement || piece.isReplacement
    }
    let count = min(rest.count, buffer.count)
    buffer.copyMemory(from: rest.part(0..<count))
    rest = rest.part(count..<rest.count)
    return count
  }
}
