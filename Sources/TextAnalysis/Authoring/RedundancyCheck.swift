import Records

/// Single words that another entry of their class finds as well, because they are its inflected forms.
struct RedundancyCheck {
  /// What rules may ask of a form: an entry of its own that hides these is no repetition.
  private static let telling: Features = [
    .negative, .privative, .question, .imperative, .jussive, .hortative, .past, .conditional, .first, .second,
  ]

  private let authored: AuthoredLexicon
  private let lexicon: Lexicon
  private let tables: LexiconTables

  init(_ authored: AuthoredLexicon, _ lexicon: Lexicon, _ tables: LexiconTables) {
    self.authored = authored
    self.lexicon = lexicon
    self.tables = tables
  }

  func findings() -> [LexiconFinding] { authored.entries.compactMap(finding) }

  private func finding(_ entry: AuthoredEntry) -> LexiconFinding? {
    guard case .wordClass(let index) = entry.source, entry.words.count == 1, entry.words[0].part != .sign,
      let id = lexicon.entry(entry.words, entry.language), isOnlyThis(lexicon.entries[Int(id)], index, entry.words[0]),
      let other = finder(of: entry.words[0], entry.language, index),
      findsForms(of: entry.words[0], entry.language, index)
    else { return nil }
    return .note(
      "lexicon.redundant", entry.place, found: "\(entry.lemma), which \(other.lemma) finds as its form",
      expected: "each word once in a class", remedy: "delete the line, or write meant into the note")
  }

  /// Whether nothing else hangs on the entry. Fixed forms stand beside other readings, so they never hide one.
  private func isOnlyThis(_ entry: LexiconEntry, _ index: Int, _ word: EntryWord) -> Bool {
    if word.part == .fixed { return true }
    return entry.classes == ClassSet(index) && entry.strength == 0 && entry.formula == nil && !entry.isBlocker
  }

  /// Whether the inflected forms of the word would be found in the class as well.
  private func findsForms(of word: EntryWord, _ language: LexiconLanguage, _ index: Int) -> Bool {
    tables.matchers(language).morphology.sampleForms(of: word).allSatisfy {
      finder(of: word, $0, language, index) != nil
    }
  }

  private func finder(of word: EntryWord, _ language: LexiconLanguage, _ index: Int) -> LexiconEntry? {
    finder(of: word, word.units, language, index)
  }

  /// The entry that would find a form of the word in its class without the entry itself.
  private func finder(
    of word: EntryWord, _ form: [UInt16], _ language: LexiconLanguage, _ index: Int
  ) -> LexiconEntry? {
    let others = tables.matches(form, language).filter { lexicon.atoms[Int($0.atom)].word != word }
    var settled: [AnalysedHit] = []
    tables.settle(others, into: &settled)
    for hit in settled where hit.entry >= 0 && hit.features.isDisjoint(with: RedundancyCheck.telling) {
      let entry = tables.entries[Int(hit.entry)]
      let isOther = lexicon.atoms[Int(hit.atom)].word.units != word.units
      if isOther, entry.classes.contains(index) { return entry }
    }
    return nil
  }
}

extension LanguageMorphology {
  /// Forms of a word with each suffix that may stand first and end it; none for words that never change.
  func sampleForms(of word: EntryWord) -> [[UInt16]] {
    stems(of: word).flatMap { stem in
      automaton.arcs(of: automaton.node(stem.node)).compactMap { arc in
        ends(arc) ? stem.units + automaton.text(of: arc) : nil
      }
    }
  }

  private func ends(_ arc: SuffixAutomaton.Arc) -> Bool {
    automaton.node(arc.target).accepts && !arc.features.contains(.derived)
  }
}

extension LexiconTables {
  func matchers(_ language: LexiconLanguage) -> LanguageMatchers {
    switch language {
    case .kyrgyz: kyrgyz
    case .russian: russian
    case .uzbek: uzbek
    }
  }

  /// The words of the lexicon that a sound form can be a form of.
  func matches(_ form: [UInt16], _ language: LexiconLanguage) -> [WordHit] {
    var hits: [WordHit] = []
    var buffer: [UInt16] = []
    form.withUnsafeBufferPointer { matchers(language).strict.match($0, buffer: &buffer, into: &hits) }
    return hits
  }
}
