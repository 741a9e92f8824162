/// The lexicon of one language compiled for matching, for sound and for damaged spelling.
final class LanguageMatchers: Sendable {
  let morphology: LanguageMorphology
  let strict: StemMatcher
  /// Letters left out or replaced in the script of the lexicon.
  let plain: StemMatcher?
  /// The same for the other script of the language.
  let plainOther: StemMatcher?
  /// Words that no table knows, by their Snowball stem (Russian only).
  let stemmed: StemmedWords

  init(_ morphology: LanguageMorphology, atoms: [LexiconAtom]) {
    self.morphology = morphology
    var stems: [(units: [UInt16], value: StemValue)] = []
    var unknown: [Int32] = []
    for (index, atom) in atoms.enumerated() where atom.language == morphology.language {
      if atom.word.part == .sign { continue }
      let found = morphology.stems(of: atom.word)
      if found.isEmpty { unknown.append(Int32(index)) }
      stems += found.map { ($0.units, StemValue(atom: Int32(index), node: $0.node)) }
    }
    strict = StemMatcher(stems, automaton: morphology.automaton, fold: morphology.alwaysFold)
    plain = LanguageMatchers.folded(stems, morphology.automaton, morphology.plainFold)
    plainOther = LanguageMatchers.folded(stems, morphology.automaton, morphology.plainOtherFold)
    stemmed = LanguageMatchers.stemmed(unknown, atoms, morphology.language)
  }

  private static func folded(
    _ stems: [(units: [UInt16], value: StemValue)], _ automaton: SuffixAutomaton, _ fold: LetterFold?
  ) -> StemMatcher? {
    fold.map { StemMatcher(stems, automaton: automaton.folded($0), fold: $0) }
  }

  private static func stemmed(
    _ unknown: [Int32], _ atoms: [LexiconAtom], _ language: LexiconLanguage
  ) -> StemmedWords {
    guard language == .russian, let stemmer = RussianStemmer() else { return StemmedWords() }
    var table = StemmedWords()
    for index in unknown {
      let stem = stemmer.stem(atoms[Int(index)].word.units)
      guard stem.count > 1 else { continue }
      table.atoms[stem, default: []].append(index)
      table.starts.insert(UInt32(stem[0]) << 16 | UInt32(stem[1]))
    }
    return table
  }
}

/// Words that are met by their Snowball stem.
struct StemmedWords: Sendable {
  var atoms: [[UInt16]: [Int32]] = [:]
  /// The first two letters of each stem: most words need not be stemmed to know that they are not here.
  var starts = Set<UInt32>()
}
