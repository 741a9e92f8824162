import Records
import Testing

@testable import Figures

/// A made-up programme hands out packages of months, quarters and half years to two readers, in chance order. A reader who has
/// them all tries to work out hidden cells: by Gauss's elimination, which finds every value that any sum and difference of
/// shown cells fixes, and knows nothing of how the packages were thinned.
@Suite("No package of one period gives away a hidden cell of another")
struct ReleasePeriodTests {
  private static let platforms = ["instagram", "youtube"]
  private static let languages = ["ky", "other", "ru"]
  private static let months = (0..<6).map { Month(year: 2026, month: 5) + $0 }
  private let rules = DisclosureRules()

  /// Comments by month, platform, language and author.
  struct Atom: Hashable {
    var month: Month
    var platform: String
    var language: String
  }
  typealias World = [Atom: [String: Double]]

  struct Release {
    var shown: [CellKey: Double] = [:]
    var cells: [ReleasedCell] = []
    var small: Set<CellKey> = []
  }

  struct Dice {
    var state: UInt64
    mutating func roll(_ bound: UInt64) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % bound)
    }
  }

  private func world(_ dice: inout Dice) -> World {
    var world: World = [:]
    for month in Self.months {
      for platform in Self.platforms {
        for language in Self.languages {
          let scale = [0.0, 1, 4, 12][Int(dice.roll(4))]
          let parts = (1...5).map { ("K\($0)", (scale * dice.roll(9) / 2).rounded()) }
          world[Atom(month: month, platform: platform, language: language)] = Dictionary(uniqueKeysWithValues: parts)
        }
      }
    }
    return world
  }

  private func cell(_ key: CellKey, _ world: World, _ authors: Set<String>) -> DisclosureCell {
    var parts: [String: Double] = [:]
    for (atom, own) in world where Self.holds(key, atom) {
      parts.merge(own.filter { authors.contains($0.key) && $0.value > 0 }) { $0 + $1 }
    }
    let size = parts.values.reduce(0, +)
    return DisclosureCell(
      id: key.id, kind: .comments, size: size, contributions: parts, commenters: Int(size),
      commentersBy: parts.mapValues { Int($0) })
  }

  private static func holds(_ key: CellKey, _ atom: Atom) -> Bool {
    key.first <= atom.month && atom.month <= key.last && (key.platform == "all" || key.platform == atom.platform)
      && (key.language == "all" || key.language == atom.language)
  }

  private func key(_ first: Month, _ last: Month, _ platform: String, _ language: String) -> CellKey {
    CellKey(measure: "comments", platform: platform, first: first, last: last, language: language)
  }

  /// A package over a span: as a whole, by platform, by language, and by month.
  private func package(
    _ first: Month, _ last: Month, _ world: World, _ authors: Set<String>, _ history: ReleaseHistory,
    thinned: Bool = true
  ) -> Release {
    let whole = key(first, last, "all", "all")
    let byPlatform = Self.platforms.map { key(first, last, $0, "all") }
    let byLanguage = Self.languages.map { key(first, last, "all", $0) }
    let byMonth = first == last ? [] : (0...(last - first)).map { key(first + $0, first + $0, "all", "all") }
    let keys = [whole] + byPlatform + byLanguage + byMonth
    let cells = keys.map { cell($0, world, authors) }
    let sums = [byPlatform, byLanguage, byMonth].filter { !$0.isEmpty }.map {
      DisclosureTable.Sum(total: whole.id, parts: $0.map(\.id))
    }
    let sensitive = cells.filter { $0.isSensitive(rules) }.map(\.id)
    let decision =
      thinned
      ? DisclosureTable(cells: cells, sums: sums, rules: rules, history: history).decide()
      : DisclosureTable.Decision(hidden: Set(sensitive))
    var release = Release()
    for (key, cell) in zip(keys, cells) {
      let basis = decision.standing[cell.id]
      let isShown = !decision.hidden.contains(cell.id)
      if isShown { release.shown[key] = basis?.size ?? cell.size }
      if cell.isSensitive(rules) { release.small.insert(key) }
      release.cells.append(
        ReleasedCell(
          id: cell.id, series: history.series, isShown: isShown, size: basis?.size ?? cell.size,
          contributions: basis?.contributions ?? cell.contributions, commentersBy: cell.commentersBy,
          value: isShown ? rules.rounded(cell.size) : nil))
    }
    return release
  }

  /// Spans of a first and a second reader, who cuts quarters another way.
  private static let spans: [(from: Int, to: Int, series: String)] =
    (0..<6).map { ($0, $0, "A1") } + [
      (0, 2, "A1"), (3, 5, "A1"), (0, 5, "A1"), (1, 3, "B2"), (2, 2, "B2"), (0, 5, "B2"),
    ]

  private func releases(_ seed: UInt64, count: Int, thinned: Bool = true) -> [Release] {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let world = world(&dice)
    var left = Self.spans
    var made: [Release] = []
    for _ in 0..<count {
      let span = left.remove(at: Int(dice.roll(UInt64(left.count))))
      let history = ReleaseHistory(made.map(\.cells), series: span.series)
      made.append(
        package(
          Self.months[span.from], Self.months[span.to], world, ["K1", "K2", "K3", "K4", "K5"], history, thinned: thinned
        ))
    }
    return made
  }

  /// Small cells that were never shown and whose value the shown ones fix.
  private func solved(_ releases: [Release]) -> Set<CellKey> {
    fixed(releases.reduce(into: []) { $0.formUnion($1.small) }, by: releases)
  }

  /// Small cells that the releases before the first one that names them fix already: no later one can take that back.
  private func lost(_ releases: [Release]) -> Set<CellKey> {
    releases.indices.reduce(into: []) { lost, index in
      let before = Array(releases[..<index])
      lost.formUnion(fixed(releases[index].small.subtracting(before.flatMap(\.small)), by: before))
    }
  }

  private func fixed(_ cells: Set<CellKey>, by releases: [Release]) -> Set<CellKey> {
    let atoms = Self.months.flatMap { month in
      Self.platforms.flatMap { platform in
        Self.languages.map { Atom(month: month, platform: platform, language: $0) }
      }
    }
    func vector(_ key: CellKey) -> [Double] { atoms.map { Self.holds(key, $0) ? 1 : 0 } }
    let shown = Set(releases.flatMap { $0.shown.keys })
    var basis: [(pivot: Int, row: [Double])] = []
    func reduced(_ row: [Double]) -> [Double] {
      basis.reduce(row) { row, base in
        let factor = row[base.pivot]
        return factor == 0 ? row : zip(row, base.row).map { $0 - factor * $1 }
      }
    }
    for key in shown.sorted(by: { $0.id < $1.id }) {
      let rest = reduced(vector(key))
      guard let pivot = rest.firstIndex(where: { abs($0) > 1e-9 }) else { continue }
      let row = rest.map { $0 / rest[pivot] }
      basis = basis.map { base in
        let factor = base.row[pivot]
        return (base.pivot, factor == 0 ? base.row : zip(base.row, row).map { $0 - factor * $1 })
      }
      basis.append((pivot, row))
    }
    return cells.subtracting(shown).filter { reduced(vector($0)).allSatisfy { abs($0) < 1e-9 } }
  }

  @Test("Pairs of packages", arguments: 1...150)
  func pairs(seed: UInt64) { #expect(solved(releases(seed, count: 2)).isEmpty) }

  @Test("All packages together, but for what was told before anybody named the cell", arguments: 1...40)
  func all(seed: UInt64) {
    let releases = releases(seed, count: Self.spans.count)
    #expect(solved(releases).subtracting(lost(releases)).isEmpty)
  }

  @Test("Without complementary suppression the same packages give cells away")
  func theTestCanFail() {
    let pairs = (UInt64(1)...150).count { !solved(releases($0, count: 2, thinned: false)).isEmpty }
    let all = (UInt64(1)...40).count { !solved(releases($0, count: Self.spans.count, thinned: false)).isEmpty }
    #expect(pairs > 20 && all > 30, "\(pairs) \(all)")
  }

  @Test("Packages still show something")
  func useful() {
    let shown = (UInt64(1)...40).flatMap { releases($0, count: Self.spans.count) }.map { $0.shown.count }
    #expect(shown.filter { $0 > 0 }.count * 2 > shown.count, "\(shown)")
  }

  // MARK: Authors

  private func even(_ size: Double) -> World {
    var world: World = [:]
    for month in Self.months {
      for platform in Self.platforms {
        for language in Self.languages {
          world[Atom(month: month, platform: platform, language: language)] =
            Dictionary(uniqueKeysWithValues: (1...5).map { ("K\($0)", size) })
        }
      }
    }
    return world
  }

  @Test("A reader of four authors' months and one of five authors' quarter together learn nothing of the fifth")
  func readersTogether() {
    let world = even(20)
    var history: [[ReleasedCell]] = []
    for month in 0...2 {
      history.append(
        package(
          Self.months[month], Self.months[month], world, ["K1", "K2", "K3", "K4"],
          ReleaseHistory(history, series: "A1")
        ).cells)
    }
    let five: Set<String> = ["K1", "K2", "K3", "K4", "K5"]
    let quarter = key(Self.months[0], Self.months[2], "all", "all")
    let other = package(Self.months[0], Self.months[2], world, five, ReleaseHistory(history, series: "B2"))
    #expect(other.shown[quarter] == nil)
    // Alone, and beside months of the same authors, the quarter may be shown.
    #expect(package(Self.months[0], Self.months[2], world, five, ReleaseHistory(series: "B2")).shown[quarter] != nil)
    let same = package(
      Self.months[0], Self.months[2], world, ["K1", "K2", "K3", "K4"], ReleaseHistory(history, series: "B2"))
    #expect(same.shown[quarter] != nil)
  }

  @Test("A value of other authors never stands in a package")
  func noForeignValue() {
    let world = even(20)
    let first = package(
      Self.months[0], Self.months[0], world, ["K1", "K2", "K3"], ReleaseHistory(series: "A1"))
    let whole = key(Self.months[0], Self.months[0], "all", "all")
    let second = package(
      Self.months[0], Self.months[0], world, ["K1", "K2", "K3", "K4"], ReleaseHistory([first.cells], series: "B2"))
    #expect(first.shown[whole] == 360 && second.shown[whole] == nil)
  }
}
