/// A video's views against those of the author's own earlier videos at the same age.
///
/// CrowdTangle's score, MEASURES 2.3: the last 100 of the same account and format, the top and the bottom quarter
/// dropped, the mean of the middle half at the same age.
package struct AgeMatched: Sendable, Hashable {
  package var actual: Double
  /// Mean of the middle half.
  package var expected: Double
  /// The middle half itself.
  package var middleHalf: Limits
  /// Earlier videos it rests on.
  package var videos: Int

  /// Fewer earlier videos than this say nothing.
  package static let fewestVideos = 8
  package static let mostVideos = 100
  /// Ages in days at which videos are compared, the most telling first.
  package static let ages = [28, 7, 1]
  /// Expected numbers under this are too small to be a measure.
  package static let minimum = 10.0

  /// - Parameter earlier: Views of earlier videos at the same age, the newest first.
  /// - Returns: Nil with fewer than eight.
  package init?(actual: Double, earlier: [Double]) {
    let used = earlier.prefix(Self.mostVideos).sorted()
    guard used.count >= Self.fewestVideos else { return nil }
    let cut = used.count / 4
    let middle = used[cut..<(used.count - cut)]
    self.actual = actual
    expected = middle.reduce(0, +) / Double(middle.count)
    middleHalf = Limits(lower: middle.first ?? 0, upper: middle.last ?? 0)
    videos = used.count
  }

  /// How many times the expected views, at or above them; minus how many times fewer, below them. Where less than the
  /// minimum is expected: part of the minimum, 0...1.
  package var score: Double {
    if expected < Self.minimum { return min(1, actual / Self.minimum) }
    if actual >= expected { return actual / expected }
    return actual > 0 ? -expected / actual : -2 * expected
  }

  package var place: UsualBand.Place {
    if actual > middleHalf.upper { return .above }
    return actual < middleHalf.lower ? .below : .within
  }
}
