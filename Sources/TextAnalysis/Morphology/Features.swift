/// What a form says beside its lemma. Suffix chains of ky and uz and endings of ru map onto the same set.
package struct Features: OptionSet, Sendable, Hashable, BitwiseCopyable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Names as rule and morphology files write them; the place is the bit.
  private static let names = [
    "negative", "privative", "question", "evidential", "imperative", "jussive", "hortative", "past", "present",
    "future", "conditional", "first", "second", "third", "plural", "possessive", "participle", "converb",
    "verbal-noun", "finite", "passive", "causative", "reflexive", "reciprocal", "genitive", "accusative",
    "dative", "locative", "ablative", "instrumental", "prepositional", "polite", "ability", "derived",
    "comparative", "progressive", "purpose", "like", "infinitive", "adverb", "short", "verb", "emphatic",
  ]

  package init?(name: String) {
    guard let bit = Features.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: 1 << UInt64(bit))
  }

  package var names: [String] {
    Features.names.indices.filter { rawValue & (1 << UInt64($0)) != 0 }.map { Features.names[$0] }
  }

  package static let negative = Features(rawValue: 1 << 0)
  package static let privative = Features(rawValue: 1 << 1)
  package static let question = Features(rawValue: 1 << 2)
  package static let imperative = Features(rawValue: 1 << 4)
  package static let jussive = Features(rawValue: 1 << 5)
  package static let hortative = Features(rawValue: 1 << 6)
  package static let past = Features(rawValue: 1 << 7)
  package static let conditional = Features(rawValue: 1 << 10)
  package static let first = Features(rawValue: 1 << 11)
  package static let second = Features(rawValue: 1 << 12)
  package static let plural = Features(rawValue: 1 << 14)
  package static let possessive = Features(rawValue: 1 << 15)
  package static let participle = Features(rawValue: 1 << 16)
  package static let converb = Features(rawValue: 1 << 17)
  package static let finite = Features(rawValue: 1 << 19)
  package static let derived = Features(rawValue: 1 << 33)

  /// Reads `negative,imperative`; `prohibitive` stands for both. Nil when a name is unknown.
  package static func parse(_ text: String) -> Features? {
    var all: Features = []
    for name in text.pieces(by: 0x2C) where !name.isEmpty {
      if name == "prohibitive" {
        all.formUnion([.negative, .imperative])
      } else if let feature = Features(name: name) {
        all.formUnion(feature)
      } else {
        return nil
      }
    }
    return all
  }
}
