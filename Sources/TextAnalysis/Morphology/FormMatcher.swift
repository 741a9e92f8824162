/// Tells whether a form is an inflected form of a lemma, by morphology alone.
struct FormMatcher: Sendable {
  let morphology: LanguageMorphology

  /// `lemma` and `form` are canonical; Uzbek in Latin. `derivation` also accepts words made from the lemma.
  /// `known` are the parts of speech that a lexicon gives the lemma; none where no lexicon holds it.
  func matches(
    lemma: [UInt16], form: [UInt16], known parts: Set<PartOfSpeech> = [], derivation: Bool = false
  ) -> Bool {
    if lemma == form { return true }
    let words = readings(of: lemma, parts)
    var known = false
    for word in words {
      let stems = morphology.stems(of: word)
      known = known || !stems.isEmpty
      if stems.contains(where: { matches($0.units, $0.node, form, derivation) }) { return true }
    }
    return known ? false : sameStem(lemma, form)
  }

  private func matches(_ stem: [UInt16], _ node: Int32, _ form: [UInt16], _ derivation: Bool) -> Bool {
    let stem = morphology.alwaysFold?.folded(stem) ?? stem
    let form = morphology.alwaysFold?.folded(form) ?? form
    guard form.count >= stem.count, form.prefix(stem.count).elementsEqual(stem) else { return false }
    let features = form.withUnsafeBufferPointer {
      morphology.automaton.parse($0, from: stem.count, node: node)
    }
    guard let features else { return false }
    return derivation || !features.contains(.derived)
  }

  /// The lemma as each part of speech that its shape allows.
  private func readings(of lemma: [UInt16], _ parts: Set<PartOfSpeech>) -> [EntryWord] {
    if lemma.last == 0x2D { return [EntryWord(units: Array(lemma.dropLast()), part: .verb)] }
    let isNoun = parts.contains(.noun) || parts.contains(.adjective)
    let isVerb = parts.contains(.verb)
    var words = [PartOfSpeech.noun, .adjective].map { EntryWord(units: lemma, part: $0) }
    if isVerb || !isNoun { words.append(EntryWord(units: lemma, part: .verb)) }
    let infinitive = Array("moq".utf16)
    if morphology.language == .uzbek, lemma.count > 4, lemma.suffix(3).elementsEqual(infinitive) {
      words.append(EntryWord(units: Array(lemma.dropLast(3)), part: .verb))
    }
    return words
  }

  private func sameStem(_ lemma: [UInt16], _ form: [UInt16]) -> Bool {
    guard morphology.language == .russian, let stemmer = RussianStemmer() else { return false }
    return stemmer.stem(lemma) == stemmer.stem(form)
  }
}
