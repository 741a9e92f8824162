import Foundation
import Ingestion
import Records
import Testing

/// What others read from the same tables, and what no table may do.
@Suite struct CSVConformanceTests {
  /// A table with what Python's `csv` reads from it, as `Scripts/csv-cases` writes it.
  private struct Case: Decodable {
    var text: String
    var delimiter: String
    var rows: [[String]]?
    var unclosed: Bool?
  }

  private static func cases() throws -> [Case] {
    let kept = try #require(Bundle.module.resourceURL).appending(path: "Fixtures/csv-cases.ndjson")
    let more = ProcessInfo.processInfo.environment["MINBAR_CSV_CASES"].map { URL(filePath: $0) }
    let lines = try String(contentsOf: more ?? kept, encoding: .utf8).utf8.split(separator: 0x0A)
    return try lines.map { try JSONDecoder().decode(Case.self, from: Data($0)) }
  }

  /// Rows, and whether a quote was never closed.
  private static func read(
    _ bytes: [UInt8], _ delimiter: UInt8 = 0x2C, pieceSize: Int = .max
  ) throws -> (rows: [[String]], faults: [CSVParser.Fault.Kind]) {
    let reader = ByteReader(MemorySource(bytes), pieceLimit: pieceSize)
    let parser = CSVParser(textSource(reader, encoding: .utf8), delimiter: delimiter)
    var rows: [[String]] = []
    var faults: [CSVParser.Fault.Kind] = []
    while true {
      switch try parser.advance() {
      case .end: return (rows, faults)
      case .refused(let fault): faults.append(fault.kind)
      case .row: rows.append((0..<parser.count).map { String(decoding: parser[$0], as: UTF8.self) })
      }
    }
  }

  @Test(arguments: [1, 2, 3, .max]) func readsWhatPythonReads(_ size: Int) throws {
    let cases = try Self.cases()
    #expect(cases.count >= 400)
    for one in cases {
      let delimiter = try #require(one.delimiter.utf8.first)
      let (rows, faults) = try Self.read(Array(one.text.utf8), delimiter, pieceSize: size)
      if one.unclosed == true {
        #expect(faults.contains(.unclosedQuote), "\(one.text.debugDescription)")
      } else {
        #expect(faults.isEmpty && rows == one.rows, "\(one.text.debugDescription): \(rows)")
      }
    }
  }

  /// The grammar of RFC 4180, and the tables that readers are known to stumble over.
  @Test(
    arguments: [
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
      (
        "first,last,address\nJohn,Doe,\"120 any st.\nAnytown, WW\"",
        [["first", "last", "address"], ["John", "Doe", "120 any st.\nAnytown, WW"]]
      ),
      ("a,b,c\n1,\"\",\"\"\n2,3,4", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
      ("a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
      ("key,val\n1,\"{\"\"type\"\": \"\"Point\"\"}\"\n", [["key", "val"], ["1", "{\"type\": \"Point\"}"]]),
      ("a,b,c\n\"Once upon \na time\",5,6\n", [["a", "b", "c"], ["Once upon \na time", "5", "6"]]),
      ("a,b,c\n1,2,\n,,\n", [["a", "b", "c"], ["1", "2", ""], ["", "", ""]]),
      ("\"\"\"\"\"\"\n", [["\"\""]]), ("\",\"\n", [[","]]), ("\"\r\"\r\"\n\"\n", [["\r"], ["\n"]]),
      ("a\r\n\r\nb\r\n", [["a"], [""], ["b"]]), ("\u{FEFF}a,b", [["\u{FEFF}a", "b"]]), ("a;b,c", [["a;b", "c"]]),
      ("\"a\"\"\"\"b\"", [["a\"\"b"]]), ("a\"\"b,\"c\"", [["a\"\"b", "c"]]),
      ("=1+1,+7,-x,@y", [["=1+1", "+7", "-x", "@y"]]),
    ] as [(String, [[String]])], [1, 2, .max])
  func readsTheRFC(_ one: (String, [[String]]), _ size: Int) throws {
    let (rows, faults) = try Self.read(Array(one.0.utf8), pieceSize: size)
    #expect(rows == one.1)
    #expect(faults.isEmpty)
  }

  /// NUL and broken letters become U+FFFD; rows with them are told apart.
  @Test(arguments: [1, 3, .max]) func damageIsKeptToItsRow(_ size: Int) throws {
    let bytes: [UInt8] = Array("a,b\n".utf8) + [0x63, 0x00, 0x2C, 0xFF, 0x0A] + Array("d,e\n".utf8)
    let parser = CSVParser(
      textSource(ByteReader(MemorySource(bytes), pieceLimit: size), encoding: .utf8), delimiter: 0x2C)
    var rows: [String] = []
    while try parser.advance() == .row {
      let cells = (0..<parser.count).map { String(decoding: parser[$0], as: UTF8.self) }
      rows.append(cells.joined(separator: "|"))
    }
    #expect(rows == ["a|b", "c\u{FFFD}|\u{FFFD}", "d|e"])
  }

  /// A cell of a gigabyte costs its row and a few megabytes of memory, quoted or not.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MINBAR_LARGE"] != nil), arguments: [false, true])
  func aCellOfAGigabyteTakesConstantMemory(_ isQuoted: Bool) throws {
    let before = Self.peakMegabytes()
    try Self.longCell(bytes: 1 << 30, isQuoted: isQuoted)
    #expect(Self.peakMegabytes() - before < 64)
  }

  /// The same with 64 MB, which every run can afford.
  @Test(arguments: [false, true]) func aVeryLongCellCostsItsRow(_ isQuoted: Bool) throws {
    try Self.longCell(bytes: 64 << 20, isQuoted: isQuoted)
  }

  private static func longCell(bytes: Int, isQuoted: Bool) throws {
    let source = LongCell(bytes: bytes, isQuoted: isQuoted)
    let parser = CSVParser(textSource(ByteReader(source), encoding: .utf8), delimiter: 0x2C)
    var steps: [String] = []
    while true {
      let step = try parser.advance()
      if step == .end { break }
      switch step {
      case .refused(let fault): steps.append("\(fault.kind) \(fault.line):\(fault.column)")
      default:
        steps.append((0..<parser.count).map { String(decoding: parser[$0], as: UTF8.self) }.joined(separator: "|"))
      }
    }
    #expect(steps == ["a|b", "fieldTooLong 2:2", "d|e"])
  }

  /// Most memory this process has ever held.
  private static func peakMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1_024
  }
}

/// A table whose second row has one cell of so many bytes, made as it is read.
private final class LongCell: ByteSource {
  private let start: [UInt8]
  private let end: [UInt8]
  private let length: Int
  private var at = 0

  init(bytes: Int, isQuoted: Bool) {
    start = Array((isQuoted ? "a,b\nc,\"" : "a,b\nc,").utf8)
    end = Array((isQuoted ? "\"\nd,e\n" : "\nd,e\n").utf8)
    length = bytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count: Int
    if at < start.count {
      count = copy(start[at...], to: buffer)
    } else if at < start.count + length {
      count = min(buffer.count, start.count + length - at)
      _ = buffer.baseAddress.map { memset($0, 0x78, count) }
    } else {
      count = copy(end[(at - start.count - length)...], to: buffer)
    }
    at += count
    return count
  }

  private func copy(_ bytes: ArraySlice<UInt8>, to buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(bytes.count, buffer.count)
    buffer.copyBytes(from: bytes.prefix(count))
    return count
  }
}
