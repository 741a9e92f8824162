/// Writes one Uzbek word in the other script as it was written in this one: with its capitals, its lengthened letters and
/// its hyphens.
struct UzbekSpeller {
  /// Longer strings of letters are no words.
  private static let longest = 256
  private static let hyphen: UInt16 = 0x2D

  private let script: UzbekScript
  private let tables: LetterTables
  private let toLatin: Bool
  /// Letters that words may hold; a word with others is of another language.
  private let alphabet: Set<UInt16>

  init(_ script: UzbekScript, _ tables: LetterTables, toLatin: Bool) {
    self.script = script
    self.tables = tables
    self.toLatin = toLatin
    var alphabet = tables.alphabets.letters["uz"] ?? []
    alphabet.formUnion([Self.hyphen, 0x02BB, 0x02BC])
    // Loans keep щ and ы in Cyrillic.
    if toLatin { alphabet.formUnion([0x0449, 0x044B]) }
    self.alphabet = alphabet
  }

  /// - Parameter form: the canonical form, in which look-alikes of the other script are repaired.
  /// - Returns: nil when the word is none of this script or stays as it is.
  func spell(_ written: UnsafeBufferPointer<UInt16>, form: UnsafeBufferPointer<UInt16>) -> [UInt16]? {
    guard written.count <= Self.longest else { return nil }
    var word = CasedWord(written, tables)
    if form.count == word.letters.count { word.letters = Array(form) }
    guard isUzbek(word.letters) else { return nil }
    let other = word.letters.withUnsafeBufferPointer {
      toLatin ? script.latin(fromCyrillic: $0) : script.cyrillic(fromLatin: $0)
    }
    if other == word.letters { return nil }
    return word.capitals.contains(true) || !word.invisible.isEmpty ? cased(other, like: word) : other
  }

  /// Digits may only follow a hyphen: `ковид-19`.
  private func isUzbek(_ letters: [UInt16]) -> Bool {
    let mayHoldDigits = letters.contains(Self.hyphen)
    return letters.indices.allSatisfy { index in
      let unit = letters[index]
      // c is a letter before h only.
      if unit == 0x63 { return index + 1 < letters.count && letters[index + 1] == 0x68 }
      return alphabet.contains(unit) || mayHoldDigits && (0x30...0x39).contains(unit)
    }
  }

  private func cased(_ other: [UInt16], like word: CasedWord) -> [UInt16] {
    let ranges = UzbekAlignment.ranges(
      cyrillic: toLatin ? word.letters : other, latin: toLatin ? other : word.letters)
    guard let ranges else { return word.caseByShape(of: other) }
    return toLatin ? word.casedLatin(other, ranges) : word.casedCyrillic(other, ranges)
  }
}
