import Figures
import Records
import Testing

@Suite("Figures of quarters and years")
struct SpanTests {
  private let july = Month(year: 2026, month: 7)
  private var quarter: [Month] { (0..<3).map { july + $0 } }

  private func book(_ parts: [(Int64, Int, Metric, Double)]) -> FigureBook {
    var data = ProgrammeData(months: quarter)
    data.creators = ["K01", "K02"].map {
      CreatorCard(code: $0, languages: [.kyrgyz], country: "KG", sharedWithDonors: [])
    }
    data.accounts = [
      AccountCard(id: 1, creator: "K01", platform: .youtube), AccountCard(id: 2, creator: "K02", platform: .youtube),
    ]
    data.metrics = parts.map {
      MonthlyMetric(account: $0.0, month: july + $0.1, metric: $0.2, basis: .month, value: $0.3, known: 1, of: 1)
    }
    return FigureBook(data)
  }

  @Test(
    "Quarters follow the reader's year",
    arguments: [
      (1, "2026-Q3", "2026-07-01", "2026-09-30"), (10, "2026-Q1", "2025-10-01", "2025-12-31"),
      (4, "2027-Q4", "2027-01-01", "2027-03-31"), (10, "2026", "2025-10-01", "2026-09-30"),
      (7, "2026-02", "2026-02-01", "2026-02-28"),
    ])
  func quarters(start: Int, label: String, from: String, through: String) throws {
    let period = try #require(PeriodScheme(firstMonth: start).period(label))
    #expect(period.from.description == from && period.through.description == through && period.label == label)
  }

  @Test(
    "Other texts are no periods", arguments: ["2026-Q5", "2026-Q0", "26-Q1", "+202-Q1", "2026-13", "2026-Q1-Q2", ""])
  func noPeriods(label: String) { #expect(PeriodScheme.calendar.period(label) == nil) }

  @Test("Views add; with a month missing they are at least what is known")
  func views() throws {
    let all = (0..<3).flatMap { [(Int64(1), $0, Metric.views, 100.0), (2, $0, .views, 10.0)] }
    let whole = try #require(book(all).total(.views, .all, over: quarter))
    #expect(whole.value == 330 && whole.known == 6 && whole.of == 6)
    let partial = try #require(book(all.dropLast()).total(.views, .all, over: quarter))
    #expect(partial.value == nil && partial.atLeast == 320 && partial.atMost == nil && partial.known == 5)
  }

  @Test("Months before a channel began are not missing")
  func beginning() throws {
    let figure = try #require(book([(1, 1, .views, 5), (1, 2, .views, 6)]).total(.views, .all, over: quarter))
    #expect(figure.value == 11 && figure.of == 2)
    #expect(try #require(book([]).total(.views, .all, over: quarter)).isMissing)
  }

  @Test("People lie between the largest part and the sum")
  func people() throws {
    let parts = (0..<3).flatMap { [(Int64(1), $0, Metric.uniqueViewers, 50.0), (2, $0, .uniqueViewers, 20.0)] }
    let figure = try #require(book(parts).reach(.all, over: quarter))
    #expect(figure.value == nil && figure.atLeast == 50 && figure.atMost == 210)
  }

  @Test("The rate of a quarter is pooled, not a mean of rates")
  func engagement() throws {
    let parts: [(Int64, Int, Metric, Double)] = [(0, 100.0, 10.0), (1, 900, 9)].flatMap { month, views, likes in
      [(1, month, .views, views), (1, month, .likes, likes), (1, month, .comments, 0), (1, month, .shares, 0)]
    }
    let figure = try #require(book(parts).engagement(.all, on: .youtube, over: quarter))
    #expect(figure.value == 19.0 / 1_000)
  }

  @Test("The light follows its rule at the edges")
  func light() {
    #expect(TrafficLight(low: 100, high: 120, target: 100) == .met)
    #expect(TrafficLight(low: 99, high: 120, target: 100) == .between)
    #expect(TrafficLight(low: 79, high: 79, target: 100) == .behind)
    #expect(TrafficLight(low: 10, high: 80, target: 100) == .between)
    #expect(TrafficLight(low: 10, high: nil, target: 100) == .between)
    #expect(TrafficLight(low: nil, high: 90, target: 100) == nil && TrafficLight(low: 1, high: 1, target: 0) == nil)
  }
}
