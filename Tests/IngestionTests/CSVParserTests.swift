import Ingestion
import Records
import Testing

/// Rows of a text, or why a row was refused.
private func rows(_ text: String, delimiter: Character = ",", pieceSize: Int = .max) throws -> [[String]] {
  try rows(Array(text.utf8), delimiter: delimiter, pieceSize: pieceSize)
}

private func rows(_ bytes: [UInt8], delimiter: Character = ",", pieceSize: Int = .max) throws -> [[String]] {
  let reader = ByteReader(MemorySource(bytes), pieceLimit: pieceSize)
  let parser = CSVParser(
    textSource(reader, encoding: .utf8), delimiter: delimiter.asciiValue ?? 0x2C)
  var rows: [[String]] = []
  while true {
    switch try parser.advance() {
    case .end: return rows
    case .refused(let fault): rows.append(["!\(fault.kind) \(fault.line):\(fault.column)"])
    case .row: rows.append((0..<parser.count).map { String(decoding: parser[$0], as: UTF8.self) })
    }
  }
}

@Suite struct CSVParserTests {
  struct Case: Sendable {
    var text: String
    var rows: [[String]]
  }

  static let cases: [Case] = [
    Case(text: "", rows: []),
    Case(text: "a", rows: [["a"]]),
    Case(text: "a,b\n", rows: [["a", "b"]]),
    Case(text: "a,b\r\nc,d\r\n", rows: [["a", "b"], ["c", "d"]]),
    Case(text: "a,b\rc,d\r", rows: [["a", "b"], ["c", "d"]]),
    Case(text: "a,b\nc,d", rows: [["a", "b"], ["c", "d"]]),
    Case(text: ",\n", rows: [["", ""]]),
    Case(text: "a,", rows: [["a", ""]]),
    Case(text: "\n\na\n", rows: [[""], [""], ["a"]]),
    Case(text: "\r\n\r\na", rows: [[""], [""], ["a"]]),
    Case(text: "\"\"", rows: [[""]]),
    Case(text: "\"a\"\"b\",c\n", rows: [["a\"b", "c"]]),
    Case(text: "\"\"\"\"\n", rows: [["\""]]),
    Case(text: "\"\"\"a\"\"\",\"\"\"\"\"\"\n", rows: [["\"a\"", "\"\""]]),
    Case(text: "\"a,b\nc\r\nd\re\",f\ng", rows: [["a,b\nc\r\nd\re", "f"], ["g"]]),
    Case(text: " a , \"b\" \n", rows: [[" a ", " \"b\" "]]),
    Case(text: "a\"b,c\"\n", rows: [["a\"b", "c\""]]),
    Case(text: "\"a\"b,c\n", rows: [["ab", "c"]]),
    Case(text: "\"a\"\"x\"b\"\"c,d\n", rows: [["a\"xb\"\"c", "d"]]),
    Case(text: "\"a\"\r\n\"b\"\r\n", rows: [["a"], ["b"]]),
    Case(text: "\"\u{301}a\",\u{301}\n", rows: [["\u{301}a", "\u{301}"]]),
    Case(text: "x,\"open\ny,z\n", rows: [["!unclosedQuote 1:2"], ["y", "z"]]),
    Case(text: "x\ny,\"", rows: [["x"], ["!unclosedQuote 2:2"]]),
    Case(text: "a,\"b\nc\",\"open\nd\ne", rows: [["!unclosedQuote 2:3"], ["d"], ["e"]]),
  ]

  @Test(arguments: cases, [1, 2, 3, 4_096]) func readsAs(_ one: Case, _ size: Int) throws {
    #expect(try rows(one.text, pieceSize: size) == one.rows)
  }

