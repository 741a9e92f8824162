/// What each unit becomes in the canonical form: lower case, variants of our alphabets replaced. Shared by
/// all readers.
package final class LetterTables: Sendable {
  /// Canonical letter for each unit.
  nonisolated(unsafe) let letters: UnsafePointer<UInt16>
  let alphabets: Alphabets
  let characters: CharacterTable

  // Written before anybody can see it; freed in deinit.
  package init(_ alphabets: Alphabets) {
    self.alphabets = alphabets
    characters = .shared
    let letters = UnsafeMutablePointer<UInt16>.allocate(capacity: 0x10000)
    letters.initialize(from: characters.lower, count: 0x10000)
    for unit in 0..<0x10000 {
      guard let plain = alphabets.variants[letters[unit]] else { continue }
      letters[unit] = plain
    }
    self.letters = UnsafePointer(letters)
  }

  deinit { letters.deallocate() }
}
