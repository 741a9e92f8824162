package import Records

/// What a rule says of the value that its theme names.
enum Polarity: String, Sendable {
  /// Names the value: promotes it unless operators turn it.
  case value
  /// Names its opposite: naming it is condemning it unless it is asked for.
  case anti
  /// Names the subject without a side.
  case topic
  /// The construction itself carries the stance.
  case promotes, opposes, mentions
}

struct ThemeRule: Sendable {
  let theme: Int
  let expression: RuleExpression
  let polarity: Polarity
  /// Kind of text it is for; nil for all.
  let kind: TextKind?
  /// Larger constructions and explicit stances weigh more.
  let weight: Int

  init(theme: Int, expression: RuleExpression, polarity: Polarity, kind: TextKind?) {
    self.theme = theme
    self.expression = expression
    self.polarity = polarity
    self.kind = kind
    let explicit = polarity == .promotes || polarity == .opposes || polarity == .mentions
    weight = expression.size * 2 + (explicit ? 3 : 0)
  }
}

/// Classes without which a rule cannot hold; checked for every candidate, so it holds no reference.
struct RuleGate: Sendable {
  private var second = ClassSet()
  private var third = ClassSet()
  private let forTalks: Bool
  private let forComments: Bool

  init(_ rule: ThemeRule) {
    let needed = rule.expression.terms.dropFirst()
      .filter { !$0.isExcluded && !$0.matchesAnyWord && $0.operators.isEmpty }
    second = needed.first?.classes ?? second
    third = needed.dropFirst().first?.classes ?? third
    forTalks = rule.kind != .comment
    forComments = rule.kind != .talk
  }

  @inline(__always)
  func opens(_ present: ClassSet, isComment: Bool) -> Bool {
    (isComment ? forComments : forTalks) && (second.isEmpty || present.intersects(second))
      && (third.isEmpty || present.intersects(third))
  }
}

/// A sentence that a theme must find, or must not.
package struct ThemeExample: Sendable {
  package let theme: String
  package let variety: String
  /// Nil for a sentence without the theme.
  package let stance: Stance?
  package let text: String
  package let line: Int
}

/// The files of `themes/`: all rules, found by the class that starts them.
struct ThemeTable: Sendable {
  private(set) var ids: [String] = []
  private(set) var rules: [ThemeRule] = []
  /// The rules that each class starts: a range of `ruleList` for each class.
  private(set) var ruleRanges: [Range<Int>] = []
  private(set) var ruleList: [Int] = []
  /// What must be in the sentence for each rule, before it is looked at.
  private(set) var gates: [RuleGate] = []
  private var rulesByClass: [[Int]]
  /// Themes that come with a theme, with the same stance.
  private(set) var implied: [[Int]] = []
  private(set) var examples: [ThemeExample] = []
  private(set) var titles: [String: [String: String]] = [:]
  private var impliedNames: [(theme: Int, name: String)] = []

  init(_ folder: LexiconFolder, _ classes: ClassTable, problems: inout [Problem]) {
    rulesByClass = Array(repeating: [], count: ClassSet.capacity)
    for path in folder.paths(below: "themes/") {
      let file = TableFile(path: path, bytes: folder.files[path] ?? [])
      let id = String(decoding: path.utf8.dropFirst(7).dropLast(4), as: UTF8.self)
      ids.append(id)
      implied.append([])
      for row in file.rows { read(row, file, classes, &problems) }
    }
    for list in rulesByClass {
      ruleRanges.append(ruleList.count..<ruleList.count + list.count)
      ruleList += list
    }
    gates = rules.map(RuleGate.init)
    for (theme, name) in impliedNames {
      if let index = ids.firstIndex(of: name) { implied[theme].append(index) }
    }
  }

  private mutating func read(
    _ row: TableRow, _ file: TableFile, _ classes: ClassTable, _ problems: inout [Problem]
  ) {
    let theme = ids.count - 1
    switch row.columns[0] {
    case "title": titles[ids[theme], default: [:]][row.column(1)] = row.column(2)
    case "also": impliedNames.append((theme, row.column(1)))
    case "hit", "miss": readExample(row, file, &problems)
    case "rule", "talk-rule", "comment-rule": readRule(row, file, classes, &problems)
    default:
      problems.append(
        file.problem(
          "lexicon.theme-line", row, found: row.columns[0],
          expected: "title, also, rule, talk-rule, comment-rule, hit or miss"))
    }
  }

  private mutating func readExample(_ row: TableRow, _ file: TableFile, _ problems: inout [Problem]) {
    let isHit = row.columns[0] == "hit"
    let stance = isHit ? Stance(rawValue: row.column(2)) : nil
    let text = row.column(isHit ? 3 : 2)
    guard !text.isEmpty, !isHit || stance != nil else {
      problems.append(
        file.problem(
          "lexicon.theme-example", row, found: "\(row.columns.count) columns",
          expected: "hit, variety, stance, sentence; or miss, variety, sentence"))
      return
    }
    examples.append(
      ThemeExample(
        theme: ids[ids.count - 1], variety: row.column(1), stance: stance, text: text, line: row.line))
  }

  private mutating func readRule(
    _ row: TableRow, _ file: TableFile, _ classes: ClassTable, _ problems: inout [Problem]
  ) {
    guard let polarity = Polarity(rawValue: row.column(2)) else {
      problems.append(
        file.problem(
          "lexicon.polarity", row, found: row.column(2),
          expected: "value, anti, topic, promotes, opposes or mentions"))
      return
    }
    switch RuleExpression.parse(row.column(1), classes) {
    case .failure(let fault):
      problems.append(file.problem(fault.code, row, found: fault.found, expected: fault.expected))
    case .success(let expression) where !expression.startsWithClass:
      problems.append(
        file.problem("lexicon.rule", row, found: row.column(1), expected: "a class as the first part"))
    case .success(let expression):
      let kind: TextKind? = row.columns[0] == "rule" ? nil : row.columns[0] == "talk-rule" ? .talk : .comment
      let rule = ThemeRule(theme: ids.count - 1, expression: expression, polarity: polarity, kind: kind)
      expression.trigger.forEach { rulesByClass[$0].append(rules.count) }
      rules.append(rule)
    }
  }
}
