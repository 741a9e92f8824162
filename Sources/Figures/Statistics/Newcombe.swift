/// Newcombe's hybrid score interval of a difference of two independent shares.
///
/// R. G. Newcombe 1998, method 10; formula as in MEASURES 2.4.
package enum Newcombe {
  /// A share with the number of cases behind it.
  package struct Sample: Sendable, Hashable {
    package var share: Double
    /// Cases, or an effective number of cases.
    package var n: Double

    package init(share: Double, n: Double) {
      self.share = share
      self.n = n
    }
  }

  /// 95 % interval of `first - second`. Nil when one of them has no cases.
  package static func difference(_ first: Sample, _ second: Sample) -> Limits? {
    guard let one = Wilson.interval(share: first.share, n: first.n),
      let two = Wilson.interval(share: second.share, n: second.n)
    else { return nil }
    let d = first.share - second.share
    let below = square(first.share - one.lower) + square(two.upper - second.share)
    let above = square(one.upper - first.share) + square(second.share - two.lower)
    return Limits(lower: d - below.squareRoot(), upper: d + above.squareRoot())
  }

  private static func square(_ x: Double) -> Double { x * x }
}
