import Records

/// Follows the phrases of the lexicon through a stretch of tokens.
final class PhraseCollector {
  private static let longestPhrase = 10

  private let tables: LexiconTables
  private let analyses: WordAnalyses
  private let types: WordTypes
  @exclusivity(unchecked) private var phrases: [SentenceHit] = []
  /// Whether words of set phrases of other languages count.
  @exclusivity(unchecked) var wantsSetPhrases = false
  /// Set phrases of courtesy that were met.
  @exclusivity(unchecked) private(set) var formulas: [(entry: Int32, tokens: Range<Int>)] = []

  /// A phrase that is being followed: where it started, where it is, what it has shown.
  private struct Path {
    let start: Int
    let node: Int32
    let features: Features
  }

  init(_ tables: LexiconTables, _ analyses: WordAnalyses, _ types: WordTypes) {
    self.tables = tables
    self.analyses = analyses
    self.types = types
  }

  func removeAll() {
    phrases.removeAll(keepingCapacity: true)
    formulas.removeAll(keepingCapacity: true)
  }

  /// Finds the phrases that start with the first token of `range`, whose readings are `record`.
  func collect(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ record: WordAnalyses.Record,
    _ languages: WordAnalyses.Languages
  ) {
    let end = min(range.upperBound, range.lowerBound + PhraseCollector.longestPhrase)
    let path = Path(start: range.lowerBound, node: 0, features: [])
    follow(tokens, range.lowerBound..<end, path, record, languages)
  }

  /// Goes on with a phrase; the first word of `rest` is read as `record`.
  private func follow(
    _ tokens: UnsafeBufferPointer<Token>, _ rest: Range<Int>, _ path: Path, _ record: WordAnalyses.Record,
    _ languages: WordAnalyses.Languages
  ) {
    for place in record.readings(in: languages) { follow(tokens, rest, path, analyses.hits[place], languages) }
    if !wantsSetPhrases { return }
    for place in record.setPhrases(besides: languages) {
      follow(tokens, rest, path, analyses.hits[place], languages)
    }
  }

  private func follow(
    _ tokens: UnsafeBufferPointer<Token>, _ rest: Range<Int>, _ path: Path, _ hit: AnalysedHit,
    _ languages: WordAnalyses.Languages
  ) {
    guard let next = step(path.node, hit.atom) else { return }
    let features = path.features.union(hit.features)
    let node = tables.phrases.nodes[Int(next)]
    for entry in tables.phrases.entries[node.firstEntry..<node.firstEntry + node.entryCount] {
      add(entry, path.start, rest.lowerBound + 1, features)
    }
    let longer = Path(start: path.start, node: next, features: features)
    let beyond = rest.lowerBound + 1
    if node.hasNext { takeWord(tokens, beyond..<max(beyond, rest.upperBound), longer, languages) }
    if node.gap != 0 { skip(tokens, beyond..<max(beyond, rest.upperBound), longer, node.gap, languages) }
  }

  @inline(__always)
  private func step(_ node: Int32, _ atom: Int32) -> Int32? {
    if node != 0 { return tables.phrases.step(node, atom) }
    let root = tables.phrases.roots[Int(atom)]
    return root == 0 ? nil : root
  }

  private func skip(
    _ tokens: UnsafeBufferPointer<Token>, _ rest: Range<Int>, _ path: Path, _ gap: Int32,
    _ languages: WordAnalyses.Languages
  ) {
    let beyond = Path(start: path.start, node: gap, features: path.features)
    for skipped in 0...PhraseTable.widestGap where rest.lowerBound + skipped < rest.upperBound {
      takeWord(tokens, rest.lowerBound + skipped..<rest.upperBound, beyond, languages)
    }
  }

  private func takeWord(
    _ tokens: UnsafeBufferPointer<Token>, _ rest: Range<Int>, _ path: Path,
    _ languages: WordAnalyses.Languages
  ) {
    guard !rest.isEmpty else { return }
    let token = tokens[rest.lowerBound]
    guard token.type >= 0, case .word = token.kind else { return }
    let record = analyses.record(token.type, types, languages)
    if record.goesOn { follow(tokens, rest, path, record, languages) }
  }

  private func add(_ id: Int32, _ start: Int, _ end: Int, _ features: Features) {
    let facts = tables.facts[Int(id)]
    if facts.isFormula { formulas.append((id, start..<end)) }
    if !tables.steers[Int(id)] { return }
    for phrase in phrases.reversed() {
      if phrase.start != Int32(start) { break }
      if phrase.entry == id { return }
    }
    phrases.append(
      SentenceHit(
        start: Int32(start), end: Int32(end), entry: id, classes: facts.classes, features: features,
        strength: facts.strength))
  }
}

// MARK: - Phrases among words

extension PhraseCollector {
  /// Puts phrases among the single words. A phrase takes the place of what it holds, unless that is of its own
  /// kind or names people.
  func merge(into hits: inout [SentenceHit]) {
    if phrases.isEmpty { return }
    for index in phrases.indices { suppress(under: index, &hits) }
    hits.removeAll { $0.classes.isEmpty && $0.strength == 0 && $0.features.isEmpty }
    hits += phrases
    hits.sort { ($0.start, -$0.tokenCount) < ($1.start, -$1.tokenCount) }
  }

  /// What a phrase leaves of the classes inside it.
  private func kept(under phrase: SentenceHit) -> ClassSet {
    if phrase.classes.intersects(tables.courtesyClasses) { return ClassSet() }
    if phrase.classes.intersects(tables.operatorClasses) { return tables.keptInSteering }
    if phrase.classes.isEmpty { return tables.contentClasses }
    var kept = tables.peopleClasses
    kept.formUnion(tables.classes.siblings(of: phrase.classes))
    return kept
  }

  private func suppress(under place: Int, _ hits: inout [SentenceHit]) {
    let phrase = phrases[place]
    let kept = kept(under: phrase)
    let steers = phrase.classes.intersects(tables.operatorClasses)
    for index in hits.indices.reversed() {
      if hits[index].end <= phrase.start { break }
      guard hits[index].start >= phrase.start, hits[index].end <= phrase.end else { continue }
      hits[index].classes.formIntersection(kept)
      if phrase.strength != 0 || steers { hits[index].strength = 0 }
      if hits[index].classes.isEmpty && hits[index].strength == 0 { hits[index].features = [] }
    }
    suppressShorter(under: place, steers)
  }

  /// Shorter phrases inside a phrase lose their evaluation, and where it steers, their steering.
  private func suppressShorter(under place: Int, _ steers: Bool) {
    let phrase = phrases[place]
    var index = place
    while index > 0, phrases[index - 1].start == phrase.start { index -= 1 }
    while index < phrases.count, phrases[index].start < phrase.end {
      if phrases[index].tokenCount < phrase.tokenCount, phrases[index].end <= phrase.end {
        if phrase.strength != 0 { phrases[index].strength = 0 }
        if steers { phrases[index].classes.subtract(tables.operatorClasses) }
      }
      index += 1
    }
  }
}
