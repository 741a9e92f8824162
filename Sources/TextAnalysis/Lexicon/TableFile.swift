import Records

/// One line of a table: where it stands and what its columns hold.
struct TableRow {
  /// Line from 1.
  let line: Int
  let columns: [String]

  /// The column at `index`, or an empty text where the line is shorter.
  func column(_ index: Int) -> String {
    index < columns.count ? columns[index] : ""
  }
}

/// A file of tab-separated columns. Empty lines and lines that start with `#` are no rows.
struct TableFile {
  let path: String
  let rows: [TableRow]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    var rows: [TableRow] = []
    var line = 0
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let content = TableFile.trimmed(piece, first: line == 1)
      guard let first = content.first, first != 0x23 else { continue }
      let columns = content.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      rows.append(TableRow(line: line, columns: columns))
    }
    self.rows = rows
  }

  /// Takes off a byte order mark, a carriage return and spaces at the end.
  private static func trimmed(_ piece: ArraySlice<UInt8>, first: Bool) -> ArraySlice<UInt8> {
    var piece = piece
    if first, piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece = piece.dropFirst(3) }
    while let last = piece.last, last == 0x0D || last == 0x20 || last == 0x09 { piece = piece.dropLast() }
    return piece
  }

  /// A problem at a row of this file.
  func problem(
    _ code: String, _ row: TableRow, found: String, expected: String, remedy: String = "correct the line"
  ) -> Problem {
    Problem(code, .rowRefused, file: path, line: row.line, found: found, expected: expected, remedy: remedy)
  }
}

extension String {
  /// The pieces between single ASCII characters.
  func pieces(by separator: UInt8) -> [String] {
    utf8.split(separator: separator, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }
}
