import Records

/// Holds the cells that a release would show against all that was released before, whatever its periods and readers.
struct ReleaseAudit {
  private let current: [(key: CellKey, cell: DisclosureCell)]
  private let history: ReleaseHistory
  private let rules: DisclosureRules

  init(cells: [DisclosureCell], history: ReleaseHistory, rules: DisclosureRules) {
    current = cells.compactMap { cell in CellKey(cell.id).map { ($0, cell) } }.sorted { $0.cell.id < $1.cell.id }
    self.history = history
    self.rules = rules
  }

  /// Cells to hide beside those that a decision hides.
  ///
  /// - Parameters:
  ///   - sensitive: cells that may not be shown on their own account.
  ///   - known: cells that readers know already, so that hiding them protects nothing.
  func toHide(_ decision: DisclosureTable.Decision, sensitive: Set<String>, known: Set<String>) -> [String] {
    let byMeasure = Dictionary(grouping: current) { $0.key.measure }
    return byMeasure.keys.sorted().flatMap { measure -> [String] in
      let own = byMeasure[measure] ?? []
      let earlier = overlapping(own.map(\.key), measure)
      let told = differences(own, earlier, decision)
      var hidden = decision.hidden.union(told)
      let bounds = MeasureBounds(own, comparable(earlier, own), decision, rules)
      let more = bounds.toHide(&hidden, sensitive: sensitive.union(told), known: known)
      return told.sorted() + more
    }
  }

  // MARK: What was released

  /// Cells of a measure whose months meet those of the new ones, directly or by others.
  private func overlapping(_ keys: [CellKey], _ measure: String) -> [(key: CellKey, cell: ReleasedCell)] {
    let all = history.released.compactMap { cell in CellKey(cell.id).map { ($0, cell) } }
      .filter { $0.0.measure == measure }
    guard var first = keys.map(\.first).min(), var last = keys.map(\.last).max() else { return [] }
    while true {
      let met = all.filter { $0.0.first <= last && $0.0.last >= first }
      let (low, high) = (met.map(\.0.first).min() ?? first, met.map(\.0.last).max() ?? last)
      if low >= first, high <= last { return met.map { (key: $0.0, cell: $0.1) } }
      (first, last) = (min(first, low), max(last, high))
    }
  }

  /// Those of the same report, or of one that may be about the same authors: their numbers add up with the new ones. Who
  /// had nothing in a period is missing among its authors, so that it is enough when all of one are among the other's.
  private func comparable(
    _ earlier: [(key: CellKey, cell: ReleasedCell)], _ own: [(key: CellKey, cell: DisclosureCell)]
  ) -> [(key: CellKey, cell: ReleasedCell)] {
    let authors = own.reduce(into: Set<String>()) { $0.formUnion($1.cell.authors) }
    let reports = Dictionary(grouping: earlier) { $0.cell.series }.filter { series, cells in
      let others = cells.reduce(into: Set<String>()) { $0.formUnion($1.cell.authors) }
      return series == history.series || others.isSubset(of: authors) || authors.isSubset(of: others)
    }
    return earlier.filter { reports[$0.cell.series] != nil }
  }

  // MARK: Differences

  private struct Line: Hashable {
    var platform: String
    var language: String

    init(_ key: CellKey) { (platform, language) = (key.platform, key.language) }
  }

  /// New cells that would tell of single authors by subtraction, the smaller ones of each line.
  private func differences(
    _ own: [(key: CellKey, cell: DisclosureCell)], _ earlier: [(key: CellKey, cell: ReleasedCell)],
    _ decision: DisclosureTable.Decision
  ) -> Set<String> {
    let before = Dictionary(grouping: earlier.filter(\.cell.isShown)) { Line($0.key) }
    var hidden: Set<String> = []
    for (line, cells) in Dictionary(grouping: own, by: { Line($0.key) }) {
      guard let told = before[line] else { continue }
      var check = DifferenceCheck(
        told.reversed().map {
          .init(
            key: $0.key, contributions: $0.cell.contributions, commentersBy: $0.cell.commentersBy,
            series: $0.cell.series)
        }, rules)
      let new = cells.filter { !decision.hidden.contains($0.cell.id) && decision.standing[$0.cell.id] == nil }
      for (key, cell) in new.sorted(by: { ($1.cell.size, $0.cell.id) < ($0.cell.size, $1.cell.id) }) {
        if check.tells(cell, key) {
          hidden.insert(cell.id)
        } else {
          check.add(
            .init(key: key, contributions: cell.contributions, commentersBy: cell.commentersBy, series: history.series))
        }
      }
    }
    return hidden
  }
}
