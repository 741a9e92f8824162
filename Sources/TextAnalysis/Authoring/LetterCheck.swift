import Records

/// Letters that loading does not look at: set phrases, capitals, words typed wholly in look-alikes of another script.
struct LetterCheck {
  private let authored: AuthoredLexicon
  private let alphabets: Alphabets

  init(_ folder: LexiconFolder, _ authored: AuthoredLexicon) {
    self.authored = authored
    alphabets = Alphabets(folder)
  }

  func findings() -> [LexiconFinding] { authored.entries.flatMap(findings) }

  private func findings(_ entry: AuthoredEntry) -> [LexiconFinding] {
    let note = entry.columns.last ?? ""
    for word in entry.words where word.part != .sign && word.part != .gap {
      if let finding = check(word.units, entry, isLoan: AuthorMark.isLoan(note)) { return [finding] }
    }
    return []
  }

  private func check(_ word: [UInt16], _ entry: AuthoredEntry, isLoan: Bool) -> LexiconFinding? {
    let text = String(decoding: word, as: UTF16.self)
    if isFormula(entry), mixesScripts(word) {
      return .fault(
        "lexicon.mixed-script", entry.place, found: text, expected: "letters of one script",
        remedy: "type the word anew")
    }
    if word.contains(where: isCapital) {
      return .fault(
        "lexicon.capital", entry.place, found: text, expected: "lower case, names too",
        remedy: "write it in lower case: texts are compared in lower case")
    }
    if isLookAlike(word, entry.language) {
      return .note(
        "lexicon.look-alike", entry.place, found: "\(text) in Latin letters that all look Cyrillic",
        expected: "Cyrillic letters", remedy: "type the word anew, or write meant into the note")
    }
    return isFormula(entry) && !isLoan ? foreign(word, text, entry) : nil
  }

  private func isFormula(_ entry: AuthoredEntry) -> Bool {
    if case .formula = entry.source { return true }
    return false
  }

  private func foreign(_ word: [UInt16], _ text: String, _ entry: AuthoredEntry) -> LexiconFinding? {
    guard let letters = alphabets.letters[entry.language.code], word.contains(where: isCyrillic) else { return nil }
    guard word.contains(where: { isCyrillic($0) && !letters.contains($0) }) else { return nil }
    return .note(
      "lexicon.foreign-letter", entry.place, found: text, expected: "letters of the alphabet, lower case",
      remedy: "correct the word, or write loan into its note if it is one")
  }

  private func mixesScripts(_ word: [UInt16]) -> Bool {
    word.contains(where: isCyrillic) && word.contains { isLetterUnit($0) && $0 < 0x250 }
  }

  /// `cop` and `пора` typed as `nopa` cannot be told from Latin words, a word of look-alikes alone can be asked about.
  private func isLookAlike(_ word: [UInt16], _ language: LexiconLanguage) -> Bool {
    let letters = word.filter(isLetterUnit)
    return language != .uzbek && letters.count > 1
      && letters.allSatisfy { $0 < 0x250 && LookAlikes.cyrillic(for: $0, wasCapital: false) != nil }
  }

  private func isCyrillic(_ unit: UInt16) -> Bool { (0x400..<0x530).contains(unit) }

  private func isCapital(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x400...0x42F).contains(unit)
      || (0x490...0x4FF).contains(unit) && unit & 1 == 0 && unit != 0x4C0
  }
}
