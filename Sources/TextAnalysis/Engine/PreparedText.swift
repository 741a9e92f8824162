package import Records

/// What a token is; decided from characters alone.
package enum TokenKind: UInt8, Sendable {
  case word, number, punctuation, emoji, link, mention, hashtag, timeStamp
  /// Stands for something that was taken out to protect a person: `[link]`, `[mention]`, `[phone]`, `[mail]`.
  case placeholder
}

/// A piece of text. Offsets are UTF-16 units of the text as received, so findings point into it.
package struct Token: Sendable {
  package var start: Int32
  package var end: Int32
  /// Index into `WordTypes`; -1 for tokens that are no words.
  package var type: Int32
  package var kind: TokenKind
  /// First unit, so that punctuation can be told without looking back into the text.
  package var firstUnit: UInt16
  /// The language it is read in; set by `LanguageReader`.
  package var language: LanguageTag

  package init(
    start: Int32, end: Int32, type: Int32, kind: TokenKind, firstUnit: UInt16,
    language: LanguageTag = .unknown
  ) {
    self.start = start
    self.end = end
    self.type = type
    self.kind = kind
    self.firstUnit = firstUnit
    self.language = language
  }
}

/// A sentence as a range of tokens and a range of UTF-16 units.
package struct SentenceBounds: Sendable {
  package var tokens: Range<Int>
  package var units: Range<Int>
  package var language: LanguageTag

  package init(tokens: Range<Int>, units: Range<Int>, language: LanguageTag = .unknown) {
    self.tokens = tokens
    self.units = units
    self.language = language
  }
}

/// A text cut into tokens and sentences. One is reused for many texts, so that reading allocates nothing.
package final class PreparedText {
  /// The text as received, in UTF-16.
  @exclusivity(unchecked) package var units: [UInt16] = []
  @exclusivity(unchecked) package var tokens: [Token] = []
  @exclusivity(unchecked) package var sentences: [SentenceBounds] = []
  /// The whole text's language and how sure that is (0...1); set by `LanguageReader`.
  @exclusivity(unchecked) package var language = LanguageTag.unknown
  @exclusivity(unchecked) package var confidence = 0.0
  @exclusivity(unchecked) package var spans: [LanguageSpan] = []

  package init() {}

  package func removeAll() {
    units.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    language = .unknown
    confidence = 0
  }
}
