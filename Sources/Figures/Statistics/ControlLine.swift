/// What makes a point of a control chart a signal, not the usual up and down.
package enum ControlRule: String, Sendable, Hashable, CaseIterable {
  /// Outside the limits.
  case outside
  /// The last of eight or more in a row on one side of the centre.
  case run
  /// The last of six or more in a row, each higher (or each lower) than the one before.
  case trend
}

/// A control chart: what may be expected month by month, and the points that break it.
///
/// Rules as in MEASURES 2.9: one point outside, 8 on one side, 6 rising or falling, from 12 points on.
package struct ControlLine: Sendable, Hashable {
  package struct Point: Sendable, Hashable {
    /// Nil where the month is not known; a gap ends every run.
    package var value: Double?
    package var limits: Limits
    package var rules: [ControlRule]
  }

  package var points: [Point]
  package var centre: Double

  /// Fewer known points than this give no chart: limits of a handful mean nothing.
  package static let fewestPoints = 12

  /// Rules that the last point breaks.
  package var now: [ControlRule] { points.last?.rules ?? [] }

  /// XmR chart of single numbers (Shewhart; Wheeler): mean ± 2.66 x the mean moving range.
  ///
  /// Ranges are taken between neighbours that are both known. Nil with fewer than 12 known numbers.
  /// - Parameter floor: Limits are cut there: 0 for counts.
  package static func individuals(_ values: [Double?], floor: Double? = nil) -> ControlLine? {
    let known = values.compactMap { $0 }
    let ranges = zip(values, values.dropFirst()).compactMap { one, two -> Double? in
      guard let one, let two else { return nil }
      return abs(two - one)
    }
    guard known.count >= fewestPoints, !ranges.isEmpty else { return nil }
    let mean = known.reduce(0, +) / Double(known.count)
    let reach = 2.66 * ranges.reduce(0, +) / Double(ranges.count)
    let lower = floor.map { max($0, mean - reach) } ?? (mean - reach)
    return judged(values, centre: mean, limits: values.map { _ in Limits(lower: lower, upper: mean + reach) })
  }

  /// A share of cases; `cases` may be an effective number where cases are clustered.
  package struct Share: Sendable, Hashable {
    package var value: Double
    package var cases: Double

    package init(value: Double, cases: Double) {
      self.value = value
      self.cases = cases
    }
  }

  /// p-chart of shares with changing n: centre p = sum of hits / sum of cases, limits p ± 3 √(p (1 − p) / n).
  ///
  /// Nil with fewer than 12 known shares.
  package static func shares(_ shares: [Share?]) -> ControlLine? {
    let known = shares.compactMap { $0 }.filter { $0.cases > 0 }
    let cases = known.reduce(0) { $0 + $1.cases }
    guard known.count >= fewestPoints, cases > 0 else { return nil }
    let centre = known.reduce(0) { $0 + $1.value * $1.cases } / cases
    let limits = shares.map { share -> Limits in
      guard let share, share.cases > 0 else { return Limits(lower: centre, upper: centre) }
      let reach = 3 * (centre * (1 - centre) / share.cases).squareRoot()
      return Limits(lower: max(0, centre - reach), upper: min(1, centre + reach))
    }
    return judged(shares.map { $0.flatMap { $0.cases > 0 ? $0.value : nil } }, centre: centre, limits: limits)
  }

  private static func judged(_ values: [Double?], centre: Double, limits: [Limits]) -> ControlLine {
    let sides = runs(values) { _, value in value > centre ? 1 : (value < centre ? -1 : 0) }
    let steps = runs(values) { before, value in
      guard let before else { return 0 }
      return value > before ? 1 : (value < before ? -1 : 0)
    }
    let points = values.indices.map { index -> Point in
      let value = values[index]
      var rules: [ControlRule] = []
      if let value, value > limits[index].upper || value < limits[index].lower { rules.append(.outside) }
      if sides[index] >= 8 { rules.append(.run) }
      // Five steps join six points.
      if steps[index] >= 5 { rules.append(.trend) }
      return Point(value: value, limits: limits[index], rules: rules)
    }
    return ControlLine(points: points, centre: centre)
  }

  /// How long the run of one direction is that ends at each value; 0 where it is broken.
  private static func runs(_ values: [Double?], _ direction: (Double?, Double) -> Int) -> [Int] {
    var before: Double?
    var last = 0
    var length = 0
    return values.map { value in
      guard let value else {
        (before, last, length) = (nil, 0, 0)
        return 0
      }
      let now = direction(before, value)
      length = now == 0 ? 0 : (now == last ? length + 1 : 1)
      (before, last) = (value, now)
      return length
    }
  }
}
