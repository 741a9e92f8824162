import Records

/// `alerts.tsv`: constructions that raise an alert. A line may ask that nothing rejects them.
struct AlertTable: Sendable {
  private struct Line: Sendable {
    let alert: Alert
    let expression: RuleExpression
  }

  private var lines: [Line] = []
  private var starts: [RuleStart] = []
  /// Classes that start a line: most sentences hold none of them.
  private var triggers = ClassSet()

  init(_ file: TableFile, _ classes: ClassTable, problems: inout [Problem]) {
    for row in file.rows {
      guard let alert = Alert(rawValue: row.column(0)) else {
        problems.append(file.problem("lexicon.alert", row, found: row.column(0), expected: "hate, threat or extremist"))
        continue
      }
      switch RuleExpression.parse(row.column(1), classes) {
      case .failure(let fault):
        problems.append(file.problem(fault.code, row, found: fault.found, expected: fault.expected))
      case .success(let rule):
        lines.append(Line(alert: alert, expression: rule))
        starts.append(rule.start)
        triggers.formUnion(rule.trigger)
      }
    }
  }

  /// Alerts of a sentence with the rule that raised each. What is quoted, reported or rejected raises none.
  func alerts(in scope: RuleScope) -> [(alert: Alert, rule: String)] {
    if !scope.present.intersects(triggers) { return [] }
    var found: [(alert: Alert, rule: String)] = []
    for (index, start) in starts.enumerated() where start.mayHold(in: scope.present, scope.wide) {
      let line = lines[index]
      if found.contains(where: { $0.alert == line.alert }) { continue }
      guard let places = RuleMatcher.match(line.expression, in: scope) else { continue }
      if !isDistanced(places, scope) { found.append((line.alert, line.expression.text)) }
    }
    return found
  }

  private func isDistanced(_ places: [Int], _ scope: RuleScope) -> Bool {
    var local: ClauseOperators = []
    for place in places { local.formUnion(scope.clauses[Int(scope.hits[place].clause)]) }
    var all = scope.wide
    for hit in scope.hits { all.formUnion(scope.clauses[Int(hit.clause)]) }
    if local.contains(.quoted) { return true }
    if !all.isDisjoint(with: [.somePeople, .hearsay]) { return true }
    return all.contains(.report) && !all.isDisjoint(with: [.contrast, .condemn, .rhetorical, .question, .disagree])
  }
}
