import Records

/// The text of a Word document: a paragraph a line, rows of tables with tabs between their cells.
///
/// Quirks: deleted text, codes of fields, notes and what is drawn beside the text are left out; line breaks within a
/// paragraph stay, within a table they are blanks.
final class DocumentText: ReportingSource {
  var problems: [Problem] { text.fault.map { [.xml($0)] } ?? [] }

  private let text: EventText
  private var line: [UInt8] = []
  /// Tables that enclose the place; only the outermost parts its cells.
  private var tables = 0
  private var isText = false
  private var isFirstCell = true

  init(_ bytes: any ByteSource) { text = EventText(bytes) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try text.fill(take)
    return text.take(into: buffer)
  }

  private func take(_ event: XMLEvent) throws {
    switch event {
    case .text(let letters): if isText { line += letters.utf8 }
    case .start(let element): try start(element)
    case .end("t"): isText = false
    case .end("p"): endParagraph()
    case .end("tr"): if tables == 1 { endLine() }
    case .end("tbl"): tables -= 1
    case .end: break
    }
    if line.count > XMLReader.textLimit { endLine() }
  }

  private func start(_ element: XMLElement) throws {
    switch element.name {
    case "t": isText = true
    case "tab": line.append(tables > 0 ? ASCII.space : ASCII.tab)
    case "br", "cr": line.append(tables > 0 ? ASCII.space : ASCII.lineFeed)
    case "noBreakHyphen": line.append(ASCII.minus)
    case "tbl": tables += 1
    case "tr": isFirstCell = true
    case "tc":
      if tables == 1, !isFirstCell {
        while line.last == ASCII.space { line.removeLast() }
        line.append(ASCII.tab)
      }
      isFirstCell = false
    // Properties hold tab stops; an alternative says again what its choice said.
    case "pPr", "rPr", "tblPr", "del", "moveFrom", "drawing", "pict", "object", "Fallback", "instrText", "sectPr":
      try text.reader.skipElement()
    default: break
    }
  }

  private func endParagraph() {
    if tables == 0 { return endLine() }
    if let last = line.last, last != ASCII.tab { line.append(ASCII.space) }
  }

  private func endLine() {
    while line.last == ASCII.space { line.removeLast() }
    text.output += line
    text.output.append(ASCII.lineFeed)
    line.removeAll(keepingCapacity: true)
  }
}
