import Drawing
import Reporting

/// How a coding file is written.
package enum CodingFileStyle: Sendable {
  /// Byte order mark, semicolon, decimal comma: what Excel in Russian opens with a double click.
  case excel
  /// TAB, dot, no mark.
  case tsv
}

/// A text as coders see it: nothing of what the engine said.
struct CodingFileItem {
  let item: String
  let kind: String
  let text: String
  let weight: Double
}

/// Writes files for coders: the texts, and empty columns for codes.
enum CodingFileWriter {
  static let columns = ["id", "kind", "text", "variety", "themes", "sentiment", "response", "alerts", "weight"]

  static func bytes(_ items: [CodingFileItem], style: CodingFileStyle) -> [UInt8] {
    var bytes: [UInt8] = style == .excel ? [0xEF, 0xBB, 0xBF] : []
    write(columns, style, &bytes)
    for item in items {
      // What a talk's sentence has none of is marked, so that nobody fills it in.
      let none = item.kind == "talk" ? "-" : ""
      write(
        [
          item.item, item.kind, FormulaGuard.text(item.text), "", "", none, none, none, weight(item.weight, style),
        ], style, &bytes)
    }
    return bytes
  }

  private static func weight(_ weight: Double, _ style: CodingFileStyle) -> String {
    let text = DecimalBytes.text(weight, decimals: 4)
    guard style == .excel else { return text }
    return String(decoding: text.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 }, as: UTF8.self)
  }

  private static func write(_ cells: [String], _ style: CodingFileStyle, _ bytes: inout [UInt8]) {
    let delimiter = style == .excel ? UInt8(ascii: ";") : 9
    let quote = UInt8(ascii: "\"")
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      let field = Array(cell.utf8)
      guard field.contains(where: { $0 == delimiter || $0 == quote || $0 == 0x2C || $0 < 0x20 }) else {
        bytes += field
        continue
      }
      bytes.append(quote)
      for byte in field { bytes += byte == quote ? [quote, quote] : [byte] }
      bytes.append(quote)
    }
    bytes += style == .excel ? [0x0D, 0x0A] : [0x0A]
  }
}
