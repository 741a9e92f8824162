import Figures
import Records
import Reporting
import Storage

/// Rows of files behind figures that platforms state.
struct NumberEvidence {
  private let workflow: ExplainWorkflow
  private var words: FigureWords { workflow.words }
  private var month: Month { workflow.name.month }

  init(_ workflow: ExplainWorkflow) { self.workflow = workflow }

  func add(to result: inout FigureExplanation) throws {
    let metrics = workflow.name.metrics
    guard !metrics.isEmpty else { return }
    for account in workflow.accounts { addChannel(account, metrics, to: &result) }
    try addStatements(of: metrics, onlyPosts: false, to: &result)
  }

  private func addChannel(_ account: AccountCard, _ metrics: [Metric], to result: inout FigureExplanation) {
    var isKnown = false
    for metric in metrics {
      guard let number = workflow.book.metric(metric, account.id, month) else { continue }
      isKnown = isKnown || number.atLeast != nil
      let definition = MetricRegister.definition(of: metric)
      result.channels.append(
        FigureExplanation.Channel(
          author: account.creator, platform: account.platform.rawValue, metric: metric.rawValue, value: number.value,
          lower: number.lower, upper: number.upper, text: words.value(number, definition.unit),
          basis: words.basis(number), asOf: number.asOf?.description))
    }
    let owes = metrics.contains { MetricRegister.definition(of: $0).platforms.contains(account.platform) }
    if !isKnown, owes {
      let key = workflow.book.hasStarted(account.id, by: month) ? "explain.channelMissing" : "explain.channelSilent"
      result.leftOut.append(
        words(key, ["author": .text(account.creator), "platform": .text(words.name(account.platform))]))
    }
  }

  /// Statements that count, and those that do not, with files and rows.
  /// - Parameter onlyPosts: whole months of talks alone: what hours of themes rest on.
  func addStatements(of metrics: [Metric], onlyPosts: Bool, to result: inout FigureExplanation) throws {
    let trail = StatementTrail()
    for account in workflow.accounts {
      for metric in metrics {
        let rows = try workflow.archive.read {
          try $0.statedRows(of: account.id, metric: metric, month: month, tolerance: trail.tolerance)
        }
        let basis = onlyPosts ? .posts : workflow.book.metric(metric, account.id, month)?.basis
        let traced = trail.statements(rows, month: month, basis: basis).filter { statement in
          !onlyPosts || (statement.use == .counts && statement.latest.observation.period?.wholeMonth == month)
        }
        result.statements += try statements(traced, account)
      }
    }
    let unused = result.statements.filter { !["counts", "start", "end"].contains($0.use) }
    for (use, group) in Dictionary(grouping: unused, by: \.use).sorted(by: { $0.key < $1.key }) {
      guard let use = TracedStatement.Use(rawValue: use) else { continue }
      result.leftOut.append(
        words("explain.statements", ["n": .count(group.count), "reason": .text(words.use(use))]))
    }
  }

  private func statements(
    _ traced: [TracedStatement], _ account: AccountCard
  ) throws -> [FigureExplanation.Statement] {
    let files = try workflow.files(Set(traced.flatMap { [$0.first.source, $0.latest.source] }))
    return traced.map { statement in
      let latest = statement.latest.observation
      return FigureExplanation.Statement(
        author: account.creator, platform: account.platform.rawValue, metric: latest.metric.rawValue,
        talk: statement.latest.title.map(OneLine.text),
        days: latest.period?.description ?? latest.asOf?.description ?? "", value: latest.value,
        file: workflow.file(files[statement.latest.source], row: statement.latest.row),
        firstValue: statement.isRestated ? statement.first.observation.value : nil,
        firstFile: statement.isRestated
          ? workflow.file(files[statement.first.source], row: statement.first.row) : nil,
        use: statement.use.rawValue)
    }
  }
}
