/// A share of texts, corrected for what the engine misses and what it finds wrongly.
///
/// Rogan and Gladen 1978; formula and test value as in MEASURES 2.4.
package enum CorrectedShare: Sendable, Hashable {
  case share(Estimate)
  /// Fewer found than an engine of this specificity finds in texts without the label.
  case belowDetection(n: Int)
  /// Sensitivity and specificity together are at most 1: the engine tells nothing.
  case undefined(n: Int)
  /// Too few coded texts with or without the label.
  case tooFew(coded: Int, others: Int)

  /// Coded texts of each class that are needed.
  package static let minimumOfEachClass = 30

  /// `(AP + Sp - 1) / (Se + Sp - 1)`, unclipped; nil when sensitivity and specificity are together at most 1.
  package static func roganGladen(apparent: Double, sensitivity: Double, specificity: Double) -> Double? {
    let informed = sensitivity + specificity - 1
    return informed > 0 ? (apparent + specificity - 1) / informed : nil
  }

  /// Corrects the share that the engine found.
  /// - Parameters:
  ///   - apparent: the share (0...1) found among all texts; nil takes the weighted share in the coded texts themselves.
  ///   - bootstrap: draws the coded texts anew, so that sensitivity, specificity and, where it comes from them, the
  ///     share found vary in the interval.
  package init(_ cases: [DetectionCase], apparent: Double?, bootstrap: Bootstrap) {
    let coded = cases.count { $0.isCoded }
    let least = CorrectedShare.minimumOfEachClass
    guard coded >= least, cases.count - coded >= least else {
      self = .tooFew(coded: coded, others: cases.count - coded)
      return
    }
    let sums = DetectionSums(cases)
    guard let value = CorrectedShare.corrected(sums, apparent) else {
      self = .undefined(n: cases.count)
      return
    }
    guard value >= 0 else {
      self = .belowDetection(n: cases.count)
      return
    }
    var interval = bootstrap.interval(count: cases.count) { draw in
      CorrectedShare.corrected(DetectionSums(draw.lazy.map { cases[$0] }), apparent).map { min(1, max(0, $0)) }
    }
    if let apparent, sums.missed == 0 || sums.wrong == 0 {
      interval = CorrectedShare.extremes(cases, sums, apparent)
    }
    self = .share(Estimate(value: min(1, value), interval: interval, n: cases.count))
  }

  /// Where the sample shows no error of one kind, drawing it anew shows none either: then Wilson's limits of
  /// sensitivity and specificity say how far the share may lie off.
  private static func extremes(_ cases: [DetectionCase], _ sums: DetectionSums, _ apparent: Double) -> Limits? {
    let coded = EffectiveSize.kish(cases.filter(\.isCoded).map(\.weight))
    let others = EffectiveSize.kish(cases.filter { !$0.isCoded }.map(\.weight))
    guard let se = sums.recall.flatMap({ Wilson.interval(share: $0, n: coded) }),
      let sp = sums.specificity.flatMap({ Wilson.interval(share: $0, n: others) }),
      let lower = roganGladen(apparent: apparent, sensitivity: se.upper, specificity: sp.lower),
      let upper = roganGladen(apparent: apparent, sensitivity: se.lower, specificity: sp.upper)
    else { return nil }
    return Limits(lower: min(1, max(0, lower)), upper: min(1, max(0, upper)))
  }

  private static func corrected(_ sums: DetectionSums, _ apparent: Double?) -> Double? {
    guard let sensitivity = sums.recall, let specificity = sums.specificity, let found = apparent ?? sums.foundShare
    else { return nil }
    return roganGladen(apparent: found, sensitivity: sensitivity, specificity: specificity)
  }
}
