package import Records

/// Reads the surface of texts: words with their forms, sentences and languages, but no meaning. Keeps its caches from
/// text to text; one for each thread.
package final class SurfaceReader {
  /// The text read last.
  package let text = PreparedText()
  /// The forms that tokens of `text` point to.
  package let types: WordTypes
  /// Sentences of up to so many words are judged by the text around them.
  private static let shortSentence = 3

  private let expected: LanguageTag?
  private let segmenter: Segmenter
  private let languages: LanguageReader

  init(_ parts: EngineParts, expecting language: LanguageTag?) {
    expected = language
    types = WordTypes(parts.segmentation.letters)
    segmenter = Segmenter(parts.segmentation)
    languages = LanguageReader(parts.languages, expecting: language)
  }

  package func read(utf8: UnsafeBufferPointer<UInt8>, kind: TextKind) {
    segmenter.prepare(utf8, kind: kind, types: types, into: text)
    languages.read(text, types: types)
  }

  /// The language of a sentence. A short one says little of it: in a text in the expected language it counts as that.
  func language(of sentence: SentenceBounds) -> LanguageTag {
    guard let expected, text.language == expected else { return sentence.language }
    let words = sentence.tokens.count { text.tokens[$0].kind == .word }
    return words <= Self.shortSentence ? expected : sentence.language
  }
}

extension TextEngine {
  /// - Parameter language: what the texts are said to be written in; other languages then need better evidence.
  package func makeSurfaceReader(expecting language: LanguageTag? = nil) -> SurfaceReader {
    SurfaceReader(parts, expecting: language)
  }
}
