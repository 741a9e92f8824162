/// What a clause does with what it names. A clause may do several things.
struct ClauseOperators: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  private static let names = [
    "prohibit", "not-needed", "condemn", "approve", "oblige", "allow", "report", "think", "some-people",
    "hearsay", "agenda", "news", "question", "rhetorical", "condition", "contrast", "irony", "exclusive", "first",
    "request", "negated", "quoted", "bad", "good", "disagree", "address", "exclamation", "link", "number",
    "doubt", "cause", "second", "formula-only", "promotes", "opposes", "mentions", "signs-only", "short",
    "positive", "negative", "praise", "self", "sayers",
  ]

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  init?(name: String) {
    guard let bit = ClauseOperators.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: 1 << UInt64(bit))
  }

  var names: [String] {
    ClauseOperators.names.indices.filter { rawValue & (1 << UInt64($0)) != 0 }.map { ClauseOperators.names[$0] }
  }

  static let prohibit = ClauseOperators(rawValue: 1 << 0)
  static let notNeeded = ClauseOperators(rawValue: 1 << 1)
  static let condemn = ClauseOperators(rawValue: 1 << 2)
  static let approve = ClauseOperators(rawValue: 1 << 3)
  static let oblige = ClauseOperators(rawValue: 1 << 4)
  static let allow = ClauseOperators(rawValue: 1 << 5)
  static let report = ClauseOperators(rawValue: 1 << 6)
  static let somePeople = ClauseOperators(rawValue: 1 << 8)
  static let hearsay = ClauseOperators(rawValue: 1 << 9)
  static let agenda = ClauseOperators(rawValue: 1 << 10)
  static let news = ClauseOperators(rawValue: 1 << 11)
  static let question = ClauseOperators(rawValue: 1 << 12)
  static let rhetorical = ClauseOperators(rawValue: 1 << 13)
  static let contrast = ClauseOperators(rawValue: 1 << 15)
  static let exclusive = ClauseOperators(rawValue: 1 << 17)
  static let request = ClauseOperators(rawValue: 1 << 19)
  static let quoted = ClauseOperators(rawValue: 1 << 21)
  static let bad = ClauseOperators(rawValue: 1 << 22)
  static let good = ClauseOperators(rawValue: 1 << 23)
  static let disagree = ClauseOperators(rawValue: 1 << 24)
  static let exclamation = ClauseOperators(rawValue: 1 << 26)
  static let link = ClauseOperators(rawValue: 1 << 27)
  static let number = ClauseOperators(rawValue: 1 << 28)
  // Of whole comments, once their themes and set phrases are known.
  static let formulaOnly = ClauseOperators(rawValue: 1 << 32)
  static let promotes = ClauseOperators(rawValue: 1 << 33)
  static let opposes = ClauseOperators(rawValue: 1 << 34)
  static let mentions = ClauseOperators(rawValue: 1 << 35)
  static let signsOnly = ClauseOperators(rawValue: 1 << 36)
  static let short = ClauseOperators(rawValue: 1 << 37)
  static let positive = ClauseOperators(rawValue: 1 << 38)
  static let negative = ClauseOperators(rawValue: 1 << 39)
  static let sayers = ClauseOperators(rawValue: 1 << 42)
}
