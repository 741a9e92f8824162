/// How a delimited file is written.
package struct Dialect: Sendable, Hashable {
  package var delimiter: UInt8
  /// Whether the first line says `sep=`; it is no row.
  package var hasSeparatorLine = false
  /// Whether Excel wrapped each line of a comma file into one quoted cell.
  package var isWrapped = false
  /// Whether it is a sheet of a workbook: each row is a line, whatever its cells hold.
  package var isSheet = false
  /// Whether a quote behind a backslash is a letter of its field, as PHP's `fputcsv` writes it; the format tells.
  package var hasBackslashQuotes = false

  /// How sheets of workbooks are passed on.
  package static let sheet = Dialect(delimiter: ASCII.comma, isSheet: true)

  /// In short, for a receipt: `csv ,`, `csv ;`, `csv tab`, `sheet`.
  package var summary: String {
    if isSheet { return "sheet" }
    let name = delimiter == ASCII.tab ? "tab" : String(UnicodeScalar(delimiter))
    return "csv \(name)" + (isWrapped ? " one column" : "")
  }

  /// Finds the delimiter from the first lines: a `sep=` line decides, else what stands outside quotes most
  /// often in the first line that has any.
  package static func detect(_ head: Bytes) -> Dialect {
    let end = head.firstIndex { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn } ?? head.count
    let first = head.part(0..<end).trimmedQuotes
    if first.starts(with: "sep="), first.count >= 5 {
      // Excel saves `sep=,` of a file in columns as `sep=` and tabs.
      return Dialect(delimiter: first[first.count - 1], hasSeparatorLine: true)
    }
    if looksWrapped(head) { return Dialect(delimiter: ASCII.comma, isWrapped: true) }
    return Dialect(delimiter: commonest(head))
  }

  /// The delimiter that stands most often outside quotes in the first of ten lines that has any; where two
  /// are even, the one that stands there more often in all ten.
  private static func commonest(_ head: Bytes) -> UInt8 {
    let candidates = [ASCII.comma, ASCII.semicolon, ASCII.tab]
    var line = [0, 0, 0]
    var first: [Int]?
    var all = [0, 0, 0]
    var lines = 0
    var isQuoted = false
    for byte in head {
      if byte == ASCII.quote { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if let index = candidates.firstIndex(of: byte) {
        line[index] += 1
        all[index] += 1
      } else if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
        if first == nil, line != [0, 0, 0] { first = line }
        line = [0, 0, 0]
        lines += 1
        if lines == 10 { break }
      }
    }
    let counts = first ?? line
    let best = candidates.indices.max { (counts[$0], all[$0], -$0) < (counts[$1], all[$1], -$1) }
    return candidates[best ?? 0]
  }

  /// Whether the first line is one quoted cell that holds at least three commas outside its inner quotes.
  private static func looksWrapped(_ head: Bytes) -> Bool {
    guard head.first == ASCII.quote else { return false }
    var at = 1
    var commas = 0
    while at < head.count {
      if head[at] == ASCII.quote {
        guard at + 1 < head.count, head[at + 1] == ASCII.quote else { break }
        at += 1
      }
      commas += head[at] == ASCII.comma ? 1 : 0
      at += 1
    }
    let isAlone = at + 1 >= head.count || ASCII.isBlank(head[at + 1]) || head[at + 1] == ASCII.semicolon
    return commas >= 3 && isAlone
  }
}

extension UnsafeRawBufferPointer {
  /// Without one quote at each end, if both are there.
  fileprivate var trimmedQuotes: Bytes {
    guard count >= 2, first == ASCII.quote, last == ASCII.quote else { return self }
    return part(1..<count - 1)
  }
}
