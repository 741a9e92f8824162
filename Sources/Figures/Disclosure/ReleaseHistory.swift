/// What readers know from earlier tables and packages, so that no two of them together tell what neither shows.
///
/// All readers are taken for one: what one donor was shown, another may learn. Only values go on standing within a report, or
/// where two reports count the same authors.
/// A comment count that was shown stands until it changes by ten. A cell that was hidden stays hidden until it changes by
/// ten. A cell whose authors changed is shown anew only when those who came or left would make a cell that may be shown;
/// until then it stands as it was when authors came, and is hidden when authors left.
package struct ReleaseHistory: Sendable {
  /// The report that is being made.
  package let series: String
  /// Every cell that was handed out, the oldest first.
  let released: [ReleasedCell]
  private let states: [String: [ReleasedCell]]

  /// - Parameters:
  ///   - releases: cells of all earlier tables and packages, the oldest first.
  ///   - series: the report that is being made, as in `ReleasedCell`.
  package init(_ releases: [[ReleasedCell]] = [], series: String = "") {
    released = Array(releases.joined())
    states = Dictionary(grouping: released, by: \.id)
    self.series = series
  }

  /// What this report showed, the oldest first.
  package var shownBefore: [ReleasedCell] { released.filter { $0.isShown && $0.series == series } }

  /// The cell as the newest release of the same report, or about the same authors, had it.
  func last(_ cell: DisclosureCell) -> ReleasedCell? { comparable(cell).last }

  private func comparable(_ cell: DisclosureCell) -> [ReleasedCell] {
    (states[cell.id] ?? []).filter { $0.series == series || $0.authors == cell.authors }
  }

  /// The values that go on standing: the last ones shown, where the cell has changed by less than ten since, or where
  /// only authors joined that readers could tell by subtracting.
  package func standing(_ cell: DisclosureCell, _ rules: DisclosureRules) -> ReleasedCell? {
    guard cell.kind.isOfPeople, let last = comparable(cell).last(where: \.isShown),
      last.authors.isSubset(of: cell.authors)
    else {
      return nil
    }
    let isSame = last.authors == cell.authors && isNear(last.size, cell.size, rules)
    return isSame || tellsTooMuch(cell, rules) ? last : nil
  }

  /// Whether the cell must be hidden for what earlier summaries showed or hid.
  func forbids(_ cell: DisclosureCell, _ rules: DisclosureRules) -> Bool {
    guard standing(cell, rules) == nil else { return false }
    return tellsTooMuch(cell, rules) || staysHidden(cell, rules)
  }

  /// Whether readers know the cell already, closely enough that hiding it now protects nothing.
  func isKnown(_ cell: DisclosureCell, _ rules: DisclosureRules) -> Bool {
    standing(cell, rules) != nil
      || shown(cell.id).contains { $0.authors == cell.authors && isNear($0.size, cell.size, rules) }
  }

  private func tellsTooMuch(_ cell: DisclosureCell, _ rules: DisclosureRules) -> Bool {
    shown(cell.id).contains { tellsTooMuch(cell, beside: $0, rules) }
  }

  private func shown(_ id: String) -> [ReleasedCell] { (states[id] ?? []).filter(\.isShown) }

  private func isNear(_ a: Double, _ b: Double, _ rules: DisclosureRules) -> Bool {
    abs(a - b) < Double(rules.minimumCommenters)
  }

  private func staysHidden(_ cell: DisclosureCell, _ rules: DisclosureRules) -> Bool {
    guard cell.kind.isOfPeople, let last = last(cell), !last.isShown else { return false }
    return isNear(last.size, cell.size, rules)
  }

  /// The authors who are in one of the two and not in the other, as a cell of their own: readers get it by subtracting.
  private func tellsTooMuch(_ cell: DisclosureCell, beside old: ReleasedCell, _ rules: DisclosureRules) -> Bool {
    guard old.isComplete else { return true }
    let changed = cell.authors.symmetricDifference(old.authors)
    guard !changed.isEmpty else { return false }
    var difference = cell
    difference.contributions = changed.reduce(into: [:]) { parts, author in
      parts[author] = cell.contributions[author] ?? old.contributions[author]
    }
    difference.size = difference.contributions.values.reduce(0) { $0 + abs($1) }
    difference.commenters = changed.compactMap { cell.commentersBy[$0] ?? old.commentersBy[$0] }.max() ?? 0
    // Of talks only the time is known here, so that nothing says how many there are.
    if cell.kind == .themes { difference.size = 0 }
    return difference.isSensitive(rules)
  }
}

extension DisclosureKind {
  /// Counts of people's comments and what is worked out from them.
  var isOfPeople: Bool { self == .comments || self == .commentShare }
}

extension DisclosureCell {
  var authors: Set<String> { Set(contributions.filter { $0.value != 0 }.keys) }
}
