import Foundation
import Ingestion
import Records

/// A small table that people keep by hand: read whole, encoding and delimiter found out.
enum TableFile {
  /// Rows of cells with the line each starts on; blank rows left out.
  /// - Throws: `WorkflowError` when the file or its encoding cannot be read.
  static func rows(_ path: String) throws -> [(line: Int, cells: [String])] {
    var found: [(line: Int, cells: [String])] = []
    // Of a workbook the first sheet that holds anything counts.
    try sourceFiles(
      FileSource(path: path), names: [path],
      { if found.isEmpty { found = try rows(path, of: $0) } },
      problem: { if $0.severity == .fileRefused { throw WorkflowError("\(path): \($0.description)") } })
    return found
  }

  private static func rows(_ path: String, of file: SourceFile) throws -> [(line: Int, cells: [String])] {
    let reader = ByteReader(file.bytes)
    let head = try reader.peek()
    if file.form == .sheet { return try rows(path, reader, .utf8, .sheet) }
    guard case .certain(let encoding, let mark) = EncodingDetector.detect(head, isWhole: reader.hasPeekedAll) else {
      throw WorkflowError("\(path): its encoding cannot be told; save it as 'CSV UTF-8'")
    }
    let dialect = Dialect.detect(head)
    reader.skip(mark)
    return try rows(path, reader, encoding, dialect)
  }

  private static func rows(
    _ path: String, _ reader: ByteReader, _ encoding: TextEncoding, _ dialect: Dialect
  ) throws -> [(line: Int, cells: [String])] {
    let parser = CSVParser(
      textSource(reader, encoding: encoding), delimiter: dialect.delimiter, countsRows: dialect.isSheet)
    var rows: [(Int, [String])] = []
    while true {
      switch try parser.advance() {
      case .end: return dialect.hasSeparatorLine ? Array(rows.dropFirst()) : rows
      case .refused: throw WorkflowError("\(path):\(parser.line): a quote is opened and not closed")
      case .row:
        let cells = (0..<parser.count).map { String(decoding: parser[$0], as: UTF8.self) }
        if cells.contains(where: { !$0.isEmpty }) { rows.append((parser.line, cells)) }
      }
    }
  }
}
