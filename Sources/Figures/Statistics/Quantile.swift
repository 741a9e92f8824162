/// Quantiles by linear interpolation (Hyndman and Fan 1996, type 7).
package enum Quantile {
  /// The quantile `q` (0...1) of some numbers. Nil without numbers.
  package static func of(_ numbers: [Double], _ q: Double) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let place = q * Double(sorted.count - 1)
    let below = Int(place.rounded(.down))
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }

  package static func median(_ numbers: [Double]) -> Double? { of(numbers, 0.5) }
}
