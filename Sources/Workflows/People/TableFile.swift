import Foundation
import Ingestion

/// A small table that people keep by hand: read whole, encoding and delimiter found out.
enum TableFile {
  /// Rows of cells with the line each starts on; blank rows left out.
  /// - Throws: `WorkflowError` when the file or its encoding cannot be read.
  static func rows(_ path: String) throws -> [(line: Int, cells: [String])] {
    let reader = ByteReader(try FileSource(path: path))
    let head = try reader.peek()
    guard case .certain(let encoding, let mark) = EncodingDetector.detect(head, isWhole: reader.hasPeekedAll) else {
      throw WorkflowError("\(path): its encoding cannot be told; save it as 'CSV UTF-8'")
    }
    let dialect = Dialect.detect(head)
    reader.skip(mark)
    let parser = CSVParser(textSource(reader, encoding: encoding), delimiter: dialect.delimiter)
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
