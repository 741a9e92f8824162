import Figures
import Records
import Reporting
import Storage

/// Rows of registers behind a figure, each with its file, sheet and row; of a story never its words.
struct RegisterEvidence {
  let workflow: ExplainWorkflow

  func add(_ measure: RegisterMeasure, to result: inout FigureExplanation) throws {
    let stored = try workflow.archive.read {
      try $0.registerRows(measure.kind, days: workflow.name.month.period)
    }
    let rows = stored.filter { item in
      guard case .survey(let question) = measure else { return true }
      return item.row.values[.question] == question
    }
    let files = try workflow.files(Set(rows.compactMap(\.source)))
    result.entries = rows.map { item in
      FigureExplanation.Entry(
        code: item.row.code, day: item.row.day.description, counts: counts(measure, item.row),
        values: group(item.row), file: workflow.file(item.source.flatMap { files[$0] }, row: item.row.row),
        confirmedBy: item.madeBy)
    }
  }

  /// Rows that were taken back, and stories that may not leave, stand beside those that count.
  private func counts(_ measure: RegisterMeasure, _ row: RegisterRow) -> Bool {
    guard !row.isWithdrawn else { return false }
    switch measure {
    case .personsTrained, .eventParticipants: return row.people != nil
    case .storiesShared: return workflow.book.mayLeave(row)
    default: return true
    }
  }

  private func group(_ row: RegisterRow) -> String {
    row.kind.fields.filter { $0 != .code && $0 != .day && row.values[$0] != nil }
      .map { "\($0.rawValue) \(row.values[$0] ?? "")" }.joined(separator: ", ")
  }
}
