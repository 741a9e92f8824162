/// A reading of a form that was weighed against the others.
struct AnalysedHit: Sendable {
  let atom: Int32
  /// The entry that the word is alone; -1 where it only counts inside phrases.
  let entry: Int32
  let features: Features
}

/// What readers need of an entry.
struct EntryFacts: Sendable {
  let classes: ClassSet
  let strength: Int8
  /// See `LexiconEntry`.
  let onlyBlocks: Bool
  let isFormula: Bool
  let isPositive: Bool
  let isRussian: Bool

  init(_ entry: LexiconEntry) {
    classes = entry.classes
    strength = entry.strength
    onlyBlocks = entry.onlyBlocks
    isFormula = entry.formula != nil
    isPositive = entry.formulaIsPositive
    isRussian = entry.language == .russian
  }
}

/// The lexicon compiled for matching. Immutable and shared by all readers.
final class LexiconTables: Sendable {
  /// Longer forms are in no lexicon.
  static let longestWord = 48
  private static let story = ["TALK_WORD", "SELF", "BEFORE", "AFTER", "NOW", "CHANGE"]
  private static let courtesy = [
    "THANKS", "BLESSING", "GREETING", "AMEN", "FEAST_WISH", "CONDOLENCE", "VOCATIVE", "CURSE", "PRAISE",
  ]

  let classes: ClassTable
  let entries: [LexiconEntry]
  /// Whether rules can see the entry; apart from `facts`, so that the check stays in the cache.
  let steers: [Bool]
  /// What readers need of each entry, without its text.
  let facts: [EntryFacts]
  let phrases: PhraseTable
  let signs: SignTable
  let setPhraseWords: SetPhraseWords
  /// Classes that steer how others are read: operators and what comments do.
  let operatorClasses: ClassSet
  /// All other classes.
  let contentClasses: ClassSet
  /// What a phrase that steers leaves of the classes inside it: content, and what tells a story.
  let keptInSteering: ClassSet
  /// Set phrases of courtesy and curse: what stands inside them means nothing else.
  let courtesyClasses: ClassSet
  /// Classes of people, which a phrase never hides.
  let peopleClasses: ClassSet
  let kyrgyz: LanguageMatchers
  let russian: LanguageMatchers
  let uzbek: LanguageMatchers
  let uzbekScript: UzbekScript
  private let atomEntry: [Int32]
  private let atomPart: [PartOfSpeech]

  init(_ lexicon: Lexicon, _ uzbekScript: UzbekScript, _ morphology: (LexiconLanguage) -> LanguageMorphology) {
    classes = lexicon.classes
    entries = lexicon.entries
    steers = lexicon.entries.map(\.steers)
    facts = lexicon.entries.map(EntryFacts.init)
    var steering = lexicon.classes.members(ofGroup: "operator")
    steering.formUnion(lexicon.classes.members(ofGroup: "response"))
    operatorClasses = steering
    var content = ClassSet()
    for index in lexicon.classes.names.indices where !steering.contains(index) { content.insert(index) }
    contentClasses = content
    content.formUnion(lexicon.classes.set(LexiconTables.story))
    keptInSteering = content
    courtesyClasses = lexicon.classes.set(LexiconTables.courtesy)
    peopleClasses = lexicon.classes.members(ofGroup: "people")
    phrases = PhraseTable(lexicon)
    signs = SignTable(lexicon)
    setPhraseWords = SetPhraseWords(lexicon, uzbekScript, morphology)
    self.uzbekScript = uzbekScript
    kyrgyz = LanguageMatchers(morphology(.kyrgyz), atoms: lexicon.atoms)
    russian = LanguageMatchers(morphology(.russian), atoms: lexicon.atoms)
    uzbek = LanguageMatchers(morphology(.uzbek), atoms: lexicon.atoms)
    atomEntry = lexicon.atoms.map(\.entry)
    atomPart = lexicon.atoms.map(\.word.part)
  }

  func part(ofAtom atom: Int32) -> PartOfSpeech { atomPart[Int(atom)] }

  /// Whether a word of the lexicon is an entry by itself, not only a part of phrases.
  func isEntry(_ atom: Int32) -> Bool { atomEntry[Int(atom)] >= 0 }

  /// The word as the lexicon has it; of an atom that is an entry.
  func lemma(ofAtom atom: Int32) -> String { entries[Int(atomEntry[Int(atom)])].lemma }

  /// Appends the readings of one form: the longest stem wins, and a blocker that is as long blocks the others.
  func settle(_ found: [WordHit], into hits: inout [AnalysedHit]) {
    var longest: Int32 = 0
    var blocked = false
    for hit in found where competes(hit) {
      let blocks = facts[Int(atomEntry[Int(hit.atom)])].onlyBlocks
      if hit.stemLength > longest {
        longest = hit.stemLength
        blocked = blocks
      } else if hit.stemLength == longest {
        blocked = blocked || blocks
      }
    }
    let verbWins = found.contains { competes($0) && $0.stemLength == longest && atomPart[Int($0.atom)] == .verb }
    for hit in found {
      var wins = !competes(hit) || (hit.stemLength == longest && !blocked)
      wins = wins || (verbWins && isFullNoun(hit)) || isWholeParticle(hit)
      let entry = wins ? atomEntry[Int(hit.atom)] : -1
      hits.append(AnalysedHit(atom: hit.atom, entry: entry, features: hit.features))
    }
  }

  /// Whether a reading says something to rules, by its entry or by its ending.
  @inline(__always)
  func speaks(_ hit: AnalysedHit) -> Bool {
    hit.entry >= 0 && (steers[Int(hit.entry)] || !hit.features.isEmpty)
  }

  /// A reading of a word that stands in set phrases.
  func setPhraseReading(_ atom: Int32) -> AnalysedHit {
    let entry = atomEntry[Int(atom)]
    let counts = entry >= 0 && !facts[Int(entry)].onlyBlocks
    return AnalysedHit(atom: atom, entry: counts ? entry : -1, features: [])
  }

  /// Readings that are weighed against each other. Fixed forms stand beside them, unless they block.
  private func competes(_ hit: WordHit) -> Bool {
    let entry = atomEntry[Int(hit.atom)]
    guard entry >= 0 else { return false }
    let part = atomPart[Int(hit.atom)]
    if part != .fixed { return true }
    return facts[Int(entry)].onlyBlocks
  }

  /// Particles are whole words: they push shorter stems aside and are never pushed aside themselves.
  private func isWholeParticle(_ hit: WordHit) -> Bool {
    let entry = atomEntry[Int(hit.atom)]
    return entry >= 0 && atomPart[Int(hit.atom)] == .particle && !facts[Int(entry)].onlyBlocks
  }

  /// A noun in the plural or with a possessive: `кызыңыз` is "your daughter" although `кызы-` is a longer stem.
  private func isFullNoun(_ hit: WordHit) -> Bool {
    let entry = atomEntry[Int(hit.atom)]
    guard entry >= 0, atomPart[Int(hit.atom)] == .noun, !facts[Int(entry)].onlyBlocks else { return false }
    return !hit.features.isDisjoint(with: [.plural, .possessive])
  }
}
