/// Where a figure stands against its target.
///
/// The rule, which every package states: met when even the low end reaches the target; behind when even the high end
/// stays below 80 % of it; between otherwise. A value without a range is its own low and high end.
package enum TrafficLight: String, Sendable, Hashable, CaseIterable {
  case met, between, behind

  /// Part of the target under which a figure is behind.
  package static let behindBelow = 0.8

  /// - Parameters:
  ///   - low: the least that the figure may be; nil when nothing is known.
  ///   - high: the most it may be; nil when it is open at the top.
  ///   - target: greater than 0, else there is no light.
  package init?(low: Double?, high: Double?, target: Double) {
    guard let low, target > 0 else { return nil }
    if low >= target {
      self = .met
    } else if let high, high < Self.behindBelow * target {
      self = .behind
    } else {
      self = .between
    }
  }
}
