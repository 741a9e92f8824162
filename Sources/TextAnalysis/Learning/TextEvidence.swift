/// What a text offers a model: hashed letter sequences, and what the engine knows of it.
package struct TextEvidence: Sendable, Hashable {
  /// Buckets of letter sequences below `buckets`, each once, sorted.
  package var grams: [UInt32] = []
  /// Findings of the engine, numbers from `firstFact` on, each once, sorted.
  package var facts: [UInt32] = []

  package init(grams: [UInt32] = [], facts: [UInt32] = []) {
    self.grams = grams
    self.facts = facts
  }

  static let buckets: UInt32 = 1 << 18
  static let firstFact: UInt32 = 1 << 31

  /// Letter sequences together have length 1, so that long texts do not shout; a finding counts 1.
  var gramValue: Double { grams.isEmpty ? 0 : 1 / Double(grams.count).squareRoot() }

  /// Calls `body` with each feature and its value.
  @inline(__always)
  func forEach(usesFacts: Bool = true, _ body: (UInt32, Double) -> Void) {
    let value = gramValue
    for gram in grams { body(gram, value) }
    if usesFacts { for fact in facts { body(fact, 1) } }
  }
}

/// What a reader knows of the text it read last.
package struct ReadText {
  let text: PreparedText
  let types: WordTypes
  let derivation: TextDerivation
  let parts: EngineParts

  /// The number of the sentence at these UTF-16 offsets.
  package func sentence(at range: Range<Int>) -> Int? {
    text.sentences.firstIndex { $0.units == range }
  }
}

extension TextEngine {
  /// Ids of the themes that the lexicon knows, in the order of their files.
  package var themes: [String] { parts.themes.ids }
}
