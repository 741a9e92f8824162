import Records

/// Builds the derivation of a text: collects hits, cuts clauses, applies negation, exclusions and operators.
final class DerivationBuilder {
  /// Hits of one stretch beyond this are not read: nobody writes so densely, and work stays bounded.
  private static let mostHits = 240
  /// How far the word stands that takes a meaning away.
  private static let besideTokens: Int32 = 4

  private let tables: LexiconTables
  private let operators: OperatorTable
  private let collector: HitCollector
  @exclusivity(unchecked) private(set) var derivation = TextDerivation()
  @exclusivity(unchecked) private var hits: [SentenceHit] = []
  private let cutter: ClauseCutter

  init(_ tables: LexiconTables, _ operators: OperatorTable, _ types: WordTypes) {
    self.tables = tables
    self.operators = operators
    collector = HitCollector(tables, types)
    cutter = ClauseCutter(tables)
  }

  /// Set phrases by token, for comments.
  var formulas: [FormulaCover] { collector.formulas }

  func build(_ text: PreparedText, kind: TextKind) {
    derivation.removeAll()
    collector.beginText(text, kind: kind)
    for (number, sentence) in text.sentences.enumerated() {
      var start = sentence.tokens.lowerBound
      while start < sentence.tokens.upperBound {
        let end = min(start + HitCollector.longestStretch, sentence.tokens.upperBound)
        build(text, start..<end, number, sentence.language)
        start = end
      }
    }
  }

  private func build(_ text: PreparedText, _ tokens: Range<Int>, _ number: Int, _ language: LanguageTag) {
    collector.collect(text, tokens, language)
    hits.removeAll(keepingCapacity: true)
    hits.append(contentsOf: collector.hits.prefix(DerivationBuilder.mostHits))
    cutter.cut(text, tokens, hits, language, firstClause: derivation.clauses.count)
    for index in hits.indices { hits[index].clause = cutter.clause(of: hits[index].start) }
    var present = ClassSet()
    for hit in hits { present.formUnion(hit.classes) }
    if present.intersects(operators.negators) { negate(&hits) }
    exclude(&hits, present)
    let first = derivation.hits.count
    derivation.clauses += cutter.operators
    var wide = cutter.wide
    present = ClassSet()
    for hit in hits {
      let found = operators.operators(of: hit)
      derivation.clauses[Int(hit.clause)].formUnion(found.clause)
      wide.formUnion(found.sentence)
      present.formUnion(hit.classes)
    }
    derivation.hits += hits
    derivation.sentences.append(
      SentenceDerivation(
        sentence: number, hits: first..<derivation.hits.count, wide: wide, present: present, language: language))
  }

  /// Russian negates what follows, Kyrgyz and Uzbek what stands before.
  private func negate(_ hits: inout [SentenceHit]) {
    for index in hits.indices where hits[index].classes.intersects(operators.negators) {
      let negator = hits[index]
      let isRussian = negator.entry >= 0 && tables.facts[Int(negator.entry)].isRussian
      for other in isRussian ? Array(index + 1..<hits.count) : Array((0..<index).reversed()) {
        let gap = RuleMatcher.distance(negator, hits[other])
        if gap > 1 || hits[other].clause != negator.clause { break }
        if hits[other].start < negator.end, hits[other].end > negator.start { continue }
        if gap == 1, isRussian, hits[other].start > negator.end, hits[other].features.isEmpty { continue }
        hits[other].features.insert(.negative)
        hits[other].isNegatedByWord = true
        if gap == 0 { break }
      }
    }
  }

  /// Words that mean something else beside certain others: намаз окуу is not learning.
  private func exclude(_ hits: inout [SentenceHit], _ present: ClassSet) {
    for exclusion in operators.exclusions {
      guard present.intersects(exclusion.lost), present.intersects(exclusion.beside) else { continue }
      for index in hits.indices where hits[index].classes.intersects(exclusion.lost) {
        let hit = hits[index]
        let isBeside = hits.contains { other in
          guard other.classes.intersects(exclusion.beside), other.clause == hit.clause else { return false }
          if exclusion.sameWord { return other.start < hit.end && hit.start < other.end }
          return RuleMatcher.distance(other, hit) <= DerivationBuilder.besideTokens
        }
        if isBeside { hits[index].classes.subtract(exclusion.lost) }
      }
    }
  }
}
