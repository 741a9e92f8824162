import Figures
import Records
import Testing

@Suite("What changed")
struct ComparisonTests {
  private let month = Month(year: 2026, month: 10)

  private func book(_ rows: [(Int64, Month, Double?)], metric: Metric = .views) -> FigureBook {
    FigureBook(
      ProgrammeData(
        months: [month],
        accounts: [
          AccountCard(id: 1, creator: "A", platform: .youtube),
          AccountCard(id: 2, creator: "B", platform: .youtube),
        ],
        metrics: rows.map {
          MonthlyMetric(
            account: $0.0, month: $0.1, metric: metric, basis: .month, value: $0.2, known: 1, of: 1)
        }))
  }

  @Test("Only channels known in both months are compared")
  func matched() {
    let book = book([(1, month + -1, 100), (1, month, 120), (2, month, 5_000)])
    let comparison = book.compare(.views, in: month, with: month + -1)
    #expect(comparison.verdict == .increased && comparison.matched == 1 && comparison.of == 2)
    #expect(abs((comparison.relative ?? 0) - 0.2) < 1e-12)
  }

  @Test("Under two per cent is no change; without a month before there is no basis")
  func small() {
    let book = book([(1, month + -1, 1_000), (1, month, 1_010)])
    #expect(book.compare(.views, in: month, with: month + -1).verdict == .unchanged)
    #expect(book.compare(.views, in: month, with: month + -2).verdict == .noBasis)
  }

  @Test("Across a seam there is no percentage")
  func seam() {
    let april = Month(year: 2025, month: 4)
    let comparison = book([(1, april + -1, 100), (1, april, 900)])
      .compare(.views, in: april, with: april + -1)
    #expect(comparison.verdict == .seam(Day("2025-03-31") ?? april.firstDay) && comparison.relative == nil)
  }

  @Test("A small base has no percentage")
  func smallBase() {
    let comparison = book([(1, month + -1, 10), (1, month, 30)]).compare(.views, in: month, with: month + -1)
    #expect(comparison.verdict == .increased && comparison.relative == nil)
  }

  @Test("Ranges of people that touch tell nothing")
  func people() {
    func book(_ before: Double, _ now: Double) -> FigureBook {
      let rows: [(Int64, Month, Double?)] = [
        (1, month + -1, before), (2, month + -1, before), (1, month, now), (2, month, now),
      ]
      return self.book(rows, metric: .uniqueViewers)
    }
    #expect(book(100, 150).compareReach(in: month, with: month + -1).verdict == .unclear)
    #expect(book(100, 201).compareReach(in: month, with: month + -1).verdict == .increased)
    #expect(book(201, 100).compareReach(in: month, with: month + -1).verdict == .decreased)
  }

  @Test("The usual range needs five months and is their middle half")
  func usual() {
    let rows = [10.0, 20, 30, 40, 50].enumerated().map { (Int64(1), month + -5 + $0.offset, Double?($0.element)) }
    let one = ChannelSelection(creator: "A")
    let band = book(rows).usualBand(.views, one, before: month)
    #expect(band?.limits == Limits(lower: 20, upper: 40) && band?.months == 5)
    #expect(band?.place(of: 41) == .above && band?.place(of: 20) == .within)
    #expect(book(Array(rows.dropFirst())).usualBand(.views, one, before: month) == nil)
  }

  @Test("Shares change only where Newcombe's interval leaves zero out")
  func shares() {
    func tally(_ month: Month, _ response: Response, _ count: Int) -> CommentTally {
      CommentTally(
        account: 1, month: month, language: .kyrgyz, kind: .response, label: response.rawValue,
        comments: count, commentersAtLeast: count)
    }
    func book(_ hits: Int) -> FigureBook {
      FigureBook(
        ProgrammeData(
          months: [month], accounts: [AccountCard(id: 1, creator: "A", platform: .youtube)],
          comments: [
            tally(month, .supportive, 56), tally(month, .hostile, 14), tally(month + -1, .supportive, hits),
            tally(month + -1, .hostile, 80 - hits),
          ]))
    }
    let rise = book(48).compareConstructive(in: month, with: month + -1)
    #expect(rise.verdict == .increased && abs((rise.difference?.lower ?? 0) - 0.0524) < 0.00005)
    #expect(book(60).compareConstructive(in: month, with: month + -1).verdict == .unclear)
  }
}
