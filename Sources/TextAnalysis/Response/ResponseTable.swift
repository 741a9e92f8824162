import Records

/// `responses.tsv`: ordered guards; the first line that holds names the response.
struct ResponseTable: Sendable {
  struct Line: Sendable {
    let response: Response
    let expression: RuleExpression
    /// Nil where the evaluation of the words decides.
    let sentiment: Sentiment?
  }

  private(set) var lines: [Line] = []
  private var starts: [RuleStart] = []

  init(_ file: TableFile, _ classes: ClassTable, problems: inout [Problem]) {
    for row in file.rows {
      guard let response = Response(rawValue: row.column(0)) else {
        problems.append(
          file.problem("lexicon.response", row, found: row.column(0), expected: "a response of the codebook"))
        continue
      }
      switch RuleExpression.parse(row.column(1), classes) {
      case .failure(let fault):
        problems.append(file.problem(fault.code, row, found: fault.found, expected: fault.expected))
      case .success(let rule):
        starts.append(rule.start)
        lines.append(Line(response: response, expression: rule, sentiment: Sentiment(rawValue: row.column(2))))
      }
    }
  }

  /// The first line that holds, with the places that show it.
  func first(in scope: RuleScope) -> (line: Line, places: [Int])? {
    for (index, start) in starts.enumerated() where start.mayHold(in: scope.present, scope.wide) {
      let line = lines[index]
      if let places = RuleMatcher.match(line.expression, in: scope) { return (line, places) }
    }
    return nil
  }
}
