internal import ICUBridge

/// ICU's properties of the Basic Multilingual Plane as tables: asking ICU for each unit would cost the whole
/// budget.
package final class CharacterTable: Sendable {
  /// The tables of the process; ICU is asked once, in about 10 ms.
  package static let shared = CharacterTable()

  /// One `CharacterClass` for each unit.
  nonisolated(unsafe) let classes: UnsafePointer<UInt8>
  /// Simple lower case of each unit.
  nonisolated(unsafe) let lower: UnsafePointer<UInt16>
  /// Bits of `Trait` for each unit.
  nonisolated(unsafe) let traits: UnsafePointer<UInt8>

  /// Bits of a unit that the canonical form asks for.
  enum Trait {
    static let latin: UInt8 = 1
    static let cyrillic: UInt8 = 2
    static let arabic: UInt8 = 4
    static let upper: UInt8 = 8
    /// Takes part in composition: the word must be normalised.
    static let composes: UInt8 = 16
  }

  private static let size = 0x10000

  // The tables are written here, before anybody can see them, and live as long as the process.
  private init() {
    let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.size)
    let lower = UnsafeMutablePointer<UInt16>.allocate(capacity: Self.size)
    let traits = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.size)
    for index in 0..<Self.size {
      let unit = UInt16(truncatingIfNeeded: index)
      let character = minbar_character_of(UInt32(index))
      classes[index] = Self.characterClass(of: character)
      lower[index] = minbar_simple_lower(unit)
      traits[index] = Self.traits(of: character)
    }
    for (unit, value) in CharacterClass.special { classes[Int(unit)] = value }
    for unit in 0xD800..<0xDC00 { classes[unit] = CharacterClass.highSurrogate }
    for unit in 0xDC00..<0xE000 { classes[unit] = CharacterClass.lowSurrogate }
    self.classes = UnsafePointer(classes)
    self.lower = UnsafePointer(lower)
    self.traits = UnsafePointer(traits)
  }

  /// The class of a code point beyond the Basic Multilingual Plane.
  func supplementaryClass(_ codePoint: UInt32) -> UInt8 {
    Self.characterClass(of: minbar_character_of(codePoint))
  }

  private static func characterClass(of character: minbar_character) -> UInt8 {
    if character.is_regional_indicator { return CharacterClass.regional }
    if character.is_emoji || character.is_emoji_modifier { return CharacterClass.emoji }
    switch Int(character.category) {
    case minbar_category_letter:
      return Int(character.script) == minbar_script_unspaced ? CharacterClass.unspaced : CharacterClass.letter
    case minbar_category_mark:
      return character.is_ignorable ? CharacterClass.ignorable : CharacterClass.mark
    case minbar_category_digit: return CharacterClass.digit
    case minbar_category_punctuation: return punctuationClass(of: character)
    case minbar_category_symbol, minbar_category_number: return CharacterClass.symbol
    case minbar_category_format: return CharacterClass.ignorable
    default: return CharacterClass.space
    }
  }

  private static func punctuationClass(of character: minbar_character) -> UInt8 {
    if character.is_terminator { return CharacterClass.terminator }
    if character.is_open_quote { return CharacterClass.opening }
    if character.is_close_quote { return CharacterClass.closing }
    return CharacterClass.punctuation
  }

  private static func traits(of character: minbar_character) -> UInt8 {
    var bits: UInt8 = 0
    switch Int(character.script) {
    case minbar_script_latin: bits |= Trait.latin
    case minbar_script_cyrillic: bits |= Trait.cyrillic
    case minbar_script_arabic: bits |= Trait.arabic
    default: break
    }
    if character.is_upper { bits |= Trait.upper }
    if character.may_compose { bits |= Trait.composes }
    return bits
  }
}

extension CharacterTable {
  /// The code point of a surrogate pair.
  static func codePoint(high: UInt16, low: UInt16) -> UInt32 {
    0x10000 + ((UInt32(high) & 0x3FF) << 10 | UInt32(low) & 0x3FF)
  }
}
