import Records

/// Looks for values that readers get by subtracting shown cells of different periods, so that the months cancel out and the
/// authors do not: a quarter of four authors less the three months of three is the fourth author's.
///
/// Shown cells of one line (a measure on a platform in a language) are edges between the months that they begin and end
/// with. A new edge between months that are joined already closes a ring; what is left of each author, going around it, must
/// be a cell that may be shown. Rings are looked for among all reports together and within each report alone.
struct DifferenceCheck {
  /// A cell that readers have.
  struct Told {
    var key: CellKey
    var contributions: [String: Double]
    var commentersBy: [String: Int]
    var series: String
  }

  private let rules: DisclosureRules
  private var trees: [String: [Int: [(to: Int, sign: Double, told: Told)]]] = [:]

  /// - Parameter earlier: shown cells of one line, the newest first.
  init(_ earlier: [Told], _ rules: DisclosureRules) {
    self.rules = rules
    trees["/all"] = [:]
    for told in earlier { add(told) }
  }

  private static let everything = "/all"

  /// Takes a cell into the trees in which it joins months that were apart.
  mutating func add(_ told: Told) {
    for name in [Self.everything, told.series] where path(told.key, in: name) == nil {
      let (from, to) = Self.ends(told.key)
      trees[name, default: [:]][from, default: []].append((to, 1, told))
      trees[name, default: [:]][to, default: []].append((from, -1, told))
    }
  }

  private static func ends(_ key: CellKey) -> (Int, Int) { (key.first.index, key.last.index + 1) }

  /// Whether readers could tell a cell that may not be shown, if they were given this one too.
  func tells(_ cell: DisclosureCell, _ key: CellKey) -> Bool {
    trees.keys.contains { name in
      guard let path = path(key, in: name), !path.isEmpty else { return false }
      return isSensitive(cell, path)
    }
  }

  /// Shown cells, added and subtracted, that lead from the begin of a cell to its end.
  private func path(_ key: CellKey, in name: String) -> [(sign: Double, told: Told)]? {
    guard let tree = trees[name] else { return nil }
    let (from, to) = Self.ends(key)
    var ways: [Int: [(sign: Double, told: Told)]] = [from: []]
    var open = [from]
    while let node = open.popLast() {
      if node == to { return ways[node] }
      for edge in tree[node] ?? [] where ways[edge.to] == nil {
        ways[edge.to] = (ways[node] ?? []) + [(edge.sign, edge.told)]
        open.append(edge.to)
      }
    }
    return nil
  }

  private func isSensitive(_ cell: DisclosureCell, _ path: [(sign: Double, told: Told)]) -> Bool {
    var left = cell.contributions
    var gross = cell.contributions.mapValues(abs)
    var commenters = cell.commentersBy
    for (sign, told) in path {
      left.merge(told.contributions.mapValues { -sign * $0 }) { $0 + $1 }
      gross.merge(told.contributions.mapValues(abs)) { $0 + $1 }
      commenters.merge(told.commentersBy) { max($0, $1) }
    }
    let told = left.filter { author, rest in isTold(rest, gross[author] ?? 0, cell.kind) }
    guard !told.isEmpty else { return false }
    var rest = cell
    rest.contributions = told.mapValues(abs)
    rest.size = cell.kind == .themes ? 0 : rest.contributions.values.reduce(0, +)
    rest.commenters = told.keys.compactMap { commenters[$0] }.max() ?? 0
    return rest.isSensitive(rules)
  }

  /// Whether the rest of an author is more than late corrections and rounding make.
  private func isTold(_ rest: Double, _ gross: Double, _ kind: DisclosureKind) -> Bool {
    switch kind {
    case .comments, .commentShare: abs(rest) >= Double(rules.minimumCommenters) || abs(rest) > gross / 2
    case .publicNumber: abs(rest) > 0.5
    // Readers do not know the time that shares rest on.
    case .themes: abs(rest) > gross / 2
    }
  }
}
