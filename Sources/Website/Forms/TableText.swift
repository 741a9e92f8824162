/// Writes what was typed into a form as the table that staff would fill in, so that it goes the way of every file.
enum TableText {
  /// Lines of cells as CSV, with a mark in front that says UTF-8.
  static func csv(_ lines: [[String]]) -> [UInt8] {
    [0xEF, 0xBB, 0xBF] + Array(lines.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  /// In quotes, with quotes doubled and line breaks as spaces; by scalars, since a quote may carry marks.
  private static func quoted(_ cell: String) -> String {
    var result = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result.append("\"") }
      result.append(scalar.value < 0x20 ? " " : scalar)
    }
    result.append("\"")
    return String(result)
  }
}
