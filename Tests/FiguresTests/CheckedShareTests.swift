import Figures
import Records
import Testing

@Suite("Shares corrected by coding")
struct CheckedShareTests {
  private func measure(
    _ sensitivity: Double, _ specificity: Double, coded: Int = 100, others: Int = 200
  ) -> CodingMeasure {
    CodingMeasure(
      kind: .comment, language: nil, variable: "sentiment", label: "positive", sensitivity: sensitivity,
      specificity: specificity, coded: coded, others: others, codedEffective: Double(coded),
      othersEffective: Double(others))
  }

  private func estimate(_ share: CorrectedShare) -> Estimate? {
    if case .share(let estimate) = share { return estimate }
    return nil
  }

  /// MEASURES 2.4: AP .30, Se .80, Sp .95 give .3333. Limits by hand: Wilson of .8 in 100 is .7112-.8666, of .95 in 200
  /// .9104-.9726; of .30 in 300 .2510-.3541.
  @Test("Rogan and Gladen's share with an interval of all three sources")
  func corrected() throws {
    let found = try #require(Wilson.interval(share: 0.3, n: 300))
    let corrected = try #require(estimate(CorrectedShare(measure(0.8, 0.95), apparent: 0.3, limits: found)))
    #expect(abs(corrected.value - 0.3333) < 0.00005 && corrected.n == 300)
    let interval = try #require(corrected.interval)
    let below = [(found.lower, 0.8, 0.95), (0.3, 0.8666, 0.95), (0.3, 0.8, 0.9104)]
    let above = [(found.upper, 0.8, 0.95), (0.3, 0.7112, 0.95), (0.3, 0.8, 0.9726)]
    func reach(_ shares: [(Double, Double, Double)]) -> Double {
      shares.map { ($0.0 + $0.2 - 1) / ($0.1 + $0.2 - 1) - 1.0 / 3 }.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    #expect(abs(interval.lower - (1.0 / 3 - reach(below))) < 0.0005)
    #expect(abs(interval.upper - (1.0 / 3 + reach(above))) < 0.0005)
  }

  @Test("Below detection, nothing told, too few coded")
  func refused() {
    #expect(CorrectedShare(measure(0.8, 0.95), apparent: 0.03, limits: nil) == .belowDetection(n: 300))
    #expect(CorrectedShare(measure(0.4, 0.6), apparent: 0.3, limits: nil) == .undefined(n: 300))
    #expect(
      CorrectedShare(measure(0.8, 0.95, coded: 29), apparent: 0.3, limits: nil) == .tooFew(coded: 29, others: 200))
  }

  @Test("An engine without fault changes nothing, and a figure says that it was corrected")
  func figure() throws {
    let month = Month(year: 2026, month: 10)
    var data = ProgrammeData(months: [month])
    data.accounts = [AccountCard(id: 1, creator: "K01", platform: .youtube)]
    data.comments = [("positive", 30), ("neutral", 70)].map {
      CommentTally(
        account: 1, month: month, language: .kyrgyz, kind: .sentiment, label: $0.0, comments: $0.1,
        commentersAtLeast: $0.1)
    }
    let found = FigureBook(data).sentiments(in: month)[0].share
    #expect(FigureBook(data).checked(found, kind: .comment, variable: "sentiment", label: "positive") == nil)
    data.codingMeasures = [measure(1, 1)]
    let checked = try #require(
      FigureBook(data).checked(found, kind: .comment, variable: "sentiment", label: "positive"))
    let figure = try #require(checked.figure)
    #expect(abs((figure.value ?? 0) - 0.3) < 1e-12 && figure.n == 300 && !figure.cautions.contains(.indicative))
    #expect(figure.id == "corrected." + found.id)
    #expect((figure.range?.lower ?? 1) < 0.3 && (figure.range?.upper ?? 0) > 0.3)
  }

  @Test("Coded cases give sensitivity and specificity by their weights")
  func cases() throws {
    let cases = [
      DetectionCase(isCoded: true, isFound: true, weight: 3), DetectionCase(isCoded: true, isFound: false),
      DetectionCase(isCoded: false, isFound: true), DetectionCase(isCoded: false, isFound: false, weight: 4),
    ]
    let measure = try #require(
      CodingMeasure(cases, kind: .talk, language: .russian, variable: "theme", label: "peace"))
    #expect(measure.sensitivity == 0.75 && measure.specificity == 0.8)
    #expect(measure.coded == 2 && measure.others == 2 && measure.codedEffective == 1.6)
    #expect(CodingMeasure([cases[0]], kind: .talk, language: nil, variable: "theme", label: "peace") == nil)
  }
}
