extension TextEngine {
  /// Whether a file of the lexicon holds the word, or a word that it is a form of, alone: as an entry, a set phrase or
  /// a blocker. Words that only stand inside longer phrases are not known by themselves.
  /// - Parameter form: canonical; Uzbek in Latin.
  package func knows(_ form: [UInt16], _ language: LexiconLanguage) -> Bool {
    guard form.count <= LexiconTables.longestWord else { return false }
    let matchers = parts.tables.matchers(language)
    var hits: [WordHit] = []
    var buffer: [UInt16] = []
    form.withUnsafeBufferPointer { form in
      matchers.strict.match(form, buffer: &buffer, into: &hits)
      if hits.isEmpty, let plain = matchers.plain { plain.match(form, buffer: &buffer, into: &hits) }
    }
    if hits.contains(where: { parts.tables.isEntry($0.atom) }) { return true }
    guard hits.isEmpty, let stemmer = RussianStemmer(), language == .russian else { return false }
    let atoms = matchers.stemmed.atoms[stemmer.stem(form)] ?? []
    return atoms.contains { parts.tables.isEntry($0) }
  }
}
