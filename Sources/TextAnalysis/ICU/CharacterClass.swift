/// What a UTF-16 unit means to the segmenter: one byte a unit, so that a table look-up decides.
enum CharacterClass {
  static let space: UInt8 = 0
  static let newline: UInt8 = 1
  static let letter: UInt8 = 2
  static let mark: UInt8 = 3
  static let digit: UInt8 = 4
  /// Soft hyphens, zero-width characters, variation selectors: seen by nobody.
  static let ignorable: UInt8 = 5
  static let apostrophe: UInt8 = 6
  static let hyphen: UInt8 = 7
  static let dash: UInt8 = 8
  static let dot: UInt8 = 9
  /// `!`, `?`, `…` and their relatives in other scripts.
  static let terminator: UInt8 = 10
  static let opening: UInt8 = 11
  static let closing: UInt8 = 12
  /// `"`, which opens and closes.
  static let quote: UInt8 = 13
  /// Commas, colons and other marks inside a sentence.
  static let punctuation: UInt8 = 14
  static let symbol: UInt8 = 15
  static let emoji: UInt8 = 16
  static let highSurrogate: UInt8 = 17
  static let lowSurrogate: UInt8 = 18
  static let at: UInt8 = 19
  static let hash: UInt8 = 20
  static let underscore: UInt8 = 21
  static let asterisk: UInt8 = 22
  static let openParenthesis: UInt8 = 23
  static let closeParenthesis: UInt8 = 24
  /// `:`, `;`, `=`, `<`: eyes of smileys.
  static let eyes: UInt8 = 25
  static let openBracket: UInt8 = 26
  /// Letters of scripts that write no spaces between words.
  static let unspaced: UInt8 = 27
  static let regional: UInt8 = 28

  /// Units that ICU's properties do not tell apart as finely as the segmenter needs.
  static let special: [(UInt16, UInt8)] = [
    (0x09, space), (0x0A, newline), (0x0B, newline), (0x0C, newline), (0x0D, newline), (0x85, newline),
    (0x2028, newline), (0x2029, newline),
    (0x27, apostrophe), (0x60, apostrophe), (0xB4, apostrophe), (0x02B9, apostrophe),
    (0x02BB, apostrophe), (0x02BC, apostrophe), (0x02BD, apostrophe), (0x2018, apostrophe),
    (0x2019, apostrophe), (0x201B, apostrophe), (0x2032, apostrophe), (0x2035, apostrophe),
    (0xFF07, apostrophe), (0xA78C, apostrophe), (0x02C8, apostrophe), (0x055A, apostrophe),
    (0x2D, hyphen), (0x2010, hyphen), (0x2011, hyphen), (0xFE63, hyphen), (0xFF0D, hyphen),
    (0x2012, dash), (0x2013, dash), (0x2014, dash), (0x2015, dash), (0x2212, dash),
    (0x2E, dot), (0x2026, terminator), (0x21, terminator), (0x3F, terminator),
    (0x203C, terminator), (0x2049, terminator), (0x22, quote), (0x40, at), (0x23, hash),
    (0x5F, underscore), (0x2A, asterisk), (0x28, openParenthesis), (0x29, closeParenthesis),
    (0x3A, eyes), (0x3B, eyes), (0x3D, eyes), (0x3C, eyes), (0x5B, openBracket),
    (0xA9, symbol), (0xAE, symbol), (0x2122, symbol), (0x00A0, space), (0x202F, space),
    (0xFFFD, symbol),
  ]
}
