import Records

/// Reads the first two columns of an entry: words and parts of speech.
struct EntryParser {
  let language: LexiconLanguage
  /// Letters that words of this language may hold; empty when none are declared.
  let letters: Set<UInt16>

  /// The words of `lemma`, or what is wrong with the line.
  func words(_ lemma: String, _ parts: String) -> Result<[EntryWord], EntryFault> {
    if !lemma.isEmpty, !lemma.utf8.contains(0x20), let part = PartOfSpeech(letter: parts) {
      return entryWord(lemma, part).map { [$0] }
    }
    let words = lemma.pieces(by: 0x20)
    let letters = parts.pieces(by: 0x2B)
    guard words.count == letters.count, !lemma.isEmpty else {
      return .failure(
        EntryFault("lexicon.word-count", "\(words.count) words, \(letters.count) parts", "one part a word"))
    }
    var result: [EntryWord] = []
    for (word, letter) in zip(words, letters) {
      guard let part = PartOfSpeech(letter: letter) else {
        return .failure(EntryFault("lexicon.unknown-part-of-speech", letter, "n, a, v, r, x, e or …"))
      }
      switch entryWord(word, part) {
      case .success(let entry): result.append(entry)
      case .failure(let fault): return .failure(fault)
      }
    }
    return .success(result)
  }

  /// The words of a set phrase, each matched exactly.
  func fixedWords(_ phrase: String) -> [EntryWord] {
    phrase.pieces(by: 0x20).filter { !$0.isEmpty }.map {
      let units = $0.lexiconUnits
      return EntryWord(units: units, part: units.contains(where: isLetterUnit) ? .fixed : .sign)
    }
  }

  private func entryWord(_ word: String, _ part: PartOfSpeech) -> Result<EntryWord, EntryFault> {
    var units = word.lexiconUnits
    if part == .gap || part == .sign { return .success(EntryWord(units: units, part: part)) }
    if part == .verb, units.last == 0x2D { units.removeLast() }
    guard !units.isEmpty else {
      return .failure(EntryFault("lexicon.empty-word", "nothing", "a word"))
    }
    if mixesScripts(units) { return .failure(EntryFault("lexicon.mixed-script", word, "letters of one script")) }
    return .success(EntryWord(units: units, part: part))
  }

  private func mixesScripts(_ units: [UInt16]) -> Bool {
    let latin = units.contains { $0 < 0x250 && isLetterUnit($0) }
    return latin && units.contains { (0x400..<0x530).contains($0) }
  }

  /// The first word with a letter that the language does not write: a slip, or a loan in its own letters.
  func foreignWord(_ words: [EntryWord]) -> String? {
    let cyrillic: (UInt16) -> Bool = { (0x400..<0x530).contains($0) }
    for word in words where word.part != .sign && word.part != .gap {
      guard language == .uzbek || word.units.contains(where: cyrillic), !letters.isEmpty else { continue }
      if word.units.contains(where: { isLetterUnit($0) && !letters.contains($0) }) {
        return String(decoding: word.units, as: UTF16.self)
      }
    }
    return nil
  }
}

/// Why a line was refused.
struct EntryFault: Error {
  let code: String
  let found: String
  let expected: String

  init(_ code: String, _ found: String, _ expected: String) {
    self.code = code
    self.found = found
    self.expected = expected
  }
}

/// Whether a unit is a letter of the Latin or Cyrillic blocks, or an apostrophe letter of Uzbek.
func isLetterUnit(_ unit: UInt16) -> Bool {
  switch unit {
  case 0x41...0x5A, 0x61...0x7A, 0x400...0x52F, 0x2BB, 0x2BC: true
  case 0xC0...0x24F: unit != 0xD7 && unit != 0xF7
  default: false
  }
}

extension String {
  /// UTF-16 units with every spelling of the Uzbek apostrophes in the one that entries use.
  var lexiconUnits: [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(utf8.count)
    for unit in utf16 {
      switch unit {
      case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x2BB, 0x2BC:
        let previous = units.last ?? 0
        units.append(previous == 0x6F || previous == 0x67 ? 0x2BB : 0x2BC)
      case 0xFE0F: continue
      default: units.append(unit)
      }
    }
    return units
  }
}
