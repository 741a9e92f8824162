/// Takes the markup out of caption texts.
enum CaptionText {
  /// WebVTT: tags go, character references become letters.
  static func plain(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { text in
      var output: [UInt8] = []
      output.reserveCapacity(text.count)
      var at = 0
      while at < text.count {
        let byte = text[at]
        if byte == ASCII.less {
          // A tag that is never closed takes the rest, as the W3C wants it.
          at = (text.position(of: ASCII.greater, from: at) ?? text.count - 1) + 1
        } else if byte == ASCII.ampersand, let reference = CharacterReference(text, at: at) {
          output += reference.letter
          at += reference.width
        } else {
          output.append(byte)
          at += 1
        }
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// SubRip: `<i>`, `</i>`, `<font …>` and `{\an8}` go; a `<` that starts no tag stays.
  static func plainSubRip(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { text in
      var output: [UInt8] = []
      output.reserveCapacity(text.count)
      var at = 0
      while at < text.count {
        if let end = tagEnd(text, at: at) {
          at = end
        } else if text[at] == ASCII.ampersand, let reference = CharacterReference(text, at: at) {
          output += reference.letter
          at += reference.width
        } else {
          output.append(text[at])
          at += 1
        }
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  private static func tagEnd(_ text: Bytes, at place: Int) -> Int? {
    guard place + 1 < text.count else { return nil }
    let next = text[place + 1]
    switch text[place] {
    case ASCII.less where ASCII.isLetter(next) || next == ASCII.slash:
      return text.position(of: ASCII.greater, from: place).map { $0 + 1 }
    case ASCII.openBrace where next == ASCII.backslash:
      return text.position(of: ASCII.closeBrace, from: place).map { $0 + 1 }
    default: return nil
    }
  }
}
