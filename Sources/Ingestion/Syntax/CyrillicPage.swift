/// Encodings that write each Cyrillic letter as one byte; the upper half of each, from 0x80.
package enum CyrillicPage: String, Sendable, Hashable, CaseIterable {
  case windows1251 = "windows-1251"
  case ibm866 = "IBM866"
  case koi8r = "KOI8-R"
  case iso88595 = "ISO-8859-5"
  case macCyrillic = "x-mac-cyrillic"

  /// The 128 letters of the bytes 0x80...0xFF; U+FFFD where a byte has none.
  var upperHalf: [Unicode.Scalar] {
    switch self {
    case .windows1251: CyrillicPage.windows1251Letters
    case .ibm866: CyrillicPage.ibm866Letters
    case .koi8r: CyrillicPage.koi8rLetters
    case .iso88595: CyrillicPage.iso88595Letters
    case .macCyrillic: CyrillicPage.macCyrillicLetters
    }
  }

  private static let windows1251Letters = letters(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ\
    ђ‘’“”•–—\u{FFFD}™љ›њќћџ\
    \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї\
    °±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОП\
    РСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмноп\
    рстуфхцчшщъыьэюя
    """)

  private static let ibm866Letters = letters(
    """
    АБВГДЕЖЗИЙКЛМНОП\
    РСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмноп\
    ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧\
    ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    рстуфхцчшщъыьэюя\
    ЁёЄєЇїЎў°∙·√№¤■\u{A0}
    """)

  private static let koi8rLetters = letters(
    """
    ─│┌┐└┘├┤┬┴┼▀▄█▌▐\
    ░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷\
    ═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞\
    ╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
    юабцдефгхийклмно\
    пярстужвьызшэщчъ\
    ЮАБЦДЕФГХИЙКЛМНО\
    ПЯРСТУЖВЬЫЗШЭЩЧЪ
    """)

  private static let iso88595Letters = letters(
    """
    \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}\
    \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}\
    \u{A0}ЁЂЃЄЅІЇЈЉЊЋЌ\u{AD}ЎЏ\
    АБВГДЕЖЗИЙКЛМНОП\
    РСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмноп\
    рстуфхцчшщъыьэюя\
    №ёђѓєѕіїјљњћќ§ўџ
    """)

  private static let macCyrillicLetters = letters(
    """
    АБВГДЕЖЗИЙКЛМНОП\
    РСТУФХЦЧШЩЪЫЬЭЮЯ\
    †°Ґ£§•¶І®©™Ђђ≠Ѓѓ\
    ∞±≤≥іµґЈЄєЇїЉљЊњ\
    јЅ¬√ƒ≈∆«»…\u{A0}ЋћЌќѕ\
    –—“”‘’÷„ЎўЏџ№Ёёя\
    абвгдежзийклмноп\
    рстуфхцчшщъыьэю€
    """)

  private static func letters(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
