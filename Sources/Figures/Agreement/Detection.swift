/// One text and one label: what people coded, what the engine said, and for how many texts it stands.
package struct DetectionCase: Sendable, Hashable {
  package var isCoded: Bool
  package var isFound: Bool
  package var weight: Double

  package init(isCoded: Bool, isFound: Bool, weight: Double = 1) {
    self.isCoded = isCoded
    self.isFound = isFound
    self.weight = weight
  }
}

/// A share or score with its interval and the number of texts behind it.
package struct Estimate: Sendable, Hashable {
  package var value: Double
  /// 95 %; nil where nothing can be said.
  package var interval: Limits?
  package var n: Int

  package init(value: Double, interval: Limits?, n: Int) {
    self.value = value
    self.interval = interval
    self.n = n
  }
}

/// Weighted sums of right and wrong labels.
package struct DetectionSums: Sendable, Hashable {
  package private(set) var right = 0.0
  /// Found, not coded.
  package private(set) var wrong = 0.0
  /// Coded, not found.
  package private(set) var missed = 0.0
  /// Neither coded nor found.
  package private(set) var silent = 0.0

  package init() {}

  package init(_ cases: some Sequence<DetectionCase>) {
    for one in cases { add(one) }
  }

  package mutating func add(_ one: DetectionCase) {
    switch (one.isCoded, one.isFound) {
    case (true, true): right += one.weight
    case (false, true): wrong += one.weight
    case (true, false): missed += one.weight
    case (false, false): silent += one.weight
    }
  }

  package static func + (a: DetectionSums, b: DetectionSums) -> DetectionSums {
    var sum = a
    sum.right += b.right
    sum.wrong += b.wrong
    sum.missed += b.missed
    sum.silent += b.silent
    return sum
  }

  package var precision: Double? { ratio(right, right + wrong) }
  package var recall: Double? { ratio(right, right + missed) }
  package var specificity: Double? { ratio(silent, silent + wrong) }
  /// Share of texts that carry the label, as coded and as found.
  package var codedShare: Double? { ratio(right + missed, total) }
  package var foundShare: Double? { ratio(right + wrong, total) }
  package var f1: Double? { ratio(2 * right, 2 * right + wrong + missed) }
  package var total: Double { right + wrong + missed + silent }

  private func ratio(_ part: Double, _ whole: Double) -> Double? { whole > 0 ? part / whole : nil }
}

/// Precision, recall and F1 of one label.
package struct DetectionScore: Sendable, Hashable {
  /// Wilson's interval on Kish's effective number of texts: weights make a sample count for less than its size.
  package let precision: Estimate?
  package let recall: Estimate?
  /// Bootstrap interval.
  package let f1: Estimate?
  /// Texts that were coded, texts that carry the label by the coders, by the engine.
  package let n: Int
  package let coded: Int
  package let found: Int

  package init(_ cases: [DetectionCase], bootstrap: Bootstrap) {
    self.init(groups: cases.map { [$0] }, bootstrap: bootstrap)
  }

  /// Pools several labels; the bootstrap draws whole texts.
  /// - Parameter groups: the cases of each text.
  package init(groups: [[DetectionCase]], bootstrap: Bootstrap) {
    let cases = groups.flatMap { $0 }
    let parts = groups.map { DetectionSums($0) }
    let sums = parts.reduce(DetectionSums(), +)
    let texts = groups.count
    n = texts
    coded = cases.count { $0.isCoded }
    found = cases.count { $0.isFound }
    precision = DetectionScore.share(sums.precision, of: cases.filter(\.isFound))
    recall = DetectionScore.share(sums.recall, of: cases.filter(\.isCoded))
    f1 = sums.f1.map { value in
      let interval = bootstrap.interval(count: texts) { draw in
        draw.reduce(DetectionSums()) { $0 + parts[$1] }.f1
      }
      return Estimate(value: value, interval: interval, n: texts)
    }
  }

  private static func share(_ value: Double?, of cases: [DetectionCase]) -> Estimate? {
    value.map { share in
      let interval = Wilson.interval(share: share, n: EffectiveSize.kish(cases.map(\.weight)))
      return Estimate(value: share, interval: interval, n: cases.count)
    }
  }
}

/// How many equally weighted cases tell as much as weighted ones (Kish 1965).
package enum EffectiveSize {
  package static func kish(_ weights: [Double]) -> Double {
    let sum = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? sum * sum / squares : 0
  }
}
