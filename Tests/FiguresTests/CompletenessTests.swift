import Figures
import Records
import Testing

@Suite("Gaps, named")
struct CompletenessTests {
  private let month = Month(year: 2026, month: 10)
  private let channel = AccountCard(id: 1, creator: "A", platform: .youtube)

  private func book(views: MonthlyMetric?, talks: [TalkTally] = []) -> FigureBook {
    let earlier = MonthlyMetric(
      account: 1, month: month + -2, metric: .views, basis: .month, value: 5, known: 1, of: 1)
    return FigureBook(
      ProgrammeData(
        months: [month], accounts: [channel], metrics: [earlier] + [views].compactMap { $0 }, talks: talks))
  }

  @Test("A channel that has not begun is not missing")
  func notStarted() {
    #expect(book(views: nil).state(of: .numbers, channel, month + -3).state == .notStarted)
    #expect(book(views: nil).state(of: .numbers, channel, month).state == .missing)
  }

  @Test("Part of the days is part of the data")
  func partial() {
    let days = MonthlyMetric(
      account: 1, month: month, metric: .views, basis: .days, value: nil, lower: 20, known: 20, of: 31)
    let gap = book(views: days).state(of: .numbers, channel, month)
    #expect(gap.state == .partial && gap.known == 20 && gap.of == 31)
  }

  @Test("Without talks no transcript is due; gaps are listed by kind")
  func gaps() {
    let talks = [TalkTally(account: 1, month: month, published: 0, transcribed: 0, transcribedSeconds: 0)]
    let gaps = book(views: nil, talks: talks).gaps(in: month)
    #expect(gaps.map(\.kind) == [.numbers, .people, .comments])
  }
}
