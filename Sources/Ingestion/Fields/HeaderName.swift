/// Column names made comparable.
enum HeaderName {
  /// Longer cells are no column names; the limit also bounds the work on hostile ones.
  static let limit = 200

  /// Lower case, `ё` as `е`, one kind of quotes, spaces and dashes, no invisible signs, no dot in `vs.`.
  static func normalised(_ name: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in String(name.unicodeScalars.prefix(limit)).lowercased().unicodeScalars {
      switch scalar {
      case "\u{FEFF}", "\u{200B}", "\u{200E}", "\u{200F}": continue
      case "ё": output.append("е")
      case "«", "»", "“", "”", "„": output.append("\"")
      case "\u{2010}", "\u{2011}", "–", "—": output.append("-")
      case " ", "\t", "\r", "\n", "\u{A0}", "\u{2009}", "\u{202F}":
        if output.last != " ", !output.isEmpty { output.append(" ") }
      default: output.append(scalar)
      }
    }
    if output.last == " " { output.removeLast() }
    return withoutDot(String(output))
  }

  private static func withoutDot(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard let place = bytes.withUnsafeBytes({ $0.position(of: "vs. ") }) else { return name }
    return String(decoding: bytes[..<(place + 2)] + bytes[(place + 3)...], as: UTF8.self)
  }
}
