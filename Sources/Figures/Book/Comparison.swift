package import Records

/// What may be said about a change. Words such as "increased" hang on it alone.
package enum ChangeVerdict: Sendable, Hashable {
  case increased, decreased
  /// The difference is under 2 %.
  case unchanged
  /// The ranges overlap, or the difference may be chance.
  case unclear
  /// A platform began to count differently in between, on this day.
  case seam(Day)
  /// One of the months, or a channel known in both, is missing.
  case noBasis
}

/// Two months set against each other on the same footing.
package struct Comparison: Sendable, Hashable {
  package var verdict: ChangeVerdict
  /// Totals of the channels that are known in both months; nil for ranges.
  package var before: Double?
  package var now: Double?
  /// Channels compared, of all with a number in either month.
  package var matched: Int
  package var of: Int
  /// 95 % interval of the difference of shares (0...1), where it is one.
  package var difference: Limits?

  /// Relative change (0.12 = 12 % more), where the base is large enough and no seam lies between.
  package var relative: Double? {
    guard let before, let now, before >= 50 else { return nil }
    if case .seam = verdict { return nil }
    return (now - before) / before
  }
}

/// Where a month stands among the months before it.
package struct UsualBand: Sendable, Hashable {
  package var limits: Limits
  /// Months the band rests on.
  package var months: Int

  package enum Place: Sendable, Hashable { case above, within, below }

  package func place(of value: Double) -> Place {
    if value > limits.upper { return .above }
    return value < limits.lower ? .below : .within
  }
}

extension FigureBook {
  /// A metric against another month, on the channels that are known in both.
  package func compare(
    _ metric: Metric, _ selection: ChannelSelection = .all, in month: Month, with earlier: Month
  ) -> Comparison {
    let channels = expected(metric, selection, month)
    let known = channels.compactMap { channel -> (before: Double, now: Double)? in
      guard let now = self.metric(metric, channel.id, month)?.value,
        let before = self.metric(metric, channel.id, earlier)?.value
      else { return nil }
      return (before, now)
    }
    var comparison = Comparison(
      verdict: .noBasis, before: nil, now: nil, matched: known.count, of: channels.count)
    guard !known.isEmpty else { return comparison }
    let before = known.reduce(0) { $0 + $1.before }
    let now = known.reduce(0) { $0 + $1.now }
    comparison.before = before
    comparison.now = now
    let seams = Set(channels.map(\.platform))
      .flatMap { MetricRegister.breaks(of: metric, on: $0, from: earlier, through: month) }
    comparison.verdict = seams.map(\.day).max().map { .seam($0) } ?? Self.verdict(before, now)
    return comparison
  }

  private static func verdict(_ before: Double, _ now: Double) -> ChangeVerdict {
    if abs(now - before) < 0.02 * max(abs(before), abs(now)) || now == before { return .unchanged }
    return now > before ? .increased : .decreased
  }

  /// People reached against another month. Only ranges that do not touch tell a change.
  package func compareReach(
    _ selection: ChannelSelection = .all, in month: Month, with earlier: Month
  ) -> Comparison {
    let now = reach(selection, in: month)
    let before = reach(selection, in: earlier)
    var comparison = Comparison(verdict: .noBasis, matched: min(now.known, before.known), of: now.of)
    guard let nowLower = now.atLeast, let beforeLower = before.atLeast else { return comparison }
    comparison.verdict = .unclear
    if let beforeUpper = before.atMost, nowLower > beforeUpper { comparison.verdict = .increased }
    if let nowUpper = now.atMost, nowUpper < beforeLower { comparison.verdict = .decreased }
    return comparison
  }

  /// The constructive share against another month, by Newcombe's interval of the difference.
  package func compareConstructive(
    _ selection: ChannelSelection = .all, in month: Month, with earlier: Month
  ) -> Comparison {
    let now = responses(selection, in: month)
    let before = responses(selection, in: earlier)
    var comparison = Comparison(verdict: .noBasis, matched: now.opinions, of: now.total)
    guard let p = now.constructive.value, let q = before.constructive.value,
      let difference = Newcombe.difference(
        Newcombe.Sample(share: p, n: now.effectiveCases), Newcombe.Sample(share: q, n: before.effectiveCases))
    else { return comparison }
    comparison.difference = difference
    comparison.verdict =
      difference.lower > 0 ? .increased : (difference.upper < 0 ? .decreased : .unclear)
    return comparison
  }

  /// The middle half of a metric's earlier months. Nil with fewer than five of them, or across a seam.
  package func usualBand(
    _ metric: Metric, _ selection: ChannelSelection = .all, before month: Month
  ) -> UsualBand? {
    let earlier = series(metric, selection, through: month + -1)
    let platforms = Set(channels(selection).map(\.platform))
    let sameCount = earlier.filter { figure in
      platforms.allSatisfy {
        MetricRegister.breaks(of: metric, on: $0, from: figure.period.from.month, through: month).isEmpty
      }
    }
    let values = sameCount.compactMap(\.value)
    guard values.count >= 5, let lower = Quantile.of(values, 0.25), let upper = Quantile.of(values, 0.75)
    else { return nil }
    return UsualBand(limits: Limits(lower: lower, upper: upper), months: values.count)
  }
}
