package import Records

/// Reads texts and questions for the search over talks. One for each thread.
package final class SearchWords {
  private struct WordKind: Hashable {
    var language: LexiconLanguage?
    var type: Int32
  }

  private let key: SearchKey
  /// Keys of the word types that the reader knows; void when its table empties itself.
  private var keys: [WordKind: String] = [:]
  private var generation = -1

  package init(_ engine: TextEngine) { key = SearchKey(engine) }

  /// The keys of the text that `reader` read last, in the order of its words.
  package func words(_ reader: TextReader) -> [SearchWord] {
    if reader.wordGeneration != generation {
      generation = reader.wordGeneration
      keys.removeAll(keepingCapacity: true)
    }
    var words: [SearchWord] = []
    reader.forEachSearched { word in
      let found = self.key(of: word)
      if !found.isEmpty { words.append(SearchWord(key: found, range: word.range)) }
    }
    return words
  }

  private func key(of word: SearchedWord) -> String {
    // Numbers have no type.
    guard word.type >= 0 else { return key.key(word.form, nil) }
    let kind = WordKind(language: word.language, type: word.type)
    if let known = keys[kind] { return known }
    let made = key.key(word.form, word.language)
    keys[kind] = made
    return made
  }

  /// The words of a question, each with every key that it can have in a text.
  package func question(_ reader: TextReader, _ text: String) -> [[String]] {
    _ = reader.read(text, kind: .talk)
    var words: [[String]] = []
    reader.forEachSearched { word in
      let keys = key.keys(word.form)
      if !keys.isEmpty { words.append(keys) }
    }
    return words
  }
}

/// A word of any language, or a number.
package struct SearchedWord {
  /// Nil where no lexicon reads it.
  package let language: LexiconLanguage?
  /// Stands for the canonical form; -1 for numbers.
  package let type: Int32
  /// UTF-16 offsets into the text as received.
  package let range: Range<Int>
  /// The canonical form; valid until the next word.
  package let form: UnsafeBufferPointer<UInt16>
}
