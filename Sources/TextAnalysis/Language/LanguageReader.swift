internal import Records

/// Reads the language of words, sentences and texts. Keeps rows by word type; one for each thread.
package final class LanguageReader {
  /// What a sentence gains, in tenths of nats, by being in the language of the text around it.
  private static let contextGain: Int16 = 15

  private let profiles: LanguageProfiles
  private let rows: LanguageRows
  private var path: LanguagePath
  private var tally = LanguageTally()

  package init(_ profiles: LanguageProfiles) {
    self.profiles = profiles
    rows = LanguageRows(profiles.table)
    path = LanguagePath(profiles)
  }

  /// Sets the language of tokens, sentences and the text, its confidence, and the spans of each language.
  package func read(_ text: PreparedText, types: WordTypes) {
    rows.update(types)
    var evidence = LanguageEvidence(profiles)
    for token in text.tokens where token.type >= 0 { add(token, types, to: &evidence) }
    let context = evidence.context(gain: text.sentences.count > 1 ? Self.contextGain : 0)
    tally = LanguageTally()
    text.tokens.withUnsafeMutableBufferPointer { tokens in
      for index in text.sentences.indices {
        let sentence = text.sentences[index]
        text.sentences[index].language = read(tokens, sentence.tokens, context, types)
      }
    }
    let verdict = evidence.verdict()
    text.language = tally.words > 0 ? tally.leader(preferring: verdict.language) : .unknown
    text.confidence = text.language == .unknown ? 0 : verdict.confidence(of: text.language)
    LanguageSpans.fill(text)
  }

  private func add(_ token: Token, _ types: WordTypes, to evidence: inout LanguageEvidence) {
    switch types.script(token.type) {
    case .cyrillic: evidence.addCyrillic(rows[token.type])
    case .latin: evidence.addLatin(rows[token.type])
    case .arabic: evidence.addArabic(ArabicScript.language(of: types.form(token.type)))
    case .mixed, .other: break
    }
  }

  /// Reads one sentence; its language is the one that most of its words are in.
  private func read(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ range: Range<Int>, _ context: SIMD32<Int16>,
    _ types: WordTypes
  ) -> LanguageTag {
    path.begin(context: context)
    var sentence = LanguageTally()
    for index in range where tokens[index].type >= 0 {
      let type = tokens[index].type
      switch types.script(type) {
      case .cyrillic: path.add(rows[type], isLatin: false, token: index)
      case .latin: path.add(rows[type], isLatin: true, token: index)
      case .arabic:
        tokens[index].language = ArabicScript.language(of: types.form(type))
        sentence.add(tokens[index].language)
      case .mixed: break
      case .other: if tokens[index].kind == .word { noteOther(&tokens[index], &sentence) }
      }
    }
    path.forEachBackwards { token, lane in
      tokens[token].language = tag(lane)
      sentence.add(tokens[token].language)
    }
    let language = sentence.words > 0 ? sentence.leader(preferring: .unknown) : .unknown
    for index in range where tokens[index].type >= 0 && types.script(tokens[index].type) == .mixed {
      tokens[index].language = language
    }
    tally.add(sentence)
    return language
  }

  private func noteOther(_ token: inout Token, _ sentence: inout LanguageTally) {
    token.language = .other
    sentence.add(.other)
  }

  private func tag(_ lane: Int) -> LanguageTag {
    let varieties = lane < 16 ? profiles.cyrillic.varieties : profiles.latin.varieties
    let index = lane & 15
    return index < varieties.count ? varieties[index].tag : .unknown
  }
}
