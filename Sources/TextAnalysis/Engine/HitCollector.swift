import Records

/// Finds the entries of the lexicon in a stretch of tokens.
final class HitCollector {
  /// A sentence that never ends is read in stretches of this many tokens, so that no work grows with its square.
  static let longestStretch = 160

  private let tables: LexiconTables
  private let analyses: WordAnalyses
  private let types: WordTypes
  private let phrases: PhraseCollector
  @exclusivity(unchecked) private(set) var hits: [SentenceHit] = []
  /// Set phrases by token; filled for comments only.
  @exclusivity(unchecked) private(set) var formulas: [FormulaCover] = []
  @exclusivity(unchecked) private var wantsFormulas = false
  @exclusivity(unchecked) private var fetched: UInt64 = 0
  /// Whether the text shows that its writer left out letters.
  @exclusivity(unchecked) private var allowsDamage = false

  init(_ tables: LexiconTables, _ types: WordTypes) {
    self.tables = tables
    self.types = types
    analyses = WordAnalyses(tables)
    phrases = PhraseCollector(tables, analyses, types)
  }

  func beginText(_ text: PreparedText, kind: TextKind) {
    analyses.beginText(types)
    wantsFormulas = kind == .comment
    phrases.wantsSetPhrases = wantsFormulas
    formulas.removeAll(keepingCapacity: true)
    if wantsFormulas { formulas.append(contentsOf: repeatElement(FormulaCover(), count: text.tokens.count)) }
    allowsDamage = isDamaged(text)
  }

  /// Whether more Kyrgyz words lack letters than have them. Enumerations are compared by pattern: it costs less.
  private func isDamaged(_ text: PreparedText) -> Bool {
    var kyrgyzLetters = 0
    var damaged = 0
    for token in text.tokens where token.type >= 0 {
      guard case .kyrgyz = token.language else { continue }
      if types.flags(token.type).contains(.hasKyrgyzLetters) {
        kyrgyzLetters += 1
      } else if !analyses.record(token.type, types, [.kyrgyz, .russian]).range(.kyrgyzDamaged).isEmpty {
        damaged += 1
      }
    }
    return damaged >= kyrgyzLetters
  }

  /// Collects the hits of `range` into `hits`, in the order of the text.
  func collect(_ text: PreparedText, _ range: Range<Int>, _ sentence: LanguageTag) {
    hits.removeAll(keepingCapacity: true)
    phrases.removeAll()
    text.tokens.withUnsafeBufferPointer { tokens in
      fetched = analyses.fetch(tokens, range)
      for index in range {
        switch tokens[index].kind {
        case .word, .hashtag:
          if tokens[index].type >= 0 { collectWord(tokens, index, range.upperBound, sentence) }
        case .emoji: collectSign(text, index)
        default: break
        }
      }
    }
    if wantsFormulas { for phrase in phrases.formulas { cover(phrase.entry, phrase.tokens) } }
    phrases.merge(into: &hits)
  }

  private func collectSign(_ text: PreparedText, _ index: Int) {
    let token = text.tokens[index]
    let entries = tables.signs.lookUp(text.units[Int(token.start)..<Int(token.end)])
    if let entry = entries.first, tables.steers[Int(entry)] { append(entry, index, []) }
  }

  @inline(__always)
  private func collectWord(
    _ tokens: UnsafeBufferPointer<Token>, _ index: Int, _ end: Int, _ sentence: LanguageTag
  ) {
    let token = tokens[index]
    let order = ReadingOrder.of(token.language, in: sentence)
    let languages = order.languages
    let record = analyses.record(token.type, types, languages)
    if wantsFormulas, record.isFormula { coverFormula(record, languages, index) }
    if record.startsPhrase { phrases.collect(tokens, index..<end, record, languages) }
    let before = hits.count
    let readings = order.readings(record, allowsDamage: allowsDamage)
    if !record.isSilent {
      for place in readings {
        let hit = analyses.hits[place]
        if tables.speaks(hit) { append(hit.entry, index, hit.features) }
      }
    }
    if readings.isEmpty, case .kyrgyz = order, case .latin = types.script(token.type) {
      collectLatinKyrgyz(token, index)
    }
    if hits.count == before, record.hasGuess { appendGuess(record, order, index) }
  }

  /// Set phrases count in whatever language they stand.
  private func coverFormula(
    _ record: WordAnalyses.Record, _ languages: WordAnalyses.Languages, _ index: Int
  ) {
    for places in [record.readings(in: languages), record.setPhrases(besides: languages)] {
      for place in places where analyses.hits[place].entry >= 0 {
        cover(analyses.hits[place].entry, index..<index + 1)
      }
    }
  }

  private func cover(_ entry: Int32, _ tokens: Range<Int>) {
    let facts = tables.facts[Int(entry)]
    guard facts.isFormula else { return }
    for token in tokens {
      formulas[token].isCovered = true
      if facts.isPositive { formulas[token].isPositive = true }
    }
  }

  private func collectLatinKyrgyz(_ token: Token, _ index: Int) {
    for hit in analyses.latinKyrgyz(token.type, types) where tables.speaks(hit) {
      append(hit.entry, index, hit.features)
    }
  }

  /// A word in no lexicon still shows features by its ending.
  private func appendGuess(_ record: WordAnalyses.Record, _ order: ReadingOrder, _ index: Int) {
    var features: Features = []
    switch order {
    case .kyrgyz where record.kyrgyzGuess > 0:
      features = tables.kyrgyz.morphology.endingFeatures[Int(record.kyrgyzGuess)]
    case .russian where record.russianGuess > 0, .russianInKyrgyz where record.russianGuess > 0,
      .russianInUzbek where record.russianGuess > 0:
      features = tables.russian.morphology.endingFeatures[Int(record.russianGuess)]
    case .uzbek where record.uzbekGuess > 0:
      features = tables.uzbek.morphology.endingFeatures[Int(record.uzbekGuess)]
    default: return
    }
    hits.append(
      SentenceHit(
        start: Int32(index), end: Int32(index) + 1, entry: -1, classes: ClassSet(), features: features))
  }

  @inline(__always)
  private func append(_ id: Int32, _ index: Int, _ features: Features) {
    let facts = tables.facts[Int(id)]
    if let last = hits.last, last.start == Int32(index), last.entry == id { return }
    hits.append(
      SentenceHit(
        start: Int32(index), end: Int32(index) + 1, entry: id, classes: facts.classes, features: features,
        strength: facts.strength))
  }
}
