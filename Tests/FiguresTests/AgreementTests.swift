import Figures
import Testing

@Suite("Agreement")
struct AgreementTests {
  /// Test value of MEASURES 2.5; `*` is a unit that a coder left out.
  @Test("Krippendorff's alpha of three coders")
  func alpha() throws {
    let coders = [
      "* * * * * 3 4 1 2 1 1 3 3 * 3", "1 * 2 1 3 3 4 3 * * * * * * *", "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
    ].map { $0.split(separator: " ").map { Int($0) } }
    let units = (0..<15).map { unit in coders.compactMap { $0[unit] } }
    let alpha = try #require(KrippendorffAlpha.nominal(units))
    #expect(abs(alpha - 0.691) < 0.0005)
  }

  @Test("Whole agreement is 1, systematic disagreement below 0, one code says nothing")
  func alphaAtItsEnds() {
    #expect(KrippendorffAlpha.nominal([[1, 1], [2, 2], [1, 1]]) == 1)
    #expect(KrippendorffAlpha.nominal([[1, 2], [2, 1]]).map { $0 < 0 } == true)
    #expect(KrippendorffAlpha.nominal([[1, 1], [1, 1]]) == nil)
    #expect(KrippendorffAlpha.nominal([[1], [2]]) == nil)
  }

  @Test("A bootstrap repeats with its seed and holds the value")
  func bootstrap() throws {
    let numbers = (0..<200).map { Double($0 % 10) }
    let mean = { (draw: [Int]) -> Double? in draw.reduce(0) { $0 + numbers[$1] } / Double(draw.count) }
    let first = try #require(Bootstrap(seed: 1).interval(count: 200, mean))
    #expect(Bootstrap(seed: 1).interval(count: 200, mean) == first)
    #expect(Bootstrap(seed: 2).interval(count: 200, mean) != first)
    // The mean is 4.5, its standard error 2.87 / sqrt(200) = 0.20.
    #expect(abs(first.lower - 4.1) < 0.05 && abs(first.upper - 4.9) < 0.05)
    #expect(Bootstrap().interval(count: 1, mean) == nil)
    #expect(Bootstrap().interval(count: 5) { _ in nil } == nil)
  }
}

@Suite("Detection")
struct DetectionTests {
  private func cases(right: Int, wrong: Int, missed: Int, silent: Int, weight: Double = 1) -> [DetectionCase] {
    let one = { (isCoded: Bool, isFound: Bool, count: Int) in
      Array(repeating: DetectionCase(isCoded: isCoded, isFound: isFound, weight: weight), count: count)
    }
    return one(true, true, right) + one(false, true, wrong) + one(true, false, missed) + one(false, false, silent)
  }

  @Test("Precision, recall and F1 with Wilson's intervals")
  func score() throws {
    let score = DetectionScore(cases(right: 3, wrong: 7, missed: 1, silent: 9), bootstrap: Bootstrap())
    let precision = try #require(score.precision)
    #expect(precision.value == 0.3 && precision.n == 10)
    #expect(abs((precision.interval?.lower ?? 0) - 0.1078) < 0.00005)
    #expect(abs((precision.interval?.upper ?? 0) - 0.6032) < 0.00005)
    #expect(score.recall?.value == 0.75 && score.recall?.n == 4)
    #expect(abs((score.f1?.value ?? 0) - 6.0 / 14) < 1e-12)
    #expect((score.n, score.coded, score.found) == (20, 4, 10))
    let limits = try #require(score.f1?.interval)
    #expect(limits.lower < 6.0 / 14 && limits.upper > 6.0 / 14)
  }

  @Test("What was neither coded nor found has no score")
  func nothing() {
    let score = DetectionScore(cases(right: 0, wrong: 0, missed: 0, silent: 9), bootstrap: Bootstrap())
    #expect(score.precision == nil && score.recall == nil && score.f1 == nil)
  }

  @Test("Weights give the recall of all texts, and count for less than their number")
  func weights() throws {
    // 100 texts found: 10 drawn, 9 right. 900 not found: 10 drawn, 1 carries the label.
    let sample =
      cases(right: 9, wrong: 1, missed: 0, silent: 0, weight: 10)
      + cases(right: 0, wrong: 0, missed: 1, silent: 9, weight: 90)
    let score = DetectionScore(sample, bootstrap: Bootstrap())
    #expect(score.precision?.value == 0.9)
    #expect(score.recall?.value == 0.5)
    let narrow = try #require(Wilson.interval(share: 0.5, n: 10))
    let wide = try #require(score.recall?.interval)
    #expect(wide.upper - wide.lower > narrow.upper - narrow.lower)
    #expect(EffectiveSize.kish([2, 2, 2]) == 3)
    #expect(EffectiveSize.kish([]) == 0)
  }

