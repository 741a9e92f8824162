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
    lexiconStem(form, language) ?? otherStem(form, language)
  }

  /// The stem of a word that no lexicon holds.
  func otherStem(_ form: [UInt16], _ language: LexiconLanguage) -> [UInt16] {
    guard language != .russian else { return russian?.stem(form) ?? form }
    return plainStem(form, engine.parts.tables.matchers(language).morphology)
  }

  /// The stem that the longest hit covers: its lemma may be written otherwise (Кыргыз `китеп`, `китеби`).
  /// - Parameter isCareless: takes letters for those that hasty writers put in their place.
  func lexiconStem(_ form: [UInt16], _ language: LexiconLanguage, isCareless: Bool = false) -> [UInt16]? {
    guard form.count <= LexiconTables.longestWord else { return nil }
    hits.removeAll(keepingCapacity: true)
    let matchers = engine.parts.tables.matchers(language)
    let matcher = isCareless ? matchers.plain ?? matchers.strict : matchers.strict
    form.withUnsafeBufferPointer { matcher.match($0, buffer: &buffer, into: &hits) }
    let words = hits.filter { engine.parts.tables.isEntry($0.atom) }
    guard let best = words.max(by: { ($0.stemLength, $1.atom) < ($1.stemLength, $0.atom) }) else { return nil }
    return Array(engine.parts.tables.lemma(ofAtom: best.atom).utf16)
  }

  private func plainStem(_ form: [UInt16], _ morphology: LanguageMorphology) -> [UInt16] {
    guard form.count > Self.shortest else { return form }
    for length in Self.shortest..<form.count {
      let stem = Array(form[..<length])
      let isStem = morphology.stems(of: EntryWord(units: stem, part: .noun)).contains { candidate in
        candidate.units == stem
          && form.withUnsafeBufferPointer {
            morphology.automaton.parse($0, from: length, node: candidate.node).map { !$0.contains(.derived) } ?? false
          }
      }
      if isStem { return stem }
    }
    return form
  }
}
