/// One part of a rule: a hit of one of these classes with or without certain features, or an operator.
struct RuleTerm: Sendable {
  /// How far from the first term a part may stand.
  enum Reach: Sendable {
    /// In the same clause or at most `RuleMatcher.nearTokens` tokens away.
    case near
    /// In the same clause.
    case clause
    /// Near, and after the term before it.
    case after
    /// Anywhere in the same sentence (or comment).
    case sentence
  }

  var classes = ClassSet()
  /// `*`: a hit of any class, or a bare word with the features.
  var matchesAnyWord = false
  var required: Features = []
  var forbidden: Features = []
  var operators: ClauseOperators = []
  /// Strength of the evaluation: negative, positive or none asked.
  var sign = 0
  var isExcluded = false
  var reach = Reach.near

  var namesOnlyOperators: Bool { classes.isEmpty && !matchesAnyWord && !operators.isEmpty }

  func matches(_ hit: SentenceHit) -> Bool {
    guard matchesAnyWord || hit.classes.intersects(classes) else { return false }
    if sign != 0, Int(hit.strength.signum()) != sign { return false }
    return hit.features.isSuperset(of: required) && hit.features.isDisjoint(with: forbidden)
  }
}

/// What a rule's first term asks for: most rules fail here, so it holds no reference.
struct RuleStart: Sendable {
  private(set) var classes = ClassSet()
  private var operators: ClauseOperators = []

  init() {}

  init(_ term: RuleTerm) {
    classes = term.classes
    if term.namesOnlyOperators { operators = term.operators }
  }

  /// Whether the rule may hold where these classes and operators are present.
  @inline(__always)
  func mayHold(in present: ClassSet, _ wide: ClauseOperators) -> Bool {
    (classes.isEmpty || present.intersects(classes)) && (operators.isEmpty || !wide.isDisjoint(with: operators))
  }
}

/// A rule over classes: `GIRL & LEARN`, `KEEP_HOME:-negative && GIRL & !WORSHIP`, `@condemn & EXTREMISM`.
struct RuleExpression: Sendable {
  let text: String
  private(set) var terms: [RuleTerm] = []
  /// What the first term asks for.
  private(set) var start = RuleStart()

  /// Parts that must be there.
  var size: Int { terms.count { !$0.isExcluded } }

  /// Classes of the first term, which rules are looked up by.
  var trigger: ClassSet { start.classes }

  /// Whether the first part is a class, so that the rule can be looked up by it.
  var startsWithClass: Bool { !trigger.isEmpty }

  /// Nil with the faulty word where the text is no rule.
  static func parse(_ text: String, _ classes: ClassTable) -> Result<RuleExpression, EntryFault> {
    var rule = RuleExpression(text: text)
    var reach = RuleTerm.Reach.near
    for word in text.pieces(by: 0x20) where !word.isEmpty {
      switch word {
      case "&": reach = .near
      case "&&": reach = .sentence
      case "+": reach = .clause
      case ">": reach = .after
      default:
        guard var term = term(word, classes) else {
          return .failure(EntryFault("lexicon.rule", word, "a class of classes.tsv, a feature or an @operator"))
        }
        term.reach = reach
        rule.terms.append(term)
      }
    }
    guard let first = rule.terms.first, !first.isExcluded else {
      return .failure(EntryFault("lexicon.rule", text, "a part that must be there first"))
    }
    rule.start = RuleStart(first)
    return .success(rule)
  }

  private init(text: String) {
    self.text = text
  }

  private static func term(_ word: String, _ classes: ClassTable) -> RuleTerm? {
    var term = RuleTerm()
    var text = word
    if text.utf8.first == 0x21 {
      term.isExcluded = true
      text = String(decoding: text.utf8.dropFirst(), as: UTF8.self)
    }
    let sides = text.pieces(by: 0x3A)
    for name in sides[0].pieces(by: 0x7C) {
      if name.utf8.first == 0x40 {
        guard let found = ClauseOperators(name: String(decoding: name.utf8.dropFirst(), as: UTF8.self)) else {
          return nil
        }
        term.operators.formUnion(found)
      } else if name == "*" {
        term.matchesAnyWord = true
      } else if let index = classes.index(name) {
        term.classes.insert(index)
      } else {
        return nil
      }
    }
    return addFeatures(sides.dropFirst().first ?? "", &term) ? term : nil
  }

  private static func addFeatures(_ text: String, _ term: inout RuleTerm) -> Bool {
    for name in text.pieces(by: 0x2C) where !name.isEmpty {
      if name == "good" || name == "bad" {
        term.sign = name == "good" ? 1 : -1
      } else if name.utf8.first == 0x2D {
        guard let feature = Features.parse(String(decoding: name.utf8.dropFirst(), as: UTF8.self)) else { return false }
        term.forbidden.formUnion(feature)
      } else {
        guard let feature = Features.parse(name) else { return false }
        term.required.formUnion(feature)
      }
    }
    return true
  }
}
