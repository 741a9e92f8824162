import Records

/// `operators.tsv`: which words and features make a clause do something, and what negates a word.
struct OperatorTable: Sendable {
  private struct Line: Sendable {
    let operators: ClauseOperators
    let term: RuleTerm
    /// The operator holds for the whole sentence.
    let wide: Bool
  }

  private var lines: [Line] = []
  private var linesByClass: [[Int]]
  private var bareLines: [Int] = []
  /// Words that negate what stands beside them.
  private(set) var negators = ClassSet()
  /// `exclude` lines: the first part loses its classes beside the second.
  private(set) var exclusions: [Exclusion] = []

  struct Exclusion: Sendable {
    let lost: ClassSet
    let beside: ClassSet
    /// Both must be the same word.
    let sameWord: Bool
  }

  init(_ file: TableFile, _ classes: ClassTable, problems: inout [Problem]) {
    linesByClass = Array(repeating: [], count: ClassSet.capacity)
    for row in file.rows { read(row, file, classes, &problems) }
  }

  private mutating func read(
    _ row: TableRow, _ file: TableFile, _ classes: ClassTable, _ problems: inout [Problem]
  ) {
    switch RuleExpression.parse(row.column(1), classes) {
    case .failure(let fault):
      problems.append(file.problem(fault.code, row, found: fault.found, expected: fault.expected))
    case .success(let rule):
      if row.columns[0] == "exclude", rule.terms.count == 2 {
        exclusions.append(
          Exclusion(
            lost: rule.terms[0].classes, beside: rule.terms[1].classes, sameWord: row.column(2) == "same-word"))
      } else if row.columns[0] == "negator" {
        negators.formUnion(rule.terms[0].classes)
      } else if let name = ClauseOperators(name: row.columns[0]), rule.terms.count == 1 {
        add(Line(operators: name, term: rule.terms[0], wide: row.column(2) == "sentence"))
      } else {
        problems.append(
          file.problem("lexicon.operator", row, found: row.columns[0], expected: "an operator and one part"))
      }
    }
  }

  private mutating func add(_ line: Line) {
    if line.term.matchesAnyWord { bareLines.append(lines.count) }
    line.term.classes.forEach { linesByClass[$0].append(lines.count) }
    lines.append(line)
  }

  /// Operators of a hit, and those of them that hold for its whole sentence.
  func operators(of hit: SentenceHit) -> (clause: ClauseOperators, sentence: ClauseOperators) {
    var clause: ClauseOperators = []
    var sentence: ClauseOperators = []
    func use(_ index: Int) {
      let line = lines[index]
      guard line.term.matches(hit) else { return }
      clause.formUnion(line.operators)
      if line.wide { sentence.formUnion(line.operators) }
    }
    if !hit.features.isEmpty || hit.strength != 0 { for index in bareLines { use(index) } }
    hit.classes.forEach { for index in linesByClass[$0] { use(index) } }
    return (clause, sentence)
  }
}
