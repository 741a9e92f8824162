/// Names under which uploaded files lie in the spool. They keep what browsers say, since names of files and folders help to
/// tell whose a file is; what could lead elsewhere is taken out.
enum UploadName {
  private static let deepest = 6
  private static let longestPart = 180

  /// Folders and file name, made safe. Never empty; no part is empty, `.`, `..` or begins with a dot.
  static func parts(_ name: String) -> [String] {
    let isSeparator: (UInt8) -> Bool = { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let parts = name.utf8.split(whereSeparator: isSeparator)
      .map { safe(String(decoding: Array($0), as: UTF8.self)) }.filter { !$0.isEmpty }
    return parts.isEmpty ? ["file"] : Array(parts.suffix(deepest))
  }

  /// One part: no controls, no invisible signs, no dots in front, at most 180 bytes. Cut in the middle, so that the ending stays.
  private static func safe(_ part: String) -> String {
    let kept = part.unicodeScalars.filter { !isHidden($0) }.drop { $0 == "." || $0.properties.isWhitespace }
    let text = String(String.UnicodeScalarView(kept))
    guard text.utf8.count > longestPart else { return text }
    let head = prefix(text.unicodeScalars, bytes: longestPart - 24)
    let tail = prefix(text.unicodeScalars.reversed(), bytes: 24).reversed()
    return String(String.UnicodeScalarView(head + tail))
  }

  private static func prefix(_ scalars: some Sequence<Unicode.Scalar>, bytes: Int) -> [Unicode.Scalar] {
    var count = 0
    return Array(
      scalars.prefix { scalar in
        count += UTF8.width(scalar)
        return count <= bytes
      })
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The name with a number before its ending: for a second file of the same name.
  static func numbered(_ name: String, _ number: Int) -> String {
    let bytes = Array(name.utf8)
    let dot = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.count
    let head = String(decoding: bytes[..<dot], as: UTF8.self)
    return "\(head) (\(number))" + String(decoding: bytes[dot...], as: UTF8.self)
  }
}
