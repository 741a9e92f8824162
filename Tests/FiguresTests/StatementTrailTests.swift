import Figures
import Records
import Testing

/// What counts by the trail must make the number that the reconciler gives.
@Suite struct StatementTrailTests {
  private let month = Month(year: 2026, month: 10)

  private func row(
    _ value: Double?, post: Int64? = nil, from: Day? = nil, through: Day? = nil, asOf: Day? = nil, receipt: Int64 = 1,
    row: Int = 1, publishedOn: Day? = nil
  ) -> StatedRow {
    let period = from.flatMap { from in through.map { Period(from: from, through: $0) } }
    return StatedRow(
      observation: StoredObservation(
        account: 1, post: post, metric: .views, scope: period == nil ? .lifetime : .period, period: period,
        asOf: asOf ?? through, value: value, receipt: receipt, publishedOn: publishedOn),
      row: row, title: nil)
  }

  private func trace(_ rows: [StatedRow]) throws -> (metric: MonthlyMetric, traced: [TracedStatement]) {
    let metric = try #require(MonthReconciler().months(rows.map(\.observation)).first { $0.month == month })
    return (metric, StatementTrail().statements(rows, month: month, basis: metric.basis))
  }

  private func sum(_ traced: [TracedStatement], _ use: TracedStatement.Use) -> Double {
    traced.filter { $0.use == use }.compactMap(\.latest.observation.value).reduce(0, +)
  }

  private func day(_ number: Int) -> Day { month.firstDay + (number - 1) }

  @Test func theMonthAsAWholeComesFirstAndItsFirstNumberIsKept() throws {
    let rows = [
      row(900, from: day(1), through: day(31), receipt: 1, row: 7),
      row(950, from: day(1), through: day(31), receipt: 4, row: 9),
      row(nil, from: day(1), through: day(31), receipt: 5), row(30, from: day(1), through: day(1)),
      row(500, post: 3, from: day(1), through: day(31)),
    ]
    let (metric, traced) = try trace(rows)
    #expect(metric.value == 950 && sum(traced, .counts) == 950)
    let first = try #require(traced.first)
    #expect(first.isRestated && first.first.row == 7 && first.latest.row == 9)
    #expect(traced.count { $0.use == .otherBasis } == 2)
  }

  @Test func daysAndPostsAddToTheNumber() throws {
    let days = (1...31).map { row(Double($0), from: day($0), through: day($0), row: $0) }
    let byDays = try trace(days)
    #expect(byDays.metric.basis == .days && sum(byDays.traced, .counts) == byDays.metric.value)

    let posts =
      [row(40, post: 1, from: day(1), through: day(31)), row(60, post: 2, from: day(1), through: day(31))]
      + (1...31).map { row(9, post: 2, from: day($0), through: day($0)) }
    let byPosts = try trace(posts)
    #expect(byPosts.metric.basis == .posts && byPosts.metric.value == 100)
    #expect(sum(byPosts.traced, .counts) == 100)
  }

  @Test func stretchesThatOverlapCountOnce() throws {
    let weeks = [row(70, from: day(1), through: day(7)), row(80, from: day(8), through: day(14))]
    let days = (1...7).map { row(Double(10 + $0), from: day($0), through: day($0), row: $0) }
    let (metric, traced) = try trace(weeks + days)
    #expect(sum(traced, .counts) == metric.atLeast)
    #expect(traced.count { $0.use == .otherBasis } == 1)
  }

  @Test func aPostThatCameLaterHasNoPartInTheMonth() throws {
    let rows = [
      row(0, post: 1, asOf: day(1) + -1), row(9, post: 1, asOf: day(31)),
      row(5, post: 2, asOf: day(33), publishedOn: day(32)),
    ]
    let (metric, traced) = try trace(rows)
    #expect(sum(traced, .end) - sum(traced, .start) == metric.value && metric.value == 9)
  }

  @Test func totalsAtTheTwoEndsMakeTheGrowth() throws {
    let rows = [
      row(100, post: 1, asOf: day(1) + -9), row(120, post: 1, asOf: day(1) + -2), row(130, post: 1, asOf: day(3)),
      row(400, post: 1, asOf: day(30)), row(500, post: 1, asOf: day(40)),
      row(70, post: 2, asOf: day(31), publishedOn: day(10)),
    ]
    let (metric, traced) = try trace(rows)
    #expect(metric.basis == .snapshots)
    #expect(sum(traced, .end) - sum(traced, .start) == metric.value)
    #expect(sum(traced, .start) == 120 && sum(traced, .end) == 470)
    #expect(traced.count { $0.use == .notNearest } == 3)
  }

  @Test func whereNoTotalIsNearItsNeighboursAreShown() throws {
    let rows = [
      row(100, post: 1, asOf: day(1) + -40), row(110, post: 1, asOf: day(1) + -20), row(300, post: 1, asOf: day(15)),
      row(900, post: 1, asOf: day(31)),
    ]
    let traced = StatementTrail().statements(rows, month: month, basis: .snapshots)
    #expect(traced.filter { $0.use == .start }.map { $0.latest.observation.value } == [110, 300])
    #expect(sum(traced, .end) == 900)
  }

  @Test func randomMonthsAddUp() throws {
    var chance = SeededChance(seed: 11)
    for _ in 0..<200 {
      let posts = (1...4).map { Int64($0) }
      var rows: [StatedRow] = []
      for post in posts {
        for receipt in 1...(1 + Int(chance.next() % 3)) {
          rows.append(
            row(
              Double(chance.next() % 1_000), post: post, from: day(1), through: day(31), receipt: Int64(receipt),
              row: Int(chance.next() % 90)))
        }
      }
      let (metric, traced) = try trace(rows)
      #expect(metric.basis == .posts && sum(traced, .counts) == metric.value)
      #expect(traced.count { $0.use == .counts } == posts.count)
    }
  }
}
