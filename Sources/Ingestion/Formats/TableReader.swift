/// Rows of a delimited file: undoes Excel's wrapping, leaves out blank lines and a `sep=` line.
package final class TableReader {
  private let parser: CSVParser
  private var skipsFirst: Bool
  /// Whether rows may end before their last columns, which are empty.
  private let endsEarly: Bool
  private var hasRows = false

  package init(_ text: any TextSource, dialect: Dialect) {
    let source = dialect.isWrapped ? OneColumnRepair(text) : text
    parser = CSVParser(
      source, delimiter: dialect.delimiter, countsRows: dialect.isSheet, hasBackslashQuotes: dialect.hasBackslashQuotes)
    skipsFirst = dialect.hasSeparatorLine
    endsEarly = dialect.isSheet
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
  /// the header has, are reported and left out, as are totals that people added. Empty cells too many, as spreadsheets add them, are no fault.
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
        // A total in the first row is the platform's own, whatever it is called.
        if hasRows, isTotalByHand {
          try output.problem(.totalByHand(line: line))
        } else if try isRegular(header.cells.count, allowsShort: allowsShort, output) {
          hasRows = true
          return true
        }
      }
    }
  }

  /// Whether somebody added this row: a word for a total, then sums only.
  private var isTotalByHand: Bool {
    guard let place = (0..<count).first(where: { !self[$0].trimmed().isEmpty }), place + 1 < count,
      TotalLabel.isTotal(self[place].trimmed())
    else { return false }
    return (place + 1..<count).allSatisfy { TotalLabel.isSum(self[$0].trimmed()) }
  }

  private func isRegular(_ width: Int, allowsShort: Bool, _ output: RecordOutput) throws -> Bool {
    if parser.isDamaged { try output.problem(.damagedText(line: line)) }
    let isTooLong = count > width && (width..<count).contains { !self[$0].isEmpty }
    guard isTooLong || (count < width && !allowsShort && !endsEarly) else { return true }
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
