package import Records

/// Reads texts. Keeps its caches from text to text; one for each thread.
package final class TextReader {
  private let parts: EngineParts
  private let types: WordTypes
  private let segmenter: Segmenter
  private let languages: LanguageReader
  private let builder: DerivationBuilder
  private let themes: ThemeReader
  private let comments: CommentReader
  private let text = PreparedText()

  init(_ parts: EngineParts) {
    self.parts = parts
    types = WordTypes(parts.segmentation.letters)
    segmenter = Segmenter(parts.segmentation)
    languages = LanguageReader(parts.languages)
    builder = DerivationBuilder(parts.tables, parts.operators, types)
    themes = ThemeReader(parts.themes, StanceReader(parts.themes))
    comments = CommentReader(parts)
  }

  package func read(_ text: String, kind: TextKind) -> TextReading {
    var text = text
    return text.withUTF8 { read(utf8: $0, kind: kind) }
  }

  /// Language, themes with stance and evidence, and for comments sentiment, response and alerts.
  package func read(utf8: UnsafeBufferPointer<UInt8>, kind: TextKind) -> TextReading {
    let outcome = derive(utf8, kind)
    let isEmpty = outcome.themes.isEmpty
    var reading = TextReading(
      language: text.language, confidence: text.confidence, spans: text.spans,
      sentences: text.sentences.map { SentenceReading(range: $0.units, language: $0.language) })
    if !isEmpty {
      reading.findings = findings(outcome.themes)
      reading.themes = ThemeSummary.stances(outcome.themes, parts.themes.ids, kind)
    }
    if !outcome.alerts.isEmpty { reading.alerts = outcome.alerts.map(\.alert) }
    if kind == .comment {
      reading.sentiment = outcome.sentiment
      reading.response = outcome.response
    }
    return reading
  }

  /// Runs the whole analysis and keeps every step of it.
  private func derive(_ utf8: UnsafeBufferPointer<UInt8>, _ kind: TextKind) -> TextOutcome {
    segmenter.prepare(utf8, kind: kind, types: types, into: text)
    languages.read(text, types: types)
    builder.build(text, kind: kind)
    var outcome = TextOutcome()
    let derivation = builder.derivation
    for (index, sentence) in derivation.sentences.enumerated() where !sentence.present.isEmpty {
      let scope = derivation.scope(of: sentence)
      let next = index + 1 < derivation.sentences.count ? opening(derivation.sentences[index + 1], derivation) : []
      for match in themes.read(scope, kind: kind, next: next) {
        outcome.themes.append(SentenceTheme(sentence: sentence.sentence, match: match))
      }
      outcome.alerts += parts.alerts.alerts(in: scope)
        .filter { alert in !outcome.alerts.contains { $0.alert == alert.alert } }
    }
    if kind == .comment { comments.read(text, derivation, builder.formulas, types, &outcome) }
    outcome.alerts.sort { $0.alert.rawValue < $1.alert.rawValue }
    return outcome
  }

  /// What the first clause of a sentence does: "that is wrong" rejects what stood before it.
  private func opening(_ sentence: SentenceDerivation, _ derivation: TextDerivation) -> ClauseOperators {
    guard let first = derivation.hits[sentence.hits].first else { return [] }
    return derivation.clauses[Int(first.clause)]
  }

  private func findings(_ themes: [SentenceTheme]) -> [Finding] {
    themes.map { theme in
      let hits = theme.match.places.map { builder.derivation.hits[$0] }
      let start = hits.map(\.start).min() ?? 0
      let end = hits.map(\.end).max() ?? 1
      return Finding(
        theme: parts.themes.ids[theme.match.theme], stance: theme.match.stance, entry: entry(theme.match),
        sentence: text.sentences[theme.sentence].units,
        span: Int(text.tokens[Int(start)].start)..<Int(text.tokens[Int(end) - 1].end))
    }
  }

  private func entry(_ match: ThemeMatch) -> String {
    parts.themes.rules[match.rule].expression.text
  }
}

// MARK: - Evidence

extension TextReader {
  /// What the text read last showed, for models that learn from coding; valid until the next text is read.
  package var lastText: ReadText {
    ReadText(text: text, types: types, derivation: builder.derivation, parts: parts)
  }
}

// MARK: - Derivation

extension TextReader {
  /// Every step from words to verdicts, for people who write lexicons.
  package func derivation(of text: String, kind: TextKind) -> [DerivationStep] {
    var bytes = text
    let outcome = bytes.withUTF8 { derive($0, kind) }
    let writer = DerivationWriter(parts: parts, text: self.text, derivation: builder.derivation)
    return writer.steps(outcome, kind)
  }
}

// MARK: - Words

/// A word of the text that was read last.
package struct ReadWord {
  /// Number of its sentence.
  package let sentence: Int
  package let language: LexiconLanguage
  /// Stands for the canonical form as long as `TextReader.wordGeneration` stays the same.
  package let type: Int32
  /// Where it stands: UTF-16 offsets into the text as received.
  package let range: Range<Int>
  /// The canonical form; valid until the next word.
  package let form: UnsafeBufferPointer<UInt16>
}

extension TextReader {
  /// Goes up when the types of `ReadWord` become void.
  package var wordGeneration: Int { types.generation }

  /// The canonical forms of the words of the text read last, in whatever language; each valid until the next.
  package func forEachForm(_ body: (UnsafeBufferPointer<UInt16>) -> Void) {
    for sentence in text.sentences {
      for token in text.tokens[sentence.tokens] where token.type >= 0 && token.kind == .word {
        body(types.form(types.base(token.type)))
      }
    }
  }

  /// The words of the text read last that are in a language with a lexicon.
  package func forEachWord(_ body: (ReadWord) -> Void) {
    for (number, sentence) in text.sentences.enumerated() {
      for token in text.tokens[sentence.tokens] where token.type >= 0 && token.kind == .word {
        guard let language = LexiconLanguage(token.language) ?? LexiconLanguage(sentence.language) else { continue }
        let type = types.base(token.type)
        let range = Int(token.start)..<max(Int(token.start), Int(token.end))
        body(ReadWord(sentence: number, language: language, type: type, range: range, form: types.form(type)))
      }
    }
  }

  /// The words, hashtags and numbers of the text read last, in whatever language.
  package func forEachSearched(_ body: (SearchedWord) -> Void) {
    for sentence in text.sentences {
      for token in text.tokens[sentence.tokens] {
        let range = Int(token.start)..<max(Int(token.start), Int(token.end))
        switch token.kind {
        case .word, .hashtag:
          guard token.type >= 0 else { continue }
          let language = LexiconLanguage(token.language) ?? LexiconLanguage(sentence.language)
          let type = types.base(token.type)
          body(SearchedWord(language: language, type: type, range: range, form: types.form(type)))
        case .number:
          text.units.withUnsafeBufferPointer { units in
            let form = UnsafeBufferPointer(rebasing: units[range.clamped(to: 0..<units.count)])
            body(SearchedWord(language: nil, type: -1, range: range, form: form))
          }
        default: continue
        }
      }
    }
  }
}
