import Records

/// Makes of a word the key by which talks are searched: its stem without what careless spelling and the two scripts of
/// Uzbek tell apart. Both sides of a search go through here, so that they meet. One for each thread.
///
/// A key decides nothing but what is found: words that differ only by ү ө ң or an apostrophe share one.
final class SearchKey {
  private let engine: TextEngine
  private let stemmer: WordStemmer

  init(_ engine: TextEngine) {
    self.engine = engine
    stemmer = WordStemmer(engine)
  }

  /// The key of a word as it stands in a text.
  /// - Parameters:
  ///   - form: canonical, in either script.
  ///   - language: the word's own; nil where no lexicon reads it.
  func key(_ form: UnsafeBufferPointer<UInt16>, _ language: LexiconLanguage?) -> String {
    guard let language else { return Self.text(Self.fold(Array(form))) }
    return key(engine.inLexiconScript(form, language), language)
  }

  /// A lexicon word by its lemma, in the word's own language first: short titles are easily taken for another one. Well
  /// and hastily spelled forms are looked up alike, or they would not meet.
  private func key(_ form: [UInt16], _ language: LexiconLanguage) -> String {
    if let own = stemmer.carelessLexiconStem(form, language) { return Self.text(Self.fold(own)) }
    for other in LexiconLanguage.allCases where other != language && Self.isWritten(form, in: other) {
      if let found = stemmer.carelessLexiconStem(form, other) { return Self.text(Self.fold(found)) }
    }
    let plain = language == .russian ? form : Self.fold(form)
    return Self.text(Self.fold(stemmer.carelessStem(plain, language)))
  }

  /// Every key that a word somebody asks for can have in a text: nobody says in which language it is.
  func keys(_ form: UnsafeBufferPointer<UInt16>) -> [String] {
    var keys: [String] = []
    func add(_ key: String) {
      if !key.isEmpty, !keys.contains(key) { keys.append(key) }
    }
    for spelling in spellings(form) {
      for language in LexiconLanguage.allCases {
        add(spelling.withUnsafeBufferPointer { key($0, language) })
      }
      add(spelling.withUnsafeBufferPointer { key($0, nil) })
    }
    return keys
  }

  /// A Latin word may stand in Cyrillic in a text that was taken for Kyrgyz.
  private func spellings(_ form: UnsafeBufferPointer<UInt16>) -> [[UInt16]] {
    let isLatin = form.allSatisfy { $0 < 0x400 }
    return isLatin ? [Array(form), engine.uzbekScript.cyrillic(fromLatin: form)] : [Array(form)]
  }

  /// Uzbek entries are in Latin, the others in Cyrillic.
  private static func isWritten(_ form: [UInt16], in language: LexiconLanguage) -> Bool {
    form.contains { (0x400..<0x530).contains($0) } == (language != .uzbek)
  }

  /// ү ө ң as у о н, ё as е, no apostrophes and hyphens.
  private static func fold(_ form: [UInt16]) -> [UInt16] {
    form.compactMap { unit in
      switch unit {
      case 0x04AF: 0x0443
      case 0x04E9: 0x043E
      case 0x04A3: 0x043D
      case 0x0451: 0x0435
      case 0x02BB, 0x02BC, 0x27, 0x2D, 0x2019: nil
      default: unit
      }
    }
  }

  /// Letters and digits alone: what is stored has spaces between keys and nothing else.
  private static func text(_ form: [UInt16]) -> String {
    String(
      String.UnicodeScalarView(
        String(decoding: form, as: UTF16.self).unicodeScalars.filter { scalar in
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }))
  }
}
