import Records

/// Finds the entries of the lexicon in a stretch of tokens.
final class HitCollector {
  /// A sentence that never ends is read in stretches of this many tokens, so that no work grows with its square.
  static let longestStretch = 160

  private let tables: LexiconTables
  private let analyses: WordAnalyses
  private let types: WordTypes
  private(set) var hits: [SentenceHit] = []
  private var phrases: [SentenceHit] = []
  /// Whether the text shows that its writer left out letters.
  private var allowsDamage = false

  init(_ tables: LexiconTables, _ types: WordTypes) {
    self.tables = tables
    self.types = types
    analyses = WordAnalyses(tables)
  }

  /// Set phrases by token; filled for comments only.
  private(set) var formulas: [FormulaCover] = []
  private var wantsFormulas = false

  func beginText(_ text: PreparedText, kind: TextKind) {
    analyses.beginText(types)
    wantsFormulas = kind == .comment
    if wantsFormulas { formulas = Array(repeating: FormulaCover(), count: text.tokens.count) }
    var kyrgyzLetters = 0
    var damaged = 0
    for token in text.tokens where token.type >= 0 && token.language == .kyrgyz {
      if types.flags(token.type).contains(.hasKyrgyzLetters) {
        kyrgyzLetters += 1
      } else if !analyses.record(token.type, types, .kyrgyz).range(.kyrgyzDamaged).isEmpty {
        damaged += 1
      }
    }
    allowsDamage = damaged >= kyrgyzLetters
  }

  /// Collects the hits of `range` into `hits`, in the order of the text.
  func collect(_ text: PreparedText, _ range: Range<Int>, _ sentence: LanguageTag) {
    hits.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
    for index in range {
      let token = text.tokens[index]
      switch token.kind {
      case .word, .hashtag:
        if token.type >= 0 { collectWord(text, index, token, range, sentence) }
      case .emoji: collectSign(text, index, token)
      default: break
      }
    }
    mergePhrases()
  }

  private func collectSign(_ text: PreparedText, _ index: Int, _ token: Token) {
    for entry in tables.signs.lookUp(text.units[Int(token.start)..<Int(token.end)]) {
      append(entry, index, [])
      return
    }
  }

  private func collectWord(
    _ text: PreparedText, _ index: Int, _ token: Token, _ range: Range<Int>, _ sentence: LanguageTag
  ) {
    let order = wantsFormulas ? ReadingOrder.any : ReadingOrder.of(token.language, in: sentence)
    let record = analyses.record(token.type, types, order.languages)
    if wantsFormulas { coverFormula(record, index) }
    if record.startsPhrase { collectPhrases(text, index, record, range, order.languages) }
    let before = hits.count
    let readings = readings(record, ReadingOrder.of(token.language, in: sentence))
    for place in readings {
      let hit = analyses.hits[place]
      if hit.entry >= 0 { append(hit.entry, index, hit.features) }
    }
    if readings.isEmpty, token.language == .kyrgyz, types.script(token.type) == .latin {
      collectLatinKyrgyz(token, index)
    }
    if hits.count > before { return }
    appendBare(index, guess(record, token.language, sentence))
  }

  /// Set phrases count in whatever language they stand.
  private func coverFormula(_ record: WordAnalyses.Record, _ index: Int) {
    for group in WordAnalyses.Group.allCases {
      for place in record.range(group) where analyses.hits[place].entry >= 0 {
        cover(analyses.hits[place].entry, index..<index + 1)
      }
    }
  }

  private func cover(_ entry: Int32, _ tokens: Range<Int>) {
    guard wantsFormulas, tables.entries[Int(entry)].formula != nil else { return }
    for token in tokens {
      formulas[token].isCovered = true
      if tables.entries[Int(entry)].formulaIsPositive { formulas[token].isPositive = true }
    }
  }

  private func collectLatinKyrgyz(_ token: Token, _ index: Int) {
    for hit in analyses.latinKyrgyz(token.type, types) where hit.entry >= 0 { append(hit.entry, index, hit.features) }
  }

  /// The readings that count for a word in its language; those of other languages only where it has none.
  private func readings(_ record: WordAnalyses.Record, _ order: ReadingOrder) -> Range<Int> {
    if record.isEmpty { return 0..<0 }
    for group in order.groups {
      if group == .kyrgyzDamaged, !allowsDamage { continue }
      let range = record.range(group)
      if !range.isEmpty { return range }
    }
    return 0..<0
  }

  private func guess(
    _ record: WordAnalyses.Record, _ token: LanguageTag, _ sentence: LanguageTag
  ) -> Features {
    switch LexiconLanguage(token) ?? LexiconLanguage(sentence) {
    case .kyrgyz: record.kyrgyzGuess
    case .russian: record.russianGuess
    case .uzbek: record.uzbekGuess
    case nil: []
    }
  }

  private func append(_ id: Int32, _ index: Int, _ features: Features) {
    let entry = tables.entries[Int(id)]
    if !entry.steers && features.isEmpty { return }
    if let last = hits.last, last.start == Int32(index), last.entry == id { return }
    hits.append(
      SentenceHit(
        start: Int32(index), end: Int32(index) + 1, entry: id, classes: entry.classes, features: features,
        strength: entry.strength))
  }

