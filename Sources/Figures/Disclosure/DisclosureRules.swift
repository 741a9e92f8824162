/// What a cell must show before it leaves the house.
///
/// Ten commenters, three creators, none above 85 %, percentages of comments on a base of 50, themes on five talks.
package struct DisclosureRules: Sendable, Hashable {
  package var minimumCommenters = 10
  package var minimumCreators = 3
  package var largestShare = 0.85
  package var minimumBase = 50
  /// Talks that a share of talking time is read in.
  package var minimumTalks = 5
  /// Counts of people are rounded to multiples of this.
  package var rounding = 5.0

  package init() {}

  /// A count of people, rounded to the nearest multiple.
  package func rounded(_ count: Double) -> Double { (count / rounding).rounded() * rounding }
  /// "At least" of people, to two digits and so that it stays true: it is the number of one single channel.
  package func roundedDown(_ count: Double) -> Double { rounded(count, .down) }
  /// "At most" of people, to two digits and so that it stays true.
  package func roundedUp(_ count: Double) -> Double { rounded(count, .up) }

  private func rounded(_ count: Double, _ rule: FloatingPointRoundingRule) -> Double {
    var step = 1.0
    while step * 100 <= abs(count) { step *= 10 }
    step = max(step, rounding)
    return (count / step).rounded(rule) * step
  }
}
