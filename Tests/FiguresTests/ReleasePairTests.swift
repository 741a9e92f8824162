import Records
import Testing

@testable import Figures

/// A made-up programme hands out a summary, something changes, it hands out the next. A reader with both, who knows that
/// totals are the sums of their parts, tries to narrow hidden cells down.
@Suite("No pair of summaries gives a hidden cell away")
struct ReleasePairTests {
  private static let parts = ["ky", "ru", "uz", "other"]
  private let rules = DisclosureRules()

  /// Comments by language and author; languages add up to the total.
  private typealias World = [String: [String: Double]]

  private struct Release {
    var shown: [String: Double]
    var hidden: Set<String>
    var cells: [ReleasedCell]
    var sensitive: Set<String>
  }

  private func cells(_ world: World) -> [DisclosureCell] {
    var all: [String: Double] = [:]
    for own in world.values { all.merge(own) { $0 + $1 } }
    return (world.map { ($0.key, $0.value) } + [("all", all)]).sorted { $0.0 < $1.0 }.map { id, parts in
      let size = parts.values.reduce(0, +)
      return DisclosureCell(
        id: id, kind: .comments, size: size, contributions: parts.filter { $0.value > 0 }, commenters: Int(size),
        commentersBy: parts.mapValues { Int($0) })
    }
  }

  private func release(_ world: World, _ history: ReleaseHistory) -> Release {
    let cells = cells(world)
    let sum = DisclosureTable.Sum(total: "all", parts: Self.parts)
    let decision = DisclosureTable(cells: cells, sums: [sum], rules: rules, history: history).decide()
    let hidden = decision.hidden
    var shown: [String: Double] = [:]
    let released = cells.map { cell in
      let basis = decision.standing[cell.id]
      if !hidden.contains(cell.id) { shown[cell.id] = basis?.value ?? rules.rounded(cell.size) }
      return ReleasedCell(
        id: cell.id, isShown: !hidden.contains(cell.id), size: basis?.size ?? cell.size,
        contributions: basis?.contributions ?? cell.contributions, commentersBy: cell.commentersBy,
        value: shown[cell.id])
    }
    return Release(
      shown: shown, hidden: hidden, cells: released,
      sensitive: Set(cells.filter { $0.isSensitive(rules) }.map(\.id)))
  }

  /// Widths of the ranges in which hidden cells can lie, by a reader who takes both months to be the same numbers: the
  /// strongest assumption, true where nothing changed.
  private func widths(_ first: Release, _ second: Release) -> [String: Double] {
    let half = rules.rounding / 2
    var ranges: [String: ClosedRange<Double>] = [:]
    for id in Self.parts + ["all"] {
      let known = [first.shown[id], second.shown[id]].compactMap { $0 }
      guard let low = known.min(), let high = known.max() else {
        ranges[id] = 0...10_000
        continue
      }
      ranges[id] = max(0, low - half)...(high + half)
    }
    for _ in 0..<20 { narrow(&ranges) }
    return ranges.mapValues { $0.upperBound - $0.lowerBound }
  }

  /// One round of interval propagation over `all = sum of parts`.
  private func narrow(_ ranges: inout [String: ClosedRange<Double>]) {
    guard let all = ranges["all"] else { return }
    let lows = Self.parts.compactMap { ranges[$0]?.lowerBound }.reduce(0, +)
    let highs = Self.parts.compactMap { ranges[$0]?.upperBound }.reduce(0, +)
    for part in Self.parts {
      guard let own = ranges[part] else { continue }
      let low = max(own.lowerBound, all.lowerBound - (highs - own.upperBound))
      let high = min(own.upperBound, all.upperBound - (lows - own.lowerBound))
      ranges[part] = min(low, high)...max(low, high)
    }
    let low = max(all.lowerBound, lows)
    let high = min(all.upperBound, highs)
    ranges["all"] = min(low, high)...max(low, high)
  }

  private struct Dice {
    var state: UInt64
    mutating func roll(_ bound: UInt64) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % bound)
    }
  }

  private func world(_ dice: inout Dice) -> World {
    var world: World = [:]
    for part in Self.parts {
      let scale = dice.roll(4)
      world[part] = Dictionary(uniqueKeysWithValues: (1...5).map { ("K\($0)", (scale * dice.roll(12)).rounded()) })
    }
    return world
  }

  /// Nothing changed, an author withdrew, one joined, or late comments came in.
  private func changed(_ world: World, _ dice: inout Dice) -> World {
    let author = "K\(Int(dice.roll(5)) + 1)"
    let kind = dice.roll(4)
    let late = dice.roll(12)
    return world.mapValues { parts in
      var parts = parts
      switch kind {
      case 0: break
      case 1: parts[author] = nil
      case 2: parts["K6"] = late * 3
      default: parts[author, default: 0] += late
      }
      return parts
    }
  }

  @Test("Hidden small cells keep a range of ten", arguments: 1...400)
  func pairs(seed: UInt64) {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let before = world(&dice)
    let first = release(before, ReleaseHistory())
    let second = release(changed(before, &dice), ReleaseHistory([first.cells]))
    let widths = widths(first, second)
    for id in first.sensitive.union(second.sensitive) where first.shown[id] == nil && second.shown[id] == nil {
      #expect((widths[id] ?? 0) >= Double(rules.minimumCommenters), "\(id) in \(first.shown) and \(second.shown)")
    }
  }

  /// What an author has in a cell: the difference of two shown values, unless the later one stood or the cell went.
  @Test("No two shown values differ by fewer than three authors", arguments: 1...400)
  func differences(seed: UInt64) {
    var dice = Dice(state: seed &* 0xD1B5_4A32_D192_ED03)
    let before = world(&dice)
    let first = release(before, ReleaseHistory())
    let second = release(changed(before, &dice), ReleaseHistory([first.cells]))
    for (old, new) in zip(first.cells, second.cells) where old.isShown && new.isShown {
      let changed = new.authors.symmetricDifference(old.authors)
      #expect(changed.isEmpty || changed.count >= 3, "\(old.id): \(changed)")
      #expect(old.size == new.size || abs(old.size - new.size) >= 10)
    }
  }

  @Test("Without the history the same pairs give cells away")
  func theTestCanFail() {
    var found = 0
    for seed in UInt64(1)...400 {
      var dice = Dice(state: seed &* 0xD1B5_4A32_D192_ED03)
      let before = world(&dice)
      let first = release(before, ReleaseHistory())
      let second = release(changed(before, &dice), ReleaseHistory())
      for (old, new) in zip(first.cells, second.cells) where old.isShown && new.isShown {
        found += (1...2).contains(new.authors.symmetricDifference(old.authors).count) ? 1 : 0
      }
    }
    #expect(found > 50)
  }
}