  private func appendBare(_ index: Int, _ features: Features) {
    if features.isEmpty { return }
    hits.append(
      SentenceHit(
        start: Int32(index), end: Int32(index) + 1, entry: -1, classes: ClassSet(), features: features))
  }
}

// MARK: - Phrases

/// A phrase that is being followed: where it started, where it is, what it has shown.
private struct PhrasePath {
  let start: Int
  let node: Int32
  let features: Features
}

extension HitCollector {
  private static let longestPhrase = 10

  private func collectPhrases(
    _ text: PreparedText, _ index: Int, _ record: WordAnalyses.Record, _ range: Range<Int>,
    _ languages: WordAnalyses.Languages
  ) {
    let end = min(range.upperBound, index + HitCollector.longestPhrase)
    follow(text, index..<end, PhrasePath(start: index, node: 0, features: []), record, languages)
  }

  /// Goes on with a phrase; the first word of `rest` is read as `record`.
  private func follow(
    _ text: PreparedText, _ rest: Range<Int>, _ path: PhrasePath, _ record: WordAnalyses.Record,
    _ languages: WordAnalyses.Languages
  ) {
    for group in WordAnalyses.Group.allCases {
      for place in record.range(group) {
        let hit = analyses.hits[place]
        guard let next = tables.phrases.step(path.node, hit.atom) else { continue }
        let features = path.features.union(hit.features)
        for entry in tables.phrases.nodes[Int(next)].entries {
          addPhrase(entry, path.start, rest.lowerBound + 1, features)
        }
        let longer = PhrasePath(start: path.start, node: next, features: features)
        goOn(text, rest.lowerBound + 1..<rest.upperBound, longer, languages)
      }
    }
  }

  private func goOn(
    _ text: PreparedText, _ rest: Range<Int>, _ path: PhrasePath, _ languages: WordAnalyses.Languages
  ) {
    let node = tables.phrases.nodes[Int(path.node)]
    if node.hasNext { takeWord(text, rest, path, languages) }
    guard node.gap != 0 else { return }
    let beyond = PhrasePath(start: path.start, node: node.gap, features: path.features)
    for skipped in 0...PhraseTable.widestGap where rest.lowerBound + skipped < rest.upperBound {
      takeWord(text, rest.lowerBound + skipped..<rest.upperBound, beyond, languages)
    }
  }

  private func takeWord(
    _ text: PreparedText, _ rest: Range<Int>, _ path: PhrasePath, _ languages: WordAnalyses.Languages
  ) {
    guard let index = rest.first else { return }
    let token = text.tokens[index]
    guard token.type >= 0, token.kind == .word else { return }
    follow(text, rest, path, analyses.record(token.type, types, languages), languages)
  }

  private func addPhrase(_ id: Int32, _ start: Int, _ end: Int, _ features: Features) {
    let entry = tables.entries[Int(id)]
    cover(id, start..<end)
    if !entry.steers { return }
    for phrase in phrases.reversed() {
      if phrase.start != Int32(start) { break }
      if phrase.entry == id { return }
    }
    phrases.append(
      SentenceHit(
        start: Int32(start), end: Int32(end), entry: id, classes: entry.classes, features: features,
        strength: entry.strength))
  }

  /// Puts phrases among the single words. A phrase takes the place of what it holds, unless that is of its own
  /// kind or names people.
  private func mergePhrases() {
    if phrases.isEmpty { return }
    for index in phrases.indices { suppress(under: index) }
    hits.removeAll { $0.classes.isEmpty && $0.strength == 0 && $0.features.isEmpty }
    hits += phrases
    hits.sort { ($0.start, -$0.tokenCount) < ($1.start, -$1.tokenCount) }
  }

  /// What a phrase leaves of the classes inside it.
  private func kept(under phrase: SentenceHit) -> ClassSet {
    if phrase.classes.intersects(tables.courtesyClasses) { return ClassSet() }
    if phrase.classes.intersects(tables.operatorClasses) { return tables.keptInSteering }
    var kept = tables.peopleClasses
    kept.formUnion(tables.classes.siblings(of: phrase.classes))
    return phrase.classes.isEmpty ? tables.contentClasses : kept
  }

  private func suppress(under place: Int) {
    let phrase = phrases[place]
    let kept = kept(under: phrase)
    let steers = phrase.classes.intersects(tables.operatorClasses)
    for index in hits.indices.reversed() {
      let hit = hits[index]
      if hit.end <= phrase.start { break }
      guard hit.start >= phrase.start, hit.end <= phrase.end else { continue }
      hits[index].classes.formIntersection(kept)
      if phrase.strength != 0 || steers { hits[index].strength = 0 }
      if hits[index].classes.isEmpty && hits[index].strength == 0 { hits[index].features = [] }
    }
    suppressShorter(under: place, steers)
  }

  /// Shorter phrases inside a phrase lose their evaluation, and where it steers, their steering.
  private func suppressShorter(under place: Int, _ steers: Bool) {
    let phrase = phrases[place]
    var index = phrases[..<place].lastIndex { $0.start < phrase.start }.map { $0 + 1 } ?? 0
    while index < phrases.count, phrases[index].start < phrase.end {
      if phrases[index].tokenCount < phrase.tokenCount, phrases[index].end <= phrase.end {
        if phrase.strength != 0 { phrases[index].strength = 0 }
        if steers { phrases[index].classes.subtract(tables.operatorClasses) }
      }
      index += 1
    }
  }
}
