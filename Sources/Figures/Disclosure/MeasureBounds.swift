import Records

/// The cells of one measure, new and earlier, and between which ends readers know those that are hidden.
struct MeasureBounds {
  private let own: [(key: CellKey, cell: DisclosureCell)]
  private let bounds: KnowledgeBounds
  /// What sums and differences of the cells of earlier releases fix.
  private let sums: LinearKnowledge
  private let rules: DisclosureRules
  private let standing: Set<String>
  /// What readers know before the new release.
  private let before: [CellKey: ClosedRange<Double>]
  private let new: [CellKey: ClosedRange<Double>]
  /// Hidden in earlier releases, and small.
  private let guarded: Set<CellKey>

  init(
    _ own: [(key: CellKey, cell: DisclosureCell)], _ earlier: [(key: CellKey, cell: ReleasedCell)],
    _ decision: DisclosureTable.Decision, _ rules: DisclosureRules
  ) {
    self.own = own
    self.rules = rules
    standing = Set(decision.standing.keys)
    let kind = own.first?.cell.kind ?? .comments
    // As if nothing were rounded: what rounding blurs is not counted on.
    func range(_ size: Double) -> ClosedRange<Double> { max(0, size)...max(0, size) }
    let shown = earlier.filter(\.cell.isShown)
    before = Dictionary(shown.map { ($0.key, range($0.cell.size)) }) { $1 }
    new = Dictionary(
      uniqueKeysWithValues: own.map { ($0.key, range(decision.standing[$0.cell.id]?.size ?? $0.cell.size)) })
    let told = Set(shown.map(\.key))
    guarded = Set(
      earlier.filter { !$0.cell.isShown && !told.contains($0.key) && Self.isSmall($0.cell, kind, rules) }.map(\.key))
    let all = Set(own.map(\.key) + earlier.map(\.key))
    bounds = KnowledgeBounds(all)
    sums = told.sorted { $0.id < $1.id }.reduce(into: LinearKnowledge(all)) { $0.learn($1) }
  }

  /// Whether a cell of an earlier release was hidden on its own account. Public numbers are hidden for no other reason.
  private static func isSmall(_ cell: ReleasedCell, _ kind: DisclosureKind, _ rules: DisclosureRules) -> Bool {
    DisclosureCell(
      id: cell.id, kind: kind, size: cell.size, contributions: cell.contributions,
      commenters: cell.commentersBy.values.max() ?? 0
    ).isSensitive(rules)
  }

  /// Hides new cells until no hidden small cell can be told more closely than by ten, then shows again what need not go.
  func toHide(_ hidden: inout Set<String>, sensitive: Set<String>, known: Set<String>) -> [String] {
    let small = guarded.union(own.filter { sensitive.contains($0.cell.id) && !known.contains($0.cell.id) }.map(\.key))
    let least = bounds.ranges(before).mapValues(Self.width)
    var added: [String] = []
    var helpless: Set<CellKey> = []
    while let open = told(hidden, small, least).first(where: { !helpless.contains($0) }) {
      guard let next = candidate(beside: open, hidden, known) else {
        helpless.insert(open)
        continue
      }
      hidden.insert(next)
      added.append(next)
    }
    for id in added.reversed() {
      hidden.remove(id)
      if !told(hidden, small, least).allSatisfy(helpless.contains) { hidden.insert(id) }
    }
    return added.filter(hidden.contains)
  }

  private static func width(_ range: ClosedRange<Double>) -> Double { range.upperBound - range.lowerBound }

  /// Small hidden cells that the new release narrows down too far.
  private func told(_ hidden: Set<String>, _ small: Set<CellKey>, _ least: [CellKey: Double]) -> [CellKey] {
    var shown = before
    for item in own where !hidden.contains(item.cell.id) { shown[item.key] = new[item.key] }
    let after = bounds.ranges(shown)
    var knowledge = sums
    for item in own where !hidden.contains(item.cell.id) { knowledge.learn(item.key) }
    return small.filter { key in
      guard shown[key] == nil, let range = after[key] else { return false }
      if Self.width(range) < min(Double(rules.minimumCommenters), (least[key] ?? .infinity) - 0.5) { return true }
      return knowledge.fixes(key) && !sums.fixes(key)
    }.sorted { $0.id < $1.id }
  }

  /// The smallest new cell that can be hidden, rather one that adds up with the open one.
  private func candidate(beside open: CellKey, _ hidden: Set<String>, _ known: Set<String>) -> String? {
    own.filter { !hidden.contains($0.cell.id) && !known.contains($0.cell.id) && !standing.contains($0.cell.id) }
      .min { rank($0, open) < rank($1, open) }?.cell.id
  }

  private func rank(
    _ item: (key: CellKey, cell: DisclosureCell), _ open: CellKey
  ) -> (Int, Double, String) {
    let key = item.key
    let meets = key.first <= open.last && key.last >= open.first
    let isBeside =
      (key.platform, key.language) == (open.platform, open.language)
      || (key.first, key.last) == (open.first, open.last)
        && (key.platform == open.platform || key.language == open.language)
    return (meets && isBeside ? 0 : meets ? 1 : 2, item.cell.size, item.cell.id)
  }
}
