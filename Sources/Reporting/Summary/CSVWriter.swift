import Drawing
import Records

/// Writes rows as CSV by RFC 4180: CR LF, quotes doubled, fields quoted where they must be.
struct CSVWriter {
  let delimiter: UInt8
  let usesDecimalComma: Bool
  private(set) var bytes: [UInt8]

  /// UTF-8 without mark, comma, dot.
  static let plain = CSVWriter(delimiter: UInt8(ascii: ","), usesDecimalComma: false, bytes: [])
  /// What Excel in Russian opens with a double click: byte order mark, semicolon, decimal comma.
  static let excel = CSVWriter(
    delimiter: UInt8(ascii: ";"), usesDecimalComma: true, bytes: [0xEF, 0xBB, 0xBF])

  mutating func write(_ cells: [SummaryCell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      write(cell)
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func write(_ cell: SummaryCell) {
    switch cell {
    case .empty: break
    case .text(let text): write(text: FormulaGuard.text(text))
    case .day(let day): bytes += Array(day.description.utf8)
    case .number(let value, let decimals):
      let text = DecimalBytes.text(value, decimals: decimals)
      bytes += text.utf8.map { $0 == UInt8(ascii: ".") && usesDecimalComma ? UInt8(ascii: ",") : $0 }
    }
  }

  private mutating func write(text: String) {
    let quote = UInt8(ascii: "\"")
    let special: Set<UInt8> = [delimiter, quote, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: ",")]
    let field = Array(text.utf8)
    let isSpaced = field.first == 0x20 || field.last == 0x20
    guard isSpaced || field.contains(where: special.contains) else {
      bytes += field
      return
    }
    bytes.append(quote)
    for byte in field { bytes += byte == quote ? [quote, quote] : [byte] }
    bytes.append(quote)
  }
}
