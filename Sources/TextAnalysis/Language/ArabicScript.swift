internal import Records

/// Languages in Arabic letters: Arabic, or another one when a word holds letters that Arabic lacks.
enum ArabicScript {
  /// Letters of Uyghur, Persian, Urdu, Kurdish and Kyrgyz in China: پ چ ژ ڭ گ ھ ە ې ۆ ۇ ۈ ۋ ی ک ں ے and their
  /// kin.
  static func language(of form: UnsafeBufferPointer<UInt16>) -> LanguageTag {
    for unit in form {
      switch unit {
      case 0x067E, 0x0686, 0x0698, 0x06A9, 0x06AD, 0x06AF, 0x06BA, 0x06BE, 0x06C0...0x06D5: return .other
      default: continue
      }
    }
    return .arabic
  }
}
