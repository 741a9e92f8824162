import Figures
import Testing

@Suite("Statistics")
struct StatisticsTests {
  /// Test values of MEASURES 2.4.
  @Test(
    "Wilson's interval",
    arguments: [
      (0, 10, 0, 0.2775), (3, 10, 0.1078, 0.6032), (10, 10, 0.7225, 1), (30, 100, 0.2189, 0.3958),
      (300, 1000, 0.2724, 0.3291),
    ])
  func wilson(hits: Int, n: Int, lower: Double, upper: Double) throws {
    let interval = try #require(Wilson.interval(hits, of: n))
    #expect(abs(interval.lower - lower) < 0.00005)
    #expect(abs(interval.upper - upper) < 0.00005)
  }

  @Test("No cases, no interval")
  func wilsonWithoutCases() {
    #expect(Wilson.interval(0, of: 0) == nil)
    #expect(Newcombe.difference(.init(share: 0, n: 0), .init(share: 0.5, n: 10)) == nil)
  }

  @Test("Newcombe's difference, 56/70 against 48/80")
  func newcombe() throws {
    let difference = try #require(Newcombe.difference(.init(share: 0.8, n: 70), .init(share: 0.6, n: 80)))
    #expect(abs(difference.lower - 0.0524) < 0.00005)
    #expect(abs(difference.upper - 0.3339) < 0.00005)
  }

  @Test("Alike clusters keep their cases, unlike ones lose some, two say nothing")
  func designEffect() {
    let alike = (1...4).map { _ in DesignEffect.Cluster(hits: 50, cases: 100) }
    #expect(DesignEffect.effectiveCases(alike) == 400)
    let unlike = [90, 10, 80, 20].map { DesignEffect.Cluster(hits: $0, cases: 100) }
    #expect(DesignEffect.effectiveCases(unlike) < 20)
    #expect(DesignEffect.effectiveCases(Array(unlike.prefix(2))) == 200)
    #expect(DesignEffect.effectiveCases([]) == 0)
  }

  @Test("Quantiles of type 7")
  func quantiles() {
    #expect(Quantile.of([4, 1, 3, 2], 0.25) == 1.75)
    #expect(Quantile.median([3, 1, 2]) == 2)
    #expect(Quantile.median([]) == nil)
  }
}
