import Figures
import Records
import Testing

@Suite("Control charts")
struct ControlLineTests {
  /// Twelve numbers whose limits can be worked out by hand: mean 10, moving ranges all 2.
  private let even: [Double?] = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11]

  @Test("Mean ± 2.66 times the mean moving range")
  func limits() throws {
    let line = try #require(ControlLine.individuals(even))
    #expect(line.centre == 10)
    #expect(abs(line.points[0].limits.lower - 4.68) < 1e-9 && abs(line.points[0].limits.upper - 15.32) < 1e-9)
    #expect(line.points.allSatisfy { $0.rules.isEmpty })
  }

  @Test("Eleven points are too few, and a gap is no point")
  func tooFew() {
    #expect(ControlLine.individuals(Array(even.dropLast())) == nil)
    var gap = even
    gap[3] = nil
    #expect(ControlLine.individuals(gap) == nil)
    #expect(ControlLine.individuals(gap + [10]) != nil)
    #expect(ControlLine.individuals([]) == nil)
  }

  @Test("One point outside")
  func outside() throws {
    let line = try #require(ControlLine.individuals(even + [40]))
    #expect(line.now == [.outside])
    #expect(line.points.dropLast().allSatisfy { !$0.rules.contains(.outside) })
    // Counts have no limit below nothing.
    let rough: [Double?] = [0, 9, 1, 8, 0, 9, 1, 8, 0, 9, 1, 8]
    #expect(try #require(ControlLine.individuals(rough, floor: 0)).points[0].limits.lower == 0)
    #expect(try #require(ControlLine.individuals(rough)).points[0].limits.lower < 0)
    let low = try #require(ControlLine.individuals(even + even + even + [1]))
    #expect(low.now == [.outside])
  }

  @Test("Eight on one side; seven are not enough, and the mean itself ends a run")
  func run() throws {
    let up: [Double] = [10, 12, 11, 12, 11, 12, 11, 12]
    let down: [Double] = [4, 5, 4, 5, 4, 5, 4, 5]
    let line = try #require(ControlLine.individuals(down + up))
    #expect(line.points.map { $0.rules.contains(.run) } == (0..<16).map { $0 == 7 || $0 == 15 })
    let short = try #require(ControlLine.individuals(Array(down.dropFirst()) + up))
    #expect(short.points.map { $0.rules.contains(.run) } == (0..<15).map { $0 == 14 })
    let flat = try #require(ControlLine.individuals(Array(repeating: 7, count: 14)))
    #expect(flat.points.allSatisfy { $0.rules.isEmpty })
  }

  @Test("Six rising or falling; five are not enough")
  func trend() throws {
    let rising = try #require(ControlLine.individuals([10, 9, 11, 9, 10, 9, 8, 9, 10, 11, 12, 13]))
    #expect(rising.now.contains(.trend) && rising.points.filter { $0.rules.contains(.trend) }.count == 1)
    let five = try #require(ControlLine.individuals([10, 9, 11, 9, 10, 9, 10, 9, 10, 11, 12, 13]))
    #expect(!five.now.contains(.trend))
    let falling = try #require(ControlLine.individuals([10, 9, 11, 9, 10, 11, 12, 11, 10, 9, 8, 7]))
    #expect(falling.now.contains(.trend))
  }

  @Test("A gap ends a run and a rise")
  func gap() throws {
    let values: [Double?] = [4, 5, 4, 5, 4, 5, 4, 10, 12, 11, 12, nil, 11, 12, 11, 12]
    let line = try #require(ControlLine.individuals(values))
    #expect(line.points.allSatisfy { !$0.rules.contains(.run) })
    #expect(line.points[11].value == nil && line.points[11].rules.isEmpty)
  }

  @Test("Limits of a share follow its n: p ± 3 √(p (1 − p) / n)")
  func shares() throws {
    let base = Array(repeating: ControlLine.Share(value: 0.5, cases: 100), count: 11)
    let line = try #require(ControlLine.shares(base + [.init(value: 0.5, cases: 900)]))
    #expect(line.centre == 0.5)
    #expect(abs(line.points[0].limits.lower - 0.35) < 1e-9 && abs(line.points[0].limits.upper - 0.65) < 1e-9)
    #expect(abs(line.points[11].limits.lower - 0.45) < 1e-9 && abs(line.points[11].limits.upper - 0.55) < 1e-9)
    // The same share is a signal where many answered and none where few did.
    let many = try #require(ControlLine.shares(base + [.init(value: 0.7, cases: 400)]))
    let few = try #require(ControlLine.shares(base + [.init(value: 0.7, cases: 10)]))
    #expect(many.now == [.outside] && few.now.isEmpty)
    #expect(ControlLine.shares(Array(base)) == nil)
    let rare = Array(repeating: ControlLine.Share(value: 0.99, cases: 30), count: 12)
    #expect(try #require(ControlLine.shares(rare)).points[0].limits.upper == 1)
  }

  @Test("Months before a change of counting are no part of the chart")
  func seam() throws {
    let last = Month(year: 2026, month: 2)
    var data = ProgrammeData(months: (0..<24).map { last + (-23 + $0) })
    data.accounts = [AccountCard(id: 1, creator: "K01", platform: .youtube)]
    data.metrics = data.months.map {
      MonthlyMetric(account: 1, month: $0, metric: .views, basis: .month, value: 100, known: 1, of: 1)
    }
    // Shorts are counted differently since 31 March 2025: from April on there are eleven months.
    let eleven = FigureBook(data).control(.views, through: last)
    #expect(eleven.months.count == 12 && eleven.known == 11 && eleven.line == nil)
    data.metrics.append(
      MonthlyMetric(account: 1, month: last + 1, metric: .views, basis: .month, value: 100, known: 1, of: 1))
    let twelve = FigureBook(data).control(.views, through: last + 1)
    #expect(twelve.known == 12 && twelve.line?.centre == 100)
  }

  @Test("Shares of months with few opinions are left out of their chart")
  func constructive() throws {
    let last = Month(year: 2026, month: 10)
    var data = ProgrammeData(months: (0..<12).map { last + (-11 + $0) })
    data.accounts = [AccountCard(id: 1, creator: "K01", platform: .youtube)]
    func tally(_ month: Month, _ kind: Response, _ count: Int) -> CommentTally {
      CommentTally(
        account: 1, month: month, language: .kyrgyz, kind: .response, label: kind.rawValue, comments: count,
        commentersAtLeast: count)
    }
    data.comments = data.months.flatMap {
      [tally($0, .supportive, 60), tally($0, .hostile, 40), tally($0, .formula, 900), tally($0, .spam, 50)]
    }
    let series = FigureBook(data).controlConstructive(through: last)
    // Formulas and spam stand apart: 60 of 100.
    #expect(series.known == 12 && abs((series.line?.centre ?? 0) - 0.6) < 1e-9)
    data.comments.removeAll { $0.month == last }
    data.comments.append(tally(last, .supportive, 29))
    #expect(FigureBook(data).controlConstructive(through: last).known == 11)
  }
}
