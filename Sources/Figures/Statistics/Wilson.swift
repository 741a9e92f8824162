/// A closed range of numbers.
package struct Limits: Sendable, Hashable {
  package var lower: Double
  package var upper: Double

  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// Wilson's score interval of a share.
///
/// E. B. Wilson 1927; formula as in MEASURES 2.4.
package enum Wilson {
  /// Two-sided 95 %.
  package static let z = 1.959964

  /// 95 % interval of a share `p` (0...1) seen in `n` cases. Nil without cases.
  ///
  /// `n` may be fractional: an effective number of cases.
  package static func interval(share p: Double, n: Double) -> Limits? {
    guard n > 0 else { return nil }
    let z2 = z * z
    let scale = 1 + z2 / n
    let centre = (p + z2 / (2 * n)) / scale
    let half = z * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot() / scale
    return Limits(lower: max(0, centre - half), upper: min(1, centre + half))
  }

  package static func interval(_ hits: Int, of n: Int) -> Limits? {
    guard n > 0 else { return nil }
    return interval(share: Double(hits) / Double(n), n: Double(n))
  }
}
