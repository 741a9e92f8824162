/// How the letters of a file are written as bytes.
package enum TextEncoding: Sendable, Hashable {
  case utf8
  case utf16LittleEndian, utf16BigEndian
  /// One byte a letter.
  case cyrillic(CyrillicPage)

  /// The name at IANA.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .cyrillic(let page): page.rawValue
    }
  }
}
