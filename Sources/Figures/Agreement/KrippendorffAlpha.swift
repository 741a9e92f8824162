/// Krippendorff's alpha for nominal codes: how far coders agree beyond chance.
///
/// K. Krippendorff 2004; formula and test value as in MEASURES 2.5. Sentiment counts as nominal too: `mixed` has no place
/// on a scale from negative to positive.
package enum KrippendorffAlpha {
  /// The rule of thumb for use: 0.800 reliable, 0.667 tentative, below: do not report.
  package static let reliable = 0.8
  package static let tentative = 0.667

  /// Alpha of units, each with the codes that coders gave it (at least two to count). One code everywhere leaves nothing
  /// to agree about: nil.
  package static func nominal(_ units: some Sequence<[Int]>) -> Double? {
    var totals: [Int: Double] = [:]
    var disagreement = 0.0
    for unit in units where unit.count >= 2 {
      for code in unit { totals[code, default: 0] += 1 }
      disagreement += Double(disagreeingPairs(unit)) / Double(unit.count - 1)
    }
    let n = totals.values.reduce(0, +)
    let expected = totals.values.reduce(0) { $0 + $1 * (n - $1) }
    guard expected > 0 else { return nil }
    return 1 - (n - 1) * disagreement / expected
  }

  /// Ordered pairs of different codes.
  private static func disagreeingPairs(_ codes: [Int]) -> Int {
    var pairs = 0
    for (index, code) in codes.enumerated() {
      for other in codes[..<index] where other != code { pairs += 2 }
    }
    return pairs
  }
}
