/// Kyrgyz endings of the second person with ң, for words that were typed with н: `барасын` may be барасың.
///
/// Harmony cannot tell them (`баласын` is "his child"), so a lexicon decides.
enum KyrgyzPersons {
  /// A word with one н made ң, and what its ending then says.
  struct Candidate {
    let word: [UInt16]
    /// -ңар, which nouns have too; the others are endings of verbs.
    let isPlural: Bool
  }

  /// The places where an ending of the second person may stand, each as a word.
  static func candidates(_ word: [UInt16]) -> [Candidate] {
    word.indices.compactMap { index in
      guard index >= 3, word[index] == KyrgyzLetters.n, KyrgyzLetters.isVowel(word[index - 1]) else { return nil }
      let isPlural = opensPlural(word[(index + 1)...])
      guard isPlural || endsVerb(word[..<index]) && isClitic(word[(index + 1)...]) else { return nil }
      var other = word
      other[index] = KyrgyzLetters.eng
      return Candidate(word: other, isPlural: isPlural)
    }
  }

  /// -ар, -ер, -ор, -өр and at most one more ending.
  private static func opensPlural(_ rest: ArraySlice<UInt16>) -> Bool {
    guard let vowel = rest.first, low.contains(vowel), rest.count <= 7 else { return false }
    return rest.dropFirst().first == 0x0440
  }

  /// -са-, -сы-, -ды- and their like before the ң.
  private static func endsVerb(_ start: ArraySlice<UInt16>) -> Bool {
    guard let vowel = start.last, let consonant = start.dropLast().last else { return false }
    if consonant == 0x0441 { return high.contains(vowel) || low.contains(vowel) }
    return (consonant == 0x0434 || consonant == 0x0442) && high.contains(vowel)
  }

  /// Nothing, or -бы, -пы, -чы.
  private static func isClitic(_ rest: ArraySlice<UInt16>) -> Bool {
    guard let consonant = rest.first else { return true }
    return rest.count == 2 && [0x0431, 0x043F, 0x0447].contains(consonant) && high.contains(rest[rest.startIndex + 1])
  }

  private static let low: Set<UInt16> = Set("аеоө".utf16)
  private static let high: Set<UInt16> = Set("ыиуү".utf16)
}
