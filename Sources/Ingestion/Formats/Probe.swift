package import Records

/// What can be told of a file from its first part.
package struct Probe {
  /// The start of the text, as UTF-8.
  package var head: [UInt8]
  /// Whether `head` is all of the text.
  package var isWhole: Bool
  package var encoding: TextEncoding
  /// File name first, then what encloses it, innermost first.
  package var names: [String]
  /// The first rows, if it is a table.
  package var table: TableSketch
  /// The first names, if it is JSON.
  package var json: JSONSketch?
  /// What a person said about the columns of a table with this header.
  package var mapping: ColumnMapping?

  /// The file's own name.
  package var name: String { names.first ?? "" }

  /// The file's extension in lower case, without its dot.
  package var fileExtension: String {
    let parts = name.utf8.split(separator: ASCII.dot)
    return parts.count > 1 ? (parts.last.map { String(Substring($0)).lowercased() } ?? "") : ""
  }

  package init(head: [UInt8], isWhole: Bool, encoding: TextEncoding, names: [String]) {
    self.head = head
    self.isWhole = isWhole
    self.encoding = encoding
    self.names = names
    json = JSONSketch(head)
    table = json == nil ? TableSketch(head, isWhole: isWhole) : TableSketch()
  }

  /// The first `count` lines that are not blank, each cut at 400 bytes.
  package func lines(_ count: Int) -> [String] {
    let reader = LineReader(UTF8Decoder(ByteReader(MemorySource(head))))
    var lines: [String] = []
    // A source in memory throws nothing.
    while lines.count < count, let line = try? reader.next() {
      let body = line.trimmed()
      if !body.isEmpty { lines.append(body.part(0..<min(body.count, 400)).string) }
    }
    return lines
  }
}

/// The first rows of a table.
package struct TableSketch {
  package struct Row {
    /// Line from 1.
    package var line: Int
    /// Cells, each cut at 400 bytes.
    package var cells: [String]
  }

  package static let rowLimit = 400

  package var dialect = Dialect(delimiter: ASCII.comma)
  /// At most `rowLimit` rows, without blank lines and a `sep=` line.
  package var rows: [Row] = []

  init() {}

  init(_ head: [UInt8], isWhole: Bool) {
    dialect = head.withUnsafeBytes { Dialect.detect($0) }
    let reader = TableReader(UTF8Decoder(ByteReader(MemorySource(head))), dialect: dialect)
    // A source in memory throws nothing.
    while rows.count < TableSketch.rowLimit, let step = try? reader.advance(), step != .end {
      guard step == .row else { continue }
      let cells = (0..<min(reader.count, 400)).map { index in
        let cell = reader[index]
        return cell.part(0..<min(cell.count, 400)).string
      }
      rows.append(Row(line: reader.line, cells: cells))
    }
    if !isWhole, rows.count > 1 { rows.removeLast() }
  }

  /// The normalised names in the first row.
  package var header: [String] { rows.first?.cells.map(HeaderName.normalised) ?? [] }
}

/// The names in the first document of a JSON file.
package struct JSONSketch {
  /// Members of the first document, or of the first element of an array.
  package var names: Set<String> = []
  /// Members of the first element of each array that is such a member.
  package var inner: [String: Set<String>] = [:]

  /// Nil if the text does not start like JSON.
  init?(_ head: [UInt8]) {
    guard let first = head.first(where: { !ASCII.isBlank($0) }),
      first == ASCII.openBrace || first == ASCII.openBracket
    else { return nil }
    let scanner = JSONScanner(UTF8Decoder(ByteReader(MemorySource(head))))
    do {
      if try scanner.accept(ASCII.openBracket) {}
      try scanner.expect(ASCII.openBrace)
      while try !scanner.accept(ASCII.closeBrace) {
        if !names.isEmpty { try scanner.expect(ASCII.comma) }
        let name = try scanner.readName()
        names.insert(name)
        try readMember(name, scanner)
      }
    } catch {
      // The head ends somewhere; what was seen so far is the sketch.
    }
  }

  private mutating func readMember(_ name: String, _ scanner: JSONScanner) throws {
    guard try scanner.accept(ASCII.openBracket) else { return try scanner.skipValue(depth: 1) }
    var isFirst = true
    while try !scanner.accept(ASCII.closeBracket) {
      if !isFirst { try scanner.expect(ASCII.comma) }
      try scanner.mark()
      if isFirst {
        try scanner.readMarkedValue(depth: 2)
        inner[name] = Set(JSONValue(scanner: scanner, index: 0).names)
      } else {
        try scanner.skipValue(depth: 2)
      }
      isFirst = false
    }
  }
}
