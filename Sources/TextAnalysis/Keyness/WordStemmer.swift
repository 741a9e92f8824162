/// Finds what the forms of a word have in common. One for each thread.
///
/// A form of a lexicon word is that word. Other Russian words go by Snowball's stem, others of Kyrgyz and Uzbek lose the
/// longest chain of suffixes that the grammar allows a noun.
final class WordStemmer {
  /// Letters that are left of a word that no lexicon holds.
  private static let shortest = 4

  private let engine: TextEngine
  private let russian = RussianStemmer()
  private var hits: [WordHit] = []
  private var buffer: [UInt16] = []

  init(_ engine: TextEngine) { self.engine = engine }

  /// - Parameter form: canonical; Uzbek in Latin.
  func stem(_ form: [UInt16], _ language: LexiconLanguage) -> [UInt16] {
    if let known = lexiconStem(form, language) { return known }
    guard language != .russian else { return russian?.stem(form) ?? form }
    return plainStem(form, engine.parts.tables.matchers(language).morphology)
  }

  /// The stem that the longest hit covers: its lemma may be written otherwise (Кыргыз `китеп`, `китеби`).
  private func lexiconStem(_ form: [UInt16], _ language: LexiconLanguage) -> [UInt16]? {
    let words = entries(form, engine.parts.tables.matchers(language).strict)
    guard let best = words.max(by: { ($0.stemLength, $1.atom) < ($1.stemLength, $0.atom) }) else { return nil }
    return Array(engine.parts.tables.lemma(ofAtom: best.atom).utf16)
  }

  private func entries(_ form: [UInt16], _ matcher: StemMatcher) -> [WordHit] {
    guard form.count <= LexiconTables.longestWord else { return [] }
    hits.removeAll(keepingCapacity: true)
    form.withUnsafeBufferPointer { matcher.match($0, buffer: &buffer, into: &hits) }
    return hits.filter { engine.parts.tables.isEntry($0.atom) }
  }

  private func plainStem(_ form: [UInt16], _ morphology: LanguageMorphology) -> [UInt16] {
    guard form.count > Self.shortest else { return form }
    for length in Self.shortest..<form.count {
      let stem = Array(form[..<length])
      if isStem(stem, of: form, morphology, morphology.automaton) { return stem }
    }
    return form
  }

  /// Whether the rest of `form` is a chain of suffixes that a noun of this stem may take.
  private func isStem(
    _ stem: [UInt16], of form: [UInt16], _ morphology: LanguageMorphology, _ automaton: SuffixAutomaton
  ) -> Bool {
    morphology.stems(of: EntryWord(units: stem, part: .noun)).contains { candidate in
      candidate.units == stem
        && form.withUnsafeBufferPointer {
          automaton.parse($0, from: stem.count, node: candidate.node).map { !$0.contains(.derived) } ?? false
        }
    }
  }
}

// MARK: - Careless spelling

extension WordStemmer {
  /// Letters that are left of a carelessly read word: many of the commonest have three (`күн`, `сөз`, `yil`).
  private static let shortestCareless = 3

  /// The lemma that a form of any spelling belongs to. The shortest hit, so that a form that is an entry itself
  /// (`кыздар` beside `кыз`) stays with its lemma.
  func carelessLexiconStem(_ form: [UInt16], _ language: LexiconLanguage) -> [UInt16]? {
    let matchers = engine.parts.tables.matchers(language)
    let words = entries(form, matchers.plain ?? matchers.strict)
    guard let best = words.min(by: { ($0.stemLength, $0.atom) < ($1.stemLength, $1.atom) }) else { return nil }
    return Array(engine.parts.tables.lemma(ofAtom: best.atom).utf16)
  }

  /// What is left of a word that no lexicon holds.
  /// - Parameter form: without ү ө ң and apostrophes; endings may agree with either spelling.
  func carelessStem(_ form: [UInt16], _ language: LexiconLanguage) -> [UInt16] {
    guard language != .russian else { return russian?.stem(form) ?? form }
    guard form.count > Self.shortestCareless else { return form }
    let matchers = engine.parts.tables.matchers(language)
    let automaton = matchers.plain?.automaton ?? matchers.morphology.automaton
    for length in Self.shortestCareless..<form.count {
      let stem = Array(form[..<length])
      let spellings = [stem, Self.fronted(stem)]
      if spellings.contains(where: { isStem($0, of: form, matchers.morphology, automaton) }) { return stem }
    }
    return form
  }

  /// Kyrgyz with ү and ө where hasty writers put у and о.
  private static func fronted(_ stem: [UInt16]) -> [UInt16] {
    stem.map { $0 == 0x0443 ? 0x04AF : $0 == 0x043E ? 0x04E9 : $0 }
  }
}
