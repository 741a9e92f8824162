import Records

/// Reads words as if they were a whole text of one language.
final class EntryProbe {
  struct Outcome {
    let hits: [SentenceHit]
    /// Whether a set phrase covers every word.
    let isCovered: Bool
  }

  private let types: WordTypes
  private let segmenter: Segmenter
  private let collector: HitCollector
  private let text = PreparedText()

  init(_ parts: EngineParts) {
    types = WordTypes(parts.segmentation.letters)
    segmenter = Segmenter(parts.segmentation)
    collector = HitCollector(parts.tables, types)
  }

  func read(_ words: String, as lexicon: LexiconLanguage) -> Outcome {
    var string = words
    string.withUTF8 { segmenter.prepare($0, kind: .comment, types: types, into: text) }
    let language = lexicon.tag
    for index in text.tokens.indices { text.tokens[index].language = language }
    collector.beginText(text, kind: .comment)
    collector.collect(text, 0..<text.tokens.count, language)
    let covered = zip(text.tokens, collector.formulas).allSatisfy { token, cover in
      cover.isCovered || token.kind != .word && token.kind != .hashtag
    }
    return Outcome(hits: collector.hits, isCovered: covered && !text.tokens.isEmpty)
  }
}

extension LexiconLanguage {
  /// The variety that entries are written in.
  var tag: LanguageTag {
    switch self {
    case .kyrgyz: .kyrgyz
    case .russian: .russian
    case .uzbek: .uzbekLatin
    }
  }
}
