/// Maps numbers to places along a line.
package struct LinearScale: Sendable, Hashable {
  package var domain: ClosedRange<Double>
  /// Place of the domain's start and of its end; may run backwards.
  package var from: Double
  package var to: Double

  package init(domain: ClosedRange<Double>, from: Double, to: Double) {
    self.domain = domain
    self.from = from
    self.to = to
  }

  package func callAsFunction(_ value: Double) -> Double {
    let length = domain.upperBound - domain.lowerBound
    guard length > 0 else { return from }
    return from + (value - domain.lowerBound) / length * (to - from)
  }
}

/// Round numbers along a scale.
package struct NiceTicks: Sendable, Hashable {
  package let values: [Double]
  /// The last tick, at or above the largest number.
  package let top: Double
  /// The first tick, 0 or below the smallest number.
  package let bottom: Double

  /// Ticks that hold `smallest...largest` and 0, in steps of 1, 2, 2.5 or 5 times a power of ten.
  ///
  /// - Parameter wholeOnly: Steps of at least 1, for things that are counted.
  package init(from smallest: Double = 0, through largest: Double, about count: Int = 4, wholeOnly: Bool = false) {
    let low = smallest.isFinite ? min(0, smallest) : 0
    let high = largest.isFinite ? max(0, largest) : 0
    let span = high - low
    let step = span > 0 ? Self.step(span / Double(max(1, count)), wholeOnly) : 1
    let first = (low / step).rounded(.down)
    let last = max(first + 1, (high / step).rounded(.up))
    values = stride(from: first, through: last, by: 1).map { $0 * step }
    bottom = first * step
    top = last * step
  }

  private static func step(_ rough: Double, _ wholeOnly: Bool) -> Double {
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    let factors = wholeOnly && power < 10 ? [1.0, 2, 5, 10] : [1, 2, 2.5, 5, 10]
    let factor = factors.first { $0 * power >= rough * 0.999_999 } ?? 10
    return wholeOnly ? max(1, factor * power) : factor * power
  }
}
