/// `&amp;`, `&#1080;` and the like, as HTML has them.
struct CharacterReference {
  var letter: [UInt8]
  /// How many bytes it takes in the text.
  var width: Int

  /// HTML takes these without their semicolon too.
  private static let short: [(StaticString, String)] = [
    ("amp", "&"), ("AMP", "&"), ("lt", "<"), ("LT", "<"), ("gt", ">"), ("GT", ">"), ("nbsp", "\u{A0}"), ("quot", "\""),
    ("QUOT", "\""), ("laquo", "«"), ("raquo", "»"), ("shy", "\u{AD}"), ("copy", "©"), ("reg", "®"), ("middot", "·"),
  ]

  private static let named: [(StaticString, String)] = [
    ("apos;", "'"), ("lrm;", "\u{200E}"), ("rlm;", "\u{200F}"), ("zwj;", "\u{200D}"), ("zwnj;", "\u{200C}"),
    ("ndash;", "–"), ("mdash;", "—"), ("hellip;", "…"), ("lsquo;", "‘"), ("rsquo;", "’"), ("ldquo;", "“"),
    ("rdquo;", "”"), ("bdquo;", "„"), ("bull;", "•"), ("thinsp;", "\u{2009}"), ("ensp;", "\u{2002}"),
    ("emsp;", "\u{2003}"), ("numero;", "№"),
  ]

  /// What HTML makes of numbers from 128 on, which Windows-1252 has letters for; 0 where it has none.
  private static let windows: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// - Parameter place: of the `&`.
  init?(_ text: Bytes, at place: Int) {
    let rest = text.part(place + 1..<text.count)
    if rest.first == ASCII.hash {
      self.init(number: rest)
    } else if let (name, letter) = CharacterReference.named.first(where: { rest.starts(with: $0.0) }) {
      self.init(letter: Array(letter.utf8), width: 1 + name.utf8CodeUnitCount)
    } else if let (name, letter) = CharacterReference.short.first(where: { rest.starts(with: $0.0) }) {
      let length = name.utf8CodeUnitCount
      let isClosed = length < rest.count && rest[length] == ASCII.semicolon
      self.init(letter: Array(letter.utf8), width: 1 + length + (isClosed ? 1 : 0))
    } else {
      return nil
    }
  }

  /// - Parameter rest: from the `#` on.
  private init?(number rest: Bytes) {
    let isHex = rest.count > 1 && rest[1] | 0x20 == UInt8(ascii: "x")
    let digits = rest.dropFirst(isHex ? 2 : 1).prefix { CharacterReference.digit($0, isHex: isHex) != nil }
    guard !digits.isEmpty else { return nil }
    var code: UInt32 = 0
    for byte in digits {
      code = min(code * (isHex ? 16 : 10) + (CharacterReference.digit(byte, isHex: isHex) ?? 0), 0x110000)
    }
    let isClosed = digits.endIndex < rest.count && rest[digits.endIndex] == ASCII.semicolon
    let width = 1 + digits.endIndex + (isClosed ? 1 : 0)
    self.init(letter: CharacterReference.letter(code), width: width)
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    if ASCII.isDigit(byte) { return UInt32(byte - ASCII.zero) }
    let low = byte | 0x20
    return isHex && low >= 0x61 && low <= 0x66 ? UInt32(low - 0x61) + 10 : nil
  }

  /// What is no letter becomes U+FFFD.
  private static func letter(_ code: UInt32) -> [UInt8] {
    var code = code
    if (0x80...0x9F).contains(code), windows[Int(code) - 0x80] != 0 { code = windows[Int(code) - 0x80] }
    guard code > 0, let scalar = Unicode.Scalar(code), let bytes = UTF8.encode(scalar) else {
      return Array(UTF8.encodedReplacementCharacter)
    }
    return Array(bytes)
  }

  private init(letter: [UInt8], width: Int) {
    self.letter = letter
    self.width = width
  }
}
