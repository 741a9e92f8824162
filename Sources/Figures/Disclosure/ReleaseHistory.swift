/// What readers know from earlier summaries, so that no two of them together tell what neither shows.
///
/// A comment count that was shown stands until it changes by ten. A cell that was hidden stays hidden until it changes by
/// ten. A cell whose authors changed is shown anew only when those who came or left would make a cell that may be shown;
/// until then it stands as it was when authors came, and is hidden when authors left.
package struct ReleaseHistory: Sendable {
  private let states: [String: [ReleasedCell]]

  /// - Parameter releases: cells of all earlier summaries, the oldest first.
  package init(_ releases: [[ReleasedCell]] = []) {
    states = Dictionary(grouping: releases.joined(), by: \.id)
  }

  /// The cell as the newest summary that had it.
  func last(_ id: String) -> ReleasedCell? { states[id]?.last }

  /// The values that go on standing: the last ones shown, where the cell has changed by less than ten since, or where
  /// only authors joined that readers could tell by subtracting.
  package func standing(_ cell: DisclosureCell, _ rules: DisclosureRules) -> ReleasedCell? {
    guard cell.kind.isOfPeople, let last = shown(cell.id).last, last.authors.isSubset(of: cell.authors) else {
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
    guard cell.kind.isOfPeople, let last = states[cell.id]?.last, !last.isShown else { return false }
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
