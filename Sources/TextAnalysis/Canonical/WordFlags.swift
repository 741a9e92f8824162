/// Which letters a word form is written with.
package enum WordScript: UInt8, Sendable {
  case latin, cyrillic, arabic, mixed, other
}

/// What was seen in a word form before it was made canonical.
package struct WordFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Starts with a capital letter.
  package static let capitalised = WordFlags(rawValue: 1 << 0)
  /// Two letters or more, all of them capitals.
  package static let allCaps = WordFlags(rawValue: 1 << 1)
  /// Held a letter three times or more in a row; see `WordTypes.doubledForm`.
  package static let lengthened = WordFlags(rawValue: 1 << 2)
  /// Held letters of another script, variants or digits that stand for letters.
  package static let repaired = WordFlags(rawValue: 1 << 3)
  /// Holds ў қ ғ ҳ, oʻ or gʻ.
  package static let hasUzbekLetters = WordFlags(rawValue: 1 << 4)
  /// Holds ү ө ң.
  package static let hasKyrgyzLetters = WordFlags(rawValue: 1 << 5)
  package static let hasDigits = WordFlags(rawValue: 1 << 6)
  package static let hasHyphen = WordFlags(rawValue: 1 << 7)
  package static let hasApostrophe = WordFlags(rawValue: 1 << 8)
  /// Holds `*` in place of a letter, or was spelled letter by letter.
  package static let disguised = WordFlags(rawValue: 1 << 9)
  /// Longer than `WordTypes.longestForm`; the form was cut.
  package static let cut = WordFlags(rawValue: 1 << 10)
  /// Held soft hyphens, zero-width characters or combining marks that the form leaves out.
  package static let hadInvisible = WordFlags(rawValue: 1 << 11)
}
