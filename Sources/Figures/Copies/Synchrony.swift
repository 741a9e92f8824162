package import Records

/// Whether near copies stand closer together in time than chance would put them.
///
/// Pairs of one group by different authors are counted within each window, by their real difference in time (fixed bins
/// part neighbours). The null deals the seconds of each page and day out anew among the comments compared there, so that
/// the rhythm of a page stays and only the link between words and time goes. Says how unusual it is, never why.
package struct Synchrony {
  /// Ten seconds, a minute, ten minutes, an hour, a day. MEASURES 2.8.
  package static let windows = [10, 60, 600, 3_600, 86_400]
  package static let runs = 1_000
  /// Fewer near copies with a known second say nothing of time.
  package static let fewestTimed = 10
  /// Deals times copies; beyond it fewer deals are made, at least 99.
  private static let mostWork = 20_000_000

  private struct Copy {
    var group: Int
    var author: Int64
    var second: Int64
    var stratum: Int
  }

  private struct PageDay: Hashable {
    var account: Int64
    var day: Int64
  }

  private var copies: [Copy] = []
  /// Seconds at which anything was written, page and day by page and day.
  private var seconds: [[Int64]] = []

  /// - Parameters:
  ///   - comments: all that were compared; those with a known second make the null.
  ///   - groups: as `NearCopies` found them.
  package init(_ comments: [ComparedComment], groups: [[Int]]) {
    var strata: [PageDay: Int] = [:]
    for comment in comments {
      guard let second = comment.second else { continue }
      let stratum = strata[PageDay(account: comment.account, day: second / 86_400), default: strata.count]
      strata[PageDay(account: comment.account, day: second / 86_400)] = stratum
      if stratum == seconds.count { seconds.append([]) }
      seconds[stratum].append(second)
    }
    for (number, group) in groups.enumerated() {
      for comment in group.lazy.map({ comments[$0] }) {
        guard let second = comment.second,
          let stratum = strata[PageDay(account: comment.account, day: second / 86_400)]
        else { continue }
        copies.append(Copy(group: number, author: comment.author, second: second, stratum: stratum))
      }
    }
    copies.sort { ($0.stratum, $0.group, $0.second, $0.author) < ($1.stratum, $1.group, $1.second, $1.author) }
    seconds = seconds.map { $0.sorted() }
  }

  /// Near copies with a known second.
  package var timed: Int { copies.count }

  /// Pairs in each window with what chance makes of it; empty with fewer than `fewestTimed`.
  package func judged(runs: Int = Self.runs, seed: UInt64 = 1) -> [SynchronyWindow] {
    guard copies.count >= Self.fewestTimed else { return [] }
    let runs = max(min(runs, 99), min(runs, Self.mostWork / copies.count))
    var chance = SeededChance(seed: seed)
    let real = Self.pairs(copies)
    var sums = Array(repeating: 0, count: Self.windows.count)
    var asMany = sums
    var pools = seconds
    for _ in 0..<runs {
      let null = Self.pairs(dealt(&pools, &chance))
      for window in null.indices {
        sums[window] += null[window]
        if null[window] >= real[window] { asMany[window] += 1 }
      }
    }
    return Self.windows.indices.map { window in
      SynchronyWindow(
        seconds: Self.windows[window], pairs: real[window], expected: Double(sums[window]) / Double(runs),
        p: Double(asMany[window] + 1) / Double(runs + 1))
    }
  }

  /// The copies with seconds drawn from their page and day, none twice (Fisher and Yates, as far as needed).
  private func dealt(_ pools: inout [[Int64]], _ chance: inout SeededChance) -> [Copy] {
    var dealt = copies
    var place = 0
    var stratum = -1
    for index in dealt.indices {
      place = dealt[index].stratum == stratum ? place + 1 : 0
      stratum = dealt[index].stratum
      pools[stratum].swapAt(place, place + chance.below(pools[stratum].count - place))
      dealt[index].second = pools[stratum][place]
    }
    return dealt
  }

  /// Pairs of one group within each window, less those that one author makes with himself.
  private static func pairs(_ copies: [Copy]) -> [Int] {
    let all = near(copies.sorted { ($0.group, $0.second) < ($1.group, $1.second) }) { $0.group == $1.group }
    let own = near(copies.sorted { ($0.group, $0.author, $0.second) < ($1.group, $1.author, $1.second) }) {
      $0.group == $1.group && $0.author == $1.author
    }
    return zip(all, own).map { $0 - $1 }
  }

  /// Pairs within each window among sorted copies that belong together.
  private static func near(_ sorted: [Copy], _ belong: (Copy, Copy) -> Bool) -> [Int] {
    windows.map { window in
      var first = 0
      var pairs = 0
      for index in sorted.indices {
        while first < index,
          !belong(sorted[first], sorted[index]) || sorted[index].second - sorted[first].second > Int64(window)
        { first += 1 }
        pairs += index - first
      }
      return pairs
    }
  }
}
