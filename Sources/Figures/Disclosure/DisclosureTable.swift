/// Cells and the sums that tie them together; decides which may not be shown.
package struct DisclosureTable: Sendable {
  /// A total that readers can check against its parts.
  package struct Sum: Sendable, Hashable {
    package var total: String
    package var parts: [String]

    package init(total: String, parts: [String]) {
      self.total = total
      self.parts = parts
    }
  }

  private let cells: [String: DisclosureCell]
  private let sums: [Sum]
  private let rules: DisclosureRules
  private let history: ReleaseHistory
  /// Cells that readers know from earlier summaries.
  private let known: Set<String>

  /// - Parameter history: what was released before.
  package init(
    cells: [DisclosureCell], sums: [Sum], rules: DisclosureRules = DisclosureRules(),
    history: ReleaseHistory = ReleaseHistory()
  ) {
    self.history = history
    known = Set(cells.filter { history.isKnown($0, rules) }.map(\.id))
    self.cells = Dictionary(cells.map { ($0.id, $0) }) { first, _ in first }
    self.sums = sums
    self.rules = rules
  }

  /// What may be shown, and what stands as it was shown before.
  package struct Decision: Sendable {
    package var hidden: Set<String> = []
    /// Cells whose earlier values go on standing.
    package var standing: [String: ReleasedCell] = [:]
  }

  /// Ids of cells that are hidden.
  package func hidden() -> Set<String> { decide().hidden }

  /// Hides the sensitive cells, and those from which one could be worked out.
  ///
  /// In every sum whose total is shown, the other hidden parts beside a sensitive one are together no smaller than a
  /// cell that may be shown: knowing all shown cells, its value stays open by that much. Where a total stands as it was
  /// shown before, its parts stand or stay hidden with it: a mixture of two dates would tell more than either.
  package func decide() -> Decision {
    var decision = Decision()
    let carried = sums.filter { cells[$0.total].flatMap { history.standing($0, rules) } != nil }
    let settled = Set(carried.flatMap { [$0.total] + $0.parts })
    for cell in cells.values where settled.contains(cell.id) {
      if let last = history.last(cell), last.isShown {
        decision.standing[cell.id] = last
      } else {
        decision.hidden.insert(cell.id)
      }
    }
    let open = cells.values.filter { !settled.contains($0.id) }
    let sensitive = Set(open.filter { $0.isSensitive(rules) || history.forbids($0, rules) }.map(\.id))
    decision.hidden.formUnion(sensitive)
    let sums = sums.filter { !settled.contains($0.total) }
    while sums.reduce(false, { protect($1, sensitive, &decision.hidden) || $0 }) {}
    for cell in open where !decision.hidden.contains(cell.id) {
      decision.standing[cell.id] = history.standing(cell, rules)
    }
    let audit = ReleaseAudit(cells: Array(cells.values), history: history, rules: rules)
    for id in audit.toHide(decision, sensitive: sensitive, known: known) {
      decision.hidden.insert(id)
      decision.standing[id] = nil
    }
    return decision
  }

  /// Hides more cells of a sum where that is needed, the smallest first. Returns whether it did.
  private func protect(_ sum: Sum, _ sensitive: Set<String>, _ hidden: inout Set<String>) -> Bool {
    let before = hidden.count
    while isOpen(sum, sensitive, hidden) {
      // Hiding what readers know already would protect nothing.
      let next = sum.parts.filter { !hidden.contains($0) && !known.contains($0) }.compactMap { cells[$0] }
        .min { ($0.size, $0.id) < ($1.size, $1.id) }
      guard hidden.insert(next?.id ?? sum.total).inserted else { break }
    }
    return hidden.count > before
  }

  private func isOpen(_ sum: Sum, _ sensitive: Set<String>, _ hidden: Set<String>) -> Bool {
    let parts = sum.parts.filter { hidden.contains($0) && !known.contains($0) }
    let size = parts.reduce(0) { $0 + (cells[$1]?.size ?? 0) }
    let least = Double(rules.minimumCommenters)
    if hidden.contains(sum.total) {
      // The sum of shown parts comes close to the hidden total.
      return sensitive.contains(sum.total) && parts.count < sum.parts.count && size < least
    }
    return parts.contains { sensitive.contains($0) && size - (cells[$0]?.size ?? 0) < least }
  }
}
