/// Names of archive entries: what they are, and whether they may be trusted.
enum ArchiveName {
  /// UTF-8 where the bytes are, else the DOS page that Russian Windows writes.
  static func decoded(_ bytes: Bytes) -> String {
    if UTF8Sequence.validLength(bytes) == bytes.count { return bytes.string }
    let letters = CyrillicPage.ibm866.upperHalf
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 ? Unicode.Scalar(byte) : letters[Int(byte - 0x80)])
    }
    return String(text)
  }

  /// Whether a name leads out of the place where it would be unpacked, or would play tricks on a terminal that shows it.
  static func isHostile(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    if bytes.isEmpty || name.unicodeScalars.contains(where: isControl) { return true }
    if bytes[0] == ASCII.slash || bytes[0] == ASCII.backslash { return true }
    if bytes.count > 1, ASCII.isLetter(bytes[0]), bytes[1] == ASCII.colon { return true }
    return bytes.split(whereSeparator: { $0 == ASCII.slash || $0 == ASCII.backslash })
      .contains { $0.elementsEqual([ASCII.dot, ASCII.dot]) }
  }

  /// Control characters, and marks that turn the direction of writing.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// What systems put into archives beside the files that people mean.
  static func isDebris(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: ASCII.slash).map { String(Substring($0)) }
    guard let last = parts.last else { return true }
    return parts.contains("__MACOSX") || last.utf8.starts(with: "._".utf8)
      || last.utf8.starts(with: "~$".utf8)
      || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(last)
  }
}
