package import Records

/// A figure that is not as it was frozen.
package struct MonthChange: Sendable, Hashable {
  package var old: SealedFigure
  package var new: SealedFigure

  /// What differs; a figure that came or went has nothing on the other side.
  static func all(from sealed: [SealedFigure], to now: [SealedFigure]) -> [MonthChange] {
    let before = Dictionary(sealed.map { ($0.figure, $0) }) { first, _ in first }
    let after = Dictionary(now.map { ($0.figure, $0) }) { first, _ in first }
    return Set(before.keys).union(after.keys).sorted().compactMap { id in
      let change = MonthChange(
        old: before[id] ?? SealedFigure(figure: id), new: after[id] ?? SealedFigure(figure: id))
      return change.old == change.new ? nil : change
    }
  }
}

/// How far the figures of a month are.
package struct MonthStatus: Sendable {
  package var month: Month
  package var steps: [MonthStep] = []
  /// The figures as they are now.
  package var figures: [SealedFigure] = []
  /// Figures that are not as frozen.
  package var changes: [MonthChange] = []
  package var errata: [Erratum] = []

  package var edition: Int? { steps.last?.edition }
  package var isApproved: Bool { steps.last?.step == .approved }
  /// Whether an edition before this one, or this one, was approved.
  package var wasApproved: Bool { steps.contains { $0.step == .approved } }
  package var mayBeHandedOut: Bool { isApproved && changes.isEmpty }
  /// `not prepared`, `prepared`, `checked`, `approved`.
  package var stage: String { steps.last.map(\.step.rawValue) ?? "not prepared" }

  /// What comes next, as on the command line.
  package var next: String {
    switch steps.last?.step {
    case nil: "prepare \(month) --by A"
    case .prepared where changes.isEmpty: "check \(month) --by A"
    case .checked where changes.isEmpty: "approve \(month) --by B"
    case .approved: wasApproved && !changes.isEmpty ? "prepare \(month) --by A --reason '...'" : "status \(month)"
    default: "prepare \(month) --by A"
    }
  }
}
