import Figures
import Records
import Testing

@Suite("Months from observations")
struct MonthReconcilerTests {
  private let october = Month(year: 2026, month: 10)

  private func reconcile(_ observations: [StoredObservation]) -> [MonthlyMetric] {
    MonthReconciler().months(observations)
  }

  private func total(_ value: Double?, _ metric: Metric = .views, receipt: Int64 = 1) -> StoredObservation {
    StoredObservation(
      account: 1, post: nil, metric: metric, scope: .period, period: october.period, value: value,
      receipt: receipt)
  }

  private func day(_ number: Int, _ value: Double, _ metric: Metric = .views) -> StoredObservation {
    let day = october.firstDay + (number - 1)
    return StoredObservation(
      account: 1, post: nil, metric: metric, scope: .period, period: Period(from: day, through: day),
      value: value, receipt: 1)
  }

  private func post(_ id: Int64, _ value: Double?, _ metric: Metric = .views) -> StoredObservation {
    StoredObservation(
      account: 1, post: id, metric: metric, scope: .period, period: october.period, value: value, receipt: 1)
  }

  private func snapshot(
    _ day: String, _ value: Double, post: Int64 = 1, published: String? = nil, _ metric: Metric = .views
  ) -> StoredObservation {
    StoredObservation(
      account: 1, post: post, metric: metric, scope: .lifetime, asOf: Day(day), value: value, receipt: 1,
      publishedOn: published.flatMap { Day($0) })
  }

  @Test("The platform's total of the month wins over days and posts")
  func monthTotalWins() throws {
    let days = (1...31).map { day($0, 1) }
    let metric = try #require(reconcile(days + [total(100), post(7, 40)]).first)
    #expect(metric.basis == .month && metric.value == 100 && metric.known == 1 && metric.of == 1)
  }

  @Test("Of two statements the one received later counts, whatever the order of rows")
  func latestReceiptWins() {
    let observations = [total(90, receipt: 2), total(100, receipt: 1)]
    #expect(reconcile(observations).map(\.value) == [90])
    #expect(reconcile(observations.reversed()).map(\.value) == [90])
  }

  @Test("A number is not unsaid by a later export that leaves it out")
  func absenceDoesNotReplace() {
    let observations = [total(100, receipt: 1), total(nil, receipt: 2)]
    #expect(reconcile(observations).map(\.value) == [100])
    #expect(reconcile(observations.reversed()).map(\.value) == [100])
  }

  @Test("All days make the month; a missing day makes it at least")
  func days() throws {
    let whole = try #require(reconcile((1...31).map { day($0, 2) }).first)
    #expect(whole.basis == .days && whole.value == 62 && whole.known == 31 && whole.of == 31)
    let part = try #require(reconcile((1...28).map { day($0, 2) }).first)
    #expect(part.value == nil && part.lower == 56 && part.upper == nil && part.known == 28)
  }

  @Test("A stretch of days stands in for single days without counting twice")
  func stretches() throws {
    let stretch = StoredObservation(
      account: 1, post: nil, metric: .views, scope: .period,
      period: Period(from: october.firstDay, through: october.firstDay + 29), value: 60, receipt: 1)
    let metric = try #require(reconcile([stretch, day(2, 2), day(31, 5)]).first)
    #expect(metric.value == 65)
  }

  @Test("A withheld total is no zero: posts speak instead")
  func withheld() throws {
    let metric = try #require(reconcile([total(nil), post(1, 10), post(2, 5)]).first)
    #expect(metric.basis == .posts && metric.value == 15)
    let nothing = try #require(reconcile([total(nil)]).first)
    #expect(nothing.value == nil && nothing.lower == nil && nothing.known == 0)
  }

  @Test("People: at least the largest part, at most the sum")
  func people() throws {
    let days = try #require(reconcile((1...31).map { day($0, Double($0), .reach) }).first)
    #expect(days.value == nil && days.lower == 31 && days.upper == 496)
    let posts = try #require(reconcile([post(1, 30, .reach), post(2, 50, .reach)]).first)
    #expect(posts.lower == 50 && posts.upper == 80)
    let open = try #require(reconcile([post(1, 30, .reach), post(2, nil, .reach)]).first)
    #expect(open.lower == 30 && open.upper == nil && open.known == 1 && open.of == 2)
  }

  @Test("Subscribers net may fall, and an incomplete month says nothing")
  func signed() throws {
    let whole = (1...31).map { day($0, $0 == 1 ? -40 : 1, .subscribersNet) }
    #expect(reconcile(whole).first?.value == -10)
    let part = try #require(reconcile(Array(whole.dropLast())).first)
    #expect(part.value == nil && part.lower == nil)
  }

  @Test("Snapshots near the month's ends are differenced, the real date kept")
  func snapshots() throws {
    let months = reconcile([snapshot("2026-09-28", 100), snapshot("2026-11-03", 160)])
    let metric = try #require(months.first { $0.month == october })
    #expect(metric.basis == .snapshots && metric.value == 60 && metric.asOf == Day("2026-11-03"))
  }

  @Test("A post published in the month starts at nothing")
  func newPost() {
    let months = reconcile([snapshot("2026-10-31", 70, published: "2026-10-09")])
    #expect(months.count == 1 && months.first?.value == 70)
  }

  @Test("A negative step is a correction that is told, not clipped")
  func correction() throws {
    let months = reconcile([
      snapshot("2026-09-30", 100), snapshot("2026-10-15", 90), snapshot("2026-10-31", 130),
    ])
    let metric = try #require(months.first { $0.month == october })
    #expect(metric.value == 30 && metric.correction == -10)
  }

  @Test("A missing snapshot gives bounds, never a guess")
  func missingSnapshot() throws {
    let months = reconcile([snapshot("2026-08-31", 100), snapshot("2026-10-31", 160)])
    for month in [october + -1, october] {
      let metric = try #require(months.first { $0.month == month })
      #expect(metric.value == nil && metric.lower == 0 && metric.upper == 60)
    }
  }

  @Test("A snapshot in the middle of the month narrows the bounds")
  func middleSnapshot() throws {
    let months = reconcile([
      snapshot("2026-09-30", 100), snapshot("2026-10-15", 130), snapshot("2026-11-30", 200),
    ])
    let metric = try #require(months.first { $0.month == october })
    #expect(metric.lower == 30 && metric.upper == 100)
  }

  @Test("Period and lifetime numbers never mix")
  func scopesApart() throws {
    let months = reconcile([total(40), snapshot("2026-09-30", 1_000), snapshot("2026-10-31", 9_000)])
    let metric = try #require(months.first { $0.month == october })
    #expect(metric.basis == .month && metric.value == 40)
  }

  @Test("Rates are never put together")
  func ratios() {
    let days = (1...31).map { day($0, 50, .averagePercentageViewed) }
    #expect(reconcile(days).allSatisfy { $0.value == nil && $0.lower == nil })
  }

  @Test("A complete month that a later export states otherwise is a restatement")
  func restatements() {
    let found = RestatementFinder.restatements(in: [total(100, receipt: 1), total(104, receipt: 2)])
    #expect(
      found == [
        Restatement(account: 1, month: october, metric: .views, firstReported: 100, latest: 104)
      ])
    #expect(RestatementFinder.restatements(in: [total(100, receipt: 1), total(100, receipt: 2)]).isEmpty)
  }

  @Test("A gap filled later is no restatement")
  func filledGap() {
    let early = (1...20).map { day($0, 1) }
    #expect(RestatementFinder.restatements(in: early + [total(31, receipt: 2)]).isEmpty)
  }
}
