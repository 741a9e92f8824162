/// Tells whether words are forms of lemmas, many pairs one after the other. Keeps its memory of words; one for each
/// thread.
package final class FormReader {
  private let engine: TextEngine
  private let language: LexiconLanguage
  private let derivation: Bool
  private let types: WordTypes

  init(_ engine: TextEngine, _ language: LexiconLanguage, derivation: Bool) {
    self.engine = engine
    self.language = language
    self.derivation = derivation
    types = WordTypes(engine.parts.segmentation.letters)
  }

  /// Whether `form` is an inflected form of `lemma`, by morphology alone. Uzbek comes in either script.
  package func matches(lemma: [UInt16], form: [UInt16]) -> Bool {
    types.beginText()
    return engine.formMatches(
      lemma: engine.canonical(lemma, language, types), form: engine.canonical(form, language, types),
      language: language, derivation: derivation)
  }
}

extension TextEngine {
  /// - Parameter derivation: whether words made from a lemma count as its forms.
  package func makeFormReader(_ language: LexiconLanguage, derivation: Bool) -> FormReader {
    FormReader(self, language, derivation: derivation)
  }
}
