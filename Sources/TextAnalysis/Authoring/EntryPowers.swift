/// What the entries of a lexicon can show to rules: classes, features that their parts of speech allow, signs.
struct EntryPowers {
  /// What one entry can show.
  private struct Power: Hashable {
    let features: Features
    let sign: Int
  }

  /// Different powers of the entries of each class.
  private var byClass: [Int: Set<Power>] = [:]
  private var operators: ClauseOperators = EntryPowers.given

  /// Operators that punctuation, links, numbers or the comment as a whole show.
  private static let given: ClauseOperators = [
    .question, .exclamation, .link, .number, .quoted, .formulaOnly, .promotes, .opposes, .mentions, .signsOnly, .short,
    .positive, .negative,
  ]

  init(_ authored: AuthoredLexicon, _ lexicon: Lexicon, _ tables: LexiconTables) {
    var cache: [LexiconLanguage: FeatureReach] = [:]
    for language in LexiconLanguage.allCases { cache[language] = FeatureReach(tables.matchers(language).morphology) }
    let negators = authored.rules.contains { $0.columns[0] == "negator" }
    for entry in authored.entries {
      guard let id = lexicon.entry(entry.words, entry.language), var reach = cache[entry.language] else { continue }
      var features: Features = negators ? .negative : []
      for word in entry.words { features.formUnion(reach.features(of: word)) }
      cache[entry.language] = reach
      let known = lexicon.entries[Int(id)]
      let power = Power(features: features, sign: Int(known.strength.signum()))
      known.classes.forEach { byClass[$0, default: []].insert(power) }
    }
    for rule in authored.rules where rule.home == .operator && allows(rule.expression.terms) {
      if let shown = ClauseOperators(name: rule.columns[0]) { operators.formUnion(shown) }
    }
  }

  /// Whether every part that must be there can be there.
  func allows(_ terms: [RuleTerm]) -> Bool { blocking(terms) == nil }

  /// The number of the first part that can never be there; nil when all can.
  func blocking(_ terms: [RuleTerm]) -> Int? {
    terms.indices.first { !terms[$0].isExcluded && !allows(terms[$0]) }
  }

  private func allows(_ term: RuleTerm) -> Bool {
    guard term.required.isDisjoint(with: term.forbidden) else { return false }
    if term.matchesAnyWord || !term.operators.isDisjoint(with: operators) { return true }
    return term.classes.indices.contains { index in
      byClass[index]?.contains { $0.features.isSuperset(of: term.required) && (term.sign == 0 || term.sign == $0.sign) }
        ?? false
    }
  }
}

/// Features that the forms of a word can show: all that can be reached from the start of its suffixes.
struct FeatureReach {
  private let morphology: LanguageMorphology
  private var known: [Int32: Features] = [:]

  init(_ morphology: LanguageMorphology) {
    self.morphology = morphology
  }

  mutating func features(of word: EntryWord) -> Features {
    guard word.part != .sign, word.part != .gap else { return [] }
    return morphology.stems(of: word).reduce(into: []) { $0.formUnion(features(from: $1.node)) }
  }

  private mutating func features(from start: Int32) -> Features {
    if let features = known[start] { return features }
    var all: Features = []
    var seen: Set<Int32> = [start]
    var waiting = [start]
    while let place = waiting.popLast() {
      let node = morphology.automaton.node(place)
      all.formUnion(node.features)
      for arc in morphology.automaton.arcs(of: node) {
        all.formUnion(arc.features)
        if seen.insert(arc.target).inserted { waiting.append(arc.target) }
      }
    }
    known[start] = all
    return all
  }
}
