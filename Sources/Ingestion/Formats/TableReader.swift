/// Rows of a delimited file: undoes Excel's wrapping, leaves out blank lines and a `sep=` line.
package final class TableReader {
  private let parser: CSVParser
  private var skipsFirst: Bool

  package init(_ text: any TextSource, dialect: Dialect) {
    let source = dialect.isWrapped ? OneColumnRepair(text) : text
    parser = CSVParser(source, delimiter: dialect.delimiter, hasBackslashQuotes: dialect.hasBackslashQuotes)
    skipsFirst = dialect.hasSeparatorLine
  }

  /// Goes to the next row that is not empty.
  /// - Throws: what the source of the text throws.
  package func advance() throws -> CSVParser.Step {
    while true {
      let step = try parser.advance()
      guard step == .row else { return step }
      if skipsFirst {
        skipsFirst = false
        continue
      }
      if (0..<parser.count).contains(where: { !parser[$0].isEmpty }) { return .row }
    }
  }

  /// Goes to the next row below the header; rows that cannot be read, and rows with more or fewer cells than
  /// the header has, are reported and left out. Empty cells too many, as spreadsheets add them, are no fault.
  ///
  /// - Parameter allowsShort: whether rows may end before their last columns.
  /// - Throws: what the source of the text or the output throws.
  package func nextRow(_ header: TableSketch.Row, allowsShort: Bool = false, _ output: RecordOutput) throws -> Bool {
    while true {
      switch try advance() {
      case .end: return false
      case .refused(let fault): try output.problem(.csv(fault))
      case .row:
        guard line > header.line else { continue }
        if try isRegular(header.cells.count, allowsShort: allowsShort, output) { return true }
      }
    }
  }

  private func isRegular(_ width: Int, allowsShort: Bool, _ output: RecordOutput) throws -> Bool {
    if parser.isDamaged { try output.problem(.damagedText(line: line)) }
    let isTooLong = count > width && (width..<count).contains { !self[$0].isEmpty }
    guard isTooLong || (count < width && !allowsShort) else { return true }
    // Lines of a row that was refused before are no rows of their own.
    if !parser.isResynchronised { try output.problem(.raggedRow(line: line, found: count, expected: width)) }
    return false
  }

  package var line: Int { parser.line }
  package var count: Int { parser.count }
  package var isUnfinished: Bool { parser.isUnfinished }

  /// A cell of the current row, valid until the next; empty where the row is shorter.
  package subscript(index: Int) -> Bytes {
    index < parser.count ? parser[index] : Bytes(start: nil, count: 0)
  }
}