  @Test("Pooled labels are drawn by text")
  func pooled() {
    let texts = [cases(right: 1, wrong: 1, missed: 0, silent: 2), cases(right: 1, wrong: 0, missed: 1, silent: 2)]
    let score = DetectionScore(groups: texts, bootstrap: Bootstrap())
    #expect(score.n == 2 && score.coded == 3 && score.found == 3)
    #expect(abs((score.f1?.value ?? 0) - 2.0 / 3) < 1e-12)
  }

  @Test("Macro-F1 is the mean over labels that were coded")
  func macro() throws {
    let cases = [ClassCase(coded: 0, found: 0), ClassCase(coded: 0, found: 2), ClassCase(coded: 1, found: 1)]
    let macro = try #require(ClassScore.macroF1(cases, labels: 3))
    #expect(abs(macro - (2.0 / 3 + 1) / 2) < 1e-12)
    #expect(ClassScore.macroF1([], labels: 3) == nil)
  }
}

@Suite("Corrected shares")
struct CorrectedShareTests {
  private func cases(right: Int, wrong: Int, missed: Int, silent: Int) -> [DetectionCase] {
    let parts = [(true, true, right), (false, true, wrong), (true, false, missed), (false, false, silent)]
    return parts.flatMap { Array(repeating: DetectionCase(isCoded: $0.0, isFound: $0.1), count: $0.2) }
  }

  /// Test value of MEASURES 2.4: AP .30, Se .80, Sp .95.
  @Test("Rogan and Gladen")
  func roganGladen() throws {
    let share = try #require(CorrectedShare.roganGladen(apparent: 0.3, sensitivity: 0.8, specificity: 0.95))
    #expect(abs(share - 0.3333) < 0.00005)
    #expect(CorrectedShare.roganGladen(apparent: 0.3, sensitivity: 0.5, specificity: 0.5) == nil)
  }

  @Test("A share found among all texts is corrected by what the sample shows, with an interval")
  func corrected() throws {
    let sample = cases(right: 40, wrong: 5, missed: 10, silent: 95)
    guard case .share(let estimate) = CorrectedShare(sample, apparent: 0.3, bootstrap: Bootstrap()) else {
      Issue.record("no share")
      return
    }
    #expect(abs(estimate.value - 0.3333) < 0.00005 && estimate.n == 150)
    let limits = try #require(estimate.interval)
    #expect(limits.lower < 0.33 && limits.lower > 0.2 && limits.upper > 0.34 && limits.upper < 0.45)
  }

  @Test("With the sample's own share, the corrected share is the coded one")
  func ofTheSampleItself() {
    let sample = cases(right: 40, wrong: 5, missed: 10, silent: 95)
    guard case .share(let estimate) = CorrectedShare(sample, apparent: nil, bootstrap: Bootstrap()) else {
      Issue.record("no share")
      return
    }
    #expect(abs(estimate.value - 50.0 / 150) < 1e-12)
  }

  @Test("A sample without errors still leaves doubt")
  func withoutErrors() throws {
    let sample = cases(right: 50, wrong: 0, missed: 0, silent: 100)
    guard case .share(let estimate) = CorrectedShare(sample, apparent: 0.3, bootstrap: Bootstrap()) else {
      Issue.record("no share")
      return
    }
    // Wilson: 50 of 50 from .9287, 100 of 100 from .9630; (.3 + .9630 - 1) / .9630 and .3 / .9287.
    let limits = try #require(estimate.interval)
    #expect(abs(estimate.value - 0.3) < 1e-12)
    #expect(abs(limits.lower - 0.2731) < 0.0005 && abs(limits.upper - 0.3230) < 0.0005)
  }

  @Test("What cannot be said is said to be so")
  func refusals() {
    let bootstrap = Bootstrap(replicates: 10)
    let sample = cases(right: 40, wrong: 5, missed: 10, silent: 95)
    #expect(CorrectedShare(sample, apparent: 0.01, bootstrap: bootstrap) == .belowDetection(n: 150))
    let useless = cases(right: 20, wrong: 40, missed: 20, silent: 20)
    #expect(CorrectedShare(useless, apparent: nil, bootstrap: bootstrap) == .undefined(n: 100))
    let few = cases(right: 20, wrong: 1, missed: 9, silent: 95)
    #expect(CorrectedShare(few, apparent: nil, bootstrap: bootstrap) == .tooFew(coded: 29, others: 96))
  }
}

@Suite("Allocation")
struct AllocationTests {
  @Test("Nothing beyond what there is, minimums first, the rest by claim")
  func divide() {
    let groups = [Allocation.Group.rooted(10_000, minimum: 2), .rooted(100, minimum: 2), .rooted(1, minimum: 2)]
    #expect(Allocation.divide(45, among: groups) == [40, 4, 1])
    #expect(Allocation.divide(4, among: groups) == [2, 2, 0])
    #expect(Allocation.divide(20_000, among: groups) == [10_000, 100, 1])
    #expect(Allocation.divide(10, among: []) == [])
    let even = Allocation.divide(9, among: (0..<3).map { _ in Allocation.Group(size: 50, claim: 1) })
    #expect(even == [3, 3, 3])
  }
}
