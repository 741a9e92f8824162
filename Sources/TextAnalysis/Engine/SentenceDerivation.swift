import Records

/// What was found in a sentence before anything is decided: hits, clauses, what the clauses do.
/// Themes, stance, response, sentiment and alerts are all read from it.
struct SentenceDerivation {
  /// Number of the sentence in its text.
  let sentence: Int
  /// Its hits in `TextDerivation.hits`.
  let hits: Range<Int>
  let wide: ClauseOperators
  let present: ClassSet
  let language: LanguageTag
}

/// The derivation of a whole text; reused from text to text.
struct TextDerivation {
  var hits: [SentenceHit] = []
  /// Operators by clause number; clauses count through the text.
  var clauses: [ClauseOperators] = []
  var sentences: [SentenceDerivation] = []

  mutating func removeAll() {
    hits.removeAll(keepingCapacity: true)
    clauses.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
  }

  /// What was derived of these sentences of the text. A long one has several parts.
  func sentences(numbered numbers: Range<Int>) -> some Sequence<SentenceDerivation> {
    // At least one part a sentence: the first part of a number never stands before that place.
    sentences.dropFirst(numbers.lowerBound).lazy.drop { $0.sentence < numbers.lowerBound }
      .prefix { $0.sentence < numbers.upperBound }
  }

  func scope(of sentence: SentenceDerivation) -> RuleScope {
    RuleScope(hits: hits[sentence.hits], clauses: clauses, wide: sentence.wide, present: sentence.present)
  }

  /// Hits of a whole comment that rules look at, so that their work never grows with the square of its length.
  private static let mostHits = 1000

  /// The whole text as one stretch, with operators that were worked out for it.
  func scope(with operators: ClauseOperators) -> RuleScope {
    var wide = operators
    var present = ClassSet()
    for sentence in sentences {
      wide.formUnion(sentence.wide)
      present.formUnion(sentence.present)
    }
    for clause in clauses { wide.formUnion(clause) }
    return RuleScope(hits: hits.prefix(TextDerivation.mostHits), clauses: clauses, wide: wide, present: present)
  }
}