  @Test(arguments: [";", "\t"] as [Character]) func otherDelimiters(_ delimiter: Character) throws {
    #expect(
      try rows("a\(delimiter)\"b\(delimiter)c\"\(delimiter)d,e\n", delimiter: delimiter) == [
        ["a", "b\(delimiter)c", "d,e"]
      ])
  }

  @Test func longRowsCrossBuffers() throws {
    let row = (0..<40).map { "\"\(String(repeating: "ы,\n", count: $0 * 300))\"" }.joined(separator: ",")
    let text = String(repeating: row + "\n", count: 4)
    let whole = try rows(text)
    #expect(whole.count == 4)
    #expect(whole[3][39].utf8.count == 39 * 300 * 4)
    #expect(try rows(text, pieceSize: 1_000) == whole)
  }

  @Test(arguments: [1_000, 65_536, .max]) func aLongFieldCostsItsRow(_ size: Int) throws {
    let long = String(repeating: "x", count: CSVParser.fieldLimit + 1)
    let text = "a,b\nc,\(long)\nd,\"\(long)\"\ne,\"\(long)\nf,g\nh,i\n"
    let read = try rows(text, pieceSize: size)
    #expect(
      read == [
        ["a", "b"], ["!fieldTooLong 2:2"], ["!fieldTooLong 3:2"], ["!fieldTooLong 4:2"], ["f", "g"], ["h", "i"],
      ])
    let fits = String(repeating: "x", count: CSVParser.fieldLimit)
    #expect(try rows("\(fits),b\n", pieceSize: size).first?.first?.utf8.count == CSVParser.fieldLimit)
  }

  @Test func aLongRowIsRefused() throws {
    let read = try rows(String(repeating: "x,", count: CSVParser.rowLimit) + "\na,b\n")
    #expect(read == [["!rowTooLong 1:1"], ["a", "b"]])
  }

  /// Looks at no clock: a parser that looks back for the opening quote would not come to an end here.
  @Test func hostileQuotesAreReadInOnePass() throws {
    let text = String(repeating: "x\"y\",\"z\n", count: 1 << 20)
    let read = try rows(text, pieceSize: 65_536)
    // Whoever gives up goes on behind what was read, not behind its first line.
    #expect(read.first == ["!rowTooLong 1:1"] && read.count < 10)
  }

  @Test func linesAreCounted() throws {
    let text = "a\r\n\"b\r\nc\rd\"\n\ne,\"\n\"\rf"
    let parser = CSVParser(textSource(ByteReader(MemorySource(Array(text.utf8))), encoding: .utf8), delimiter: 0x2C)
    var lines: [Int] = []
    while try parser.advance() == .row { lines.append(parser.line) }
    #expect(lines == [1, 2, 5, 6, 8])
    #expect(parser.isUnfinished)
  }

  @Test(arguments: [1, 2, 3, 4_096]) func randomBytesReadAlikeInPieces(_ size: Int) throws {
    var random = Random(seed: 11)
    let alphabet = Array("\"\",,\n\r ab\u{439}".utf8)
    for _ in 0..<400 {
      let bytes = (0..<60).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }
      #expect(try rows(bytes, pieceSize: size) == rows(bytes), "\(bytes)")
    }
  }

  @Test(arguments: [
    ("a,b;c\n1;2;3\n", ";", false), ("a;b;c\n1,5;2,5;3\n", ";", false), ("a\tb\n", "\t", false),
    ("sep=;\na;b\n", ";", true),
    ("\"sep=,\"\na,b\n", ",", true), ("sep=\t\na\tb\n", "\t", true), ("\"a;b\",c\n", ",", false), ("one\n", ",", false),
    ("title\na;b\n", ";", false),
  ])
  func dialectsAreFound(_ text: String, _ delimiter: String, _ hasLine: Bool) {
    let dialect = text.withBytes { Dialect.detect($0) }
    // The first line decides; of two delimiters the more frequent.
    #expect(dialect.delimiter == delimiter.utf8.first)
    #expect(dialect.hasSeparatorLine == hasLine)
    #expect(!dialect.isWrapped)
  }
}
