package import Records

/// Counts the words of talks by what their forms have in common. One for each thread.
package final class TalkWords {
  private struct WordKind: Hashable {
    var language: LexiconLanguage
    var type: Int32
  }

  private let engine: TextEngine
  private let stemmer: WordStemmer
  /// Stems of the word types that the reader knows; void when its table empties itself.
  private var stems: [WordKind: (stem: String, form: String)] = [:]
  private var generation = -1

  package init(_ engine: TextEngine) {
    self.engine = engine
    stemmer = WordStemmer(engine)
  }

  /// Words of the text that `reader` read last, in the order of their first places; those of other languages than the
  /// text's own, and what has no letters, are left out.
  package func words(_ reader: TextReader, language: LanguageTag) -> [TalkWord] {
    guard let own = LexiconLanguage(language) else { return [] }
    if reader.wordGeneration != generation {
      generation = reader.wordGeneration
      stems.removeAll(keepingCapacity: true)
    }
    var places: [String: Int] = [:]
    var words: [TalkWord] = []
    reader.forEachWord { word in
      guard word.language == own, word.form.count > 1, word.form.contains(where: isLetterUnit) else { return }
      let known = stem(of: word)
      if let place = places[known.stem] {
        words[place].count += 1
      } else {
        places[known.stem] = words.count
        words.append(TalkWord(stem: known.stem, form: known.form, count: 1, first: word.range))
      }
    }
    return words
  }

  private func stem(of word: ReadWord) -> (stem: String, form: String) {
    let key = WordKind(language: word.language, type: word.type)
    if let known = stems[key] { return known }
    let form = engine.inLexiconScript(word.form, word.language)
    let made = (
      stem: String(decoding: stemmer.stem(form, word.language), as: UTF16.self),
      form: String(decoding: form, as: UTF16.self)
    )
    stems[key] = made
    return made
  }
}
