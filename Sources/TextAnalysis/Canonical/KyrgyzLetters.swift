/// Which Kyrgyz letters are vowels, and what harmony makes of them.
enum KyrgyzLetters {
  static let u: UInt16 = 0x0443
  static let o: UInt16 = 0x043E
  static let n: UInt16 = 0x043D
  static let frontU: UInt16 = 0x04AF
  static let frontO: UInt16 = 0x04E9
  static let eng: UInt16 = 0x04A3

  static func isVowel(_ unit: UInt16) -> Bool { vowels.contains(unit) }
  static func isRounded(_ unit: UInt16) -> Bool { unit == frontU || unit == frontO }
  static func isFront(_ unit: UInt16) -> Bool { front.contains(unit) }
  /// Vowels that cannot follow a front one in a native word, whatever was damaged.
  static func isBack(_ unit: UInt16) -> Bool { unit == 0x0430 || unit == 0x044B || unit == 0x044F }
  /// Letters of loans only.
  static func isForeign(_ unit: UInt16) -> Bool { foreign.contains(unit) }

  private static let vowels: Set<UInt16> = Set("аеёиоөуүыэюя".utf16)
  private static let front: Set<UInt16> = Set("еиэөү".utf16)
  private static let foreign: Set<UInt16> = Set("фвцщъьё".utf16)
}
