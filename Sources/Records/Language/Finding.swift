/// A theme found in a text, with the words that show it.
package struct Finding: Sendable, Hashable {
  /// Theme id of the codebook, such as `girls-education`.
  package var theme: String
  package var stance: Stance
  /// Which lexicon entry or rule found it, such as `GIRL & LEARN`.
  package var entry: String
  /// Sentence it stands in, as UTF-16 offsets into the text as received.
  package var sentence: Range<Int>
  /// The words that show it, as UTF-16 offsets into the text as received.
  package var span: Range<Int>

  package init(
    theme: String, stance: Stance, entry: String, sentence: Range<Int>, span: Range<Int>
  ) {
    self.theme = theme
    self.stance = stance
    self.entry = entry
    self.sentence = sentence
    self.span = span
  }
}

/// A sentence of a text with its language.
package struct SentenceReading: Sendable, Hashable {
  /// UTF-16 offsets into the text as received.
  package var range: Range<Int>
  package var language: LanguageTag

  package init(range: Range<Int>, language: LanguageTag) {
    self.range = range
    self.language = language
  }
}

/// A stretch of words in one language.
package struct LanguageSpan: Sendable, Hashable {
  package var range: Range<Int>
  package var language: LanguageTag

  package init(range: Range<Int>, language: LanguageTag) {
    self.range = range
    self.language = language
  }
}

/// A theme with its stance for a whole text.
package struct ThemeStance: Sendable, Hashable, Comparable {
  package var theme: String
  package var stance: Stance

  package init(theme: String, stance: Stance) {
    self.theme = theme
    self.stance = stance
  }

  package static func < (a: ThemeStance, b: ThemeStance) -> Bool {
    (a.theme, a.stance.rawValue) < (b.theme, b.stance.rawValue)
  }
}

/// Everything that was read from one text.
package struct TextReading: Sendable, Hashable {
  package var language: LanguageTag
  /// 0...1, how sure the language is.
  package var confidence: Double
  package var spans: [LanguageSpan]
  package var sentences: [SentenceReading]
  /// In the order of their sentences.
  package var findings: [Finding]
  /// One stance a theme, for the whole text.
  package var themes: [ThemeStance]
  /// Comments only; nil for talks.
  package var sentiment: Sentiment?
  package var response: Response?
  package var alerts: [Alert]

  package init(
    language: LanguageTag, confidence: Double, spans: [LanguageSpan] = [],
    sentences: [SentenceReading] = [], findings: [Finding] = [], themes: [ThemeStance] = [],
    sentiment: Sentiment? = nil, response: Response? = nil, alerts: [Alert] = []
  ) {
    self.language = language
    self.confidence = confidence
    self.spans = spans
    self.sentences = sentences
    self.findings = findings
    self.themes = themes
    self.sentiment = sentiment
    self.response = response
    self.alerts = alerts
  }
}

extension TextReading {
  /// The findings of the sentence at this range. Findings stand in the order of their sentences, so that they are
  /// looked up without reading those of the other sentences.
  package func findings(of sentence: Range<Int>) -> [Finding] {
    var (low, high) = (0, findings.count)
    while low < high {
      let middle = (low + high) / 2
      if findings[middle].sentence.lowerBound < sentence.lowerBound { low = middle + 1 } else { high = middle }
    }
    return findings[low...].prefix { $0.sentence.lowerBound == sentence.lowerBound }.filter { $0.sentence == sentence }
  }
}
