import Records

/// Blockers that keep nothing away: no entry's stem starts their forms, or a class claims them.
struct BlockerCheck {
  private let authored: AuthoredLexicon
  private let lexicon: Lexicon
  private let tables: LexiconTables

  init(_ authored: AuthoredLexicon, _ lexicon: Lexicon, _ tables: LexiconTables) {
    self.authored = authored
    self.lexicon = lexicon
    self.tables = tables
  }

  /// One note a file: such blockers do no harm, and an entry that is written later may need them.
  func findings() -> [LexiconFinding] {
    LexiconLanguage.allCases.compactMap { language in
      let stems = stems(language)
      let idle = authored.entries.filter { $0.language == language && isIdle($0, stems) }
      return idle.first.map { note($0, idle) }
    }
  }

  /// Folded stems of the words that a blocker can keep away.
  private func stems(_ language: LexiconLanguage) -> Set<[UInt16]> {
    var all = Set<[UInt16]>()
    let morphology = tables.matchers(language).morphology
    for atom in lexicon.atoms where atom.language == language && atom.entry >= 0 && atom.word.part != .sign {
      if lexicon.entries[Int(atom.entry)].onlyBlocks { continue }
      for stem in morphology.stems(of: atom.word) { all.insert(fold(stem.units, morphology)) }
    }
    return all
  }

  private func fold(_ units: [UInt16], _ morphology: LanguageMorphology) -> [UInt16] {
    (morphology.plainFold ?? morphology.alwaysFold)?.folded(units) ?? units
  }

  private func isIdle(_ entry: AuthoredEntry, _ stems: Set<[UInt16]>) -> Bool {
    guard case .blocker = entry.source, entry.words.count == 1, entry.words[0].part != .sign,
      let id = lexicon.entry(entry.words, entry.language)
    else { return false }
    if !lexicon.entries[Int(id)].onlyBlocks { return true }
    let morphology = tables.matchers(entry.language).morphology
    let own = morphology.stems(of: entry.words[0]).map { fold($0.units, morphology) }
    return !own.isEmpty
      && !own.contains { stem in (1...max(1, stem.count)).contains { stems.contains(Array(stem.prefix($0))) } }
  }

  private func note(_ first: AuthoredEntry, _ idle: [AuthoredEntry]) -> LexiconFinding {
    let lines = idle.compactMap(\.place.line).map(String.init).joined(separator: " ")
    return .note(
      "lexicon.idle-blocker", first.place, found: "\(idle.count) blockers that keep no entry away: lines \(lines)",
      expected: "words that look like a form of an entry", remedy: "delete them, unless an entry is to come")
  }
}
