internal import Records

/// Stretches of words in one language. Marks, numbers and emoji go with the words before them.
enum LanguageSpans {
  static func fill(_ text: PreparedText) {
    var spans: [LanguageSpan] = []
    var start = 0
    var end = 0
    var language = LanguageTag.unknown
    for token in text.tokens where token.type >= 0 && token.language != .unknown {
      if token.language != language {
        if language != .unknown { spans.append(LanguageSpan(range: start..<end, language: language)) }
        language = token.language
        start = Int(token.start)
      }
      end = Int(token.end)
    }
    if language != .unknown { spans.append(LanguageSpan(range: start..<end, language: language)) }
    text.spans = spans
  }
}
