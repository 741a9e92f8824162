import CExpat
import Glibc

/// Turns what expat calls back into events, and stops it at what is not allowed.
final class XMLCollector {
  var events: [XMLEvent] = []
  private(set) var fault: XMLFault?

  private var text: [UInt8] = []
  private var depth = 0
  /// Cleared with the parser, which never outlives its reader, which owns this.
  private var parser: XML_Parser?

  /// Has `parser`, which must not outlive this, tell what it finds.
  func listen(to parser: XML_Parser) {
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetStartElementHandler(parser) { XMLCollector.from($0)?.start($1, $2) }
    XML_SetEndElementHandler(parser) { XMLCollector.from($0)?.end($1) }
    XML_SetCharacterDataHandler(parser) { XMLCollector.from($0)?.characters($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in XMLCollector.from(context)?.stop(.documentType) }
  }

  /// Keeps the first fault only: stopping expat makes it report one of its own.
  func fail(_ kind: XMLFault.Kind, line: Int) {
    if fault == nil { fault = XMLFault(kind: kind, line: line) }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLCollector? {
    context.map { Unmanaged<XMLCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  private var line: Int { parser.map { Int(XML_GetCurrentLineNumber($0)) } ?? 1 }

  private func stop(_ kind: XMLFault.Kind) {
    fail(kind, line: line)
    if let parser { XML_StopParser(parser, 0) }
  }

  private func start(_ name: UnsafePointer<XML_Char>?, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
    // Expat ends what it has begun after it was stopped.
    guard fault == nil, let name else { return }
    flush()
    depth += 1
    guard depth <= XMLReader.depthLimit else { return stop(.tooDeep) }
    events.append(
      .start(XMLElement(name: XMLCollector.localName(name), attributes: XMLCollector.attributes(list), line: line)))
  }

  private func end(_ name: UnsafePointer<XML_Char>?) {
    guard fault == nil, let name else { return }
    flush()
    depth -= 1
    events.append(.end(XMLCollector.localName(name)))
  }

  private func characters(_ start: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard fault == nil else { return }
    text += Bytes(start: start, count: Int(count))
    if text.count > XMLReader.textLimit { stop(.tooLarge) }
  }

  private func flush() {
    guard !text.isEmpty else { return }
    events.append(.text(String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
  }

  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) -> [(name: String, value: String)] {
    guard var next = list else { return [] }
    var attributes: [(name: String, value: String)] = []
    while let name = next[0], let value = next[1] {
      if !isDeclaration(name) { attributes.append((localName(name), String(cString: value))) }
      next += 2
    }
    return attributes
  }

  /// Whether an attribute declares a name space.
  private static func isDeclaration(_ name: UnsafePointer<XML_Char>) -> Bool {
    strncmp(name, "xmlns", 5) == 0 && (name[5] == 0 || name[5] == CChar(ASCII.colon))
  }

  private static func localName(_ name: UnsafePointer<XML_Char>) -> String {
    String(cString: strrchr(name, Int32(ASCII.colon)).map { UnsafePointer($0 + 1) } ?? name)
  }
}
