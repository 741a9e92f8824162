import Figures
import Records
import Reporting
import Testing

/// A platform begins to count differently: charts draw a seam there, and no percentage crosses it.
@Suite("Seams")
struct SeamTests {
  private func data(through month: Month, _ platform: Platform) -> ProgrammeData {
    var data = ProgrammeData(months: (0..<26).map { month + (-25 + $0) })
    data.creators = [CreatorCard(code: "K01", languages: [.kyrgyz], country: "KG", sharedWithDonors: [])]
    data.accounts = [AccountCard(id: 1, creator: "K01", platform: platform)]
    data.metrics = data.months.enumerated().map {
      MonthlyMetric(
        account: 1, month: $0.element, metric: .views, basis: .month, value: 10_000 + Double($0.offset) * 400, known: 1,
        of: 1)
    }
    return data
  }

  private func page(through month: Month, _ platform: Platform) throws -> String {
    WordsSupport.text(
      MonthDashboard(
        data: data(through: month, platform), month: month, words: try WordsSupport.words()[.english],
        style: try WordsSupport.style(), preparedOn: month.lastDay + 5
      ).html())
  }

  private let breaks: [(platform: Platform, day: String, month: Month)] = [
    (.youtube, "2025-03-31", Month(year: 2025, month: 4)), (.instagram, "2025-04-21", Month(year: 2025, month: 5)),
  ]

  @Test("The Shorts' and Instagram's breaks of 2025 draw a seam, and a chart beyond them draws none")
  func drawn() throws {
    let word = try WordsSupport.words()[.english].forms("chart.seam")?[""] ?? ""
    #expect(!word.isEmpty)
    for change in breaks {
      #expect(try page(through: change.month + 2, change.platform).contains(word))
      #expect(try !page(through: change.month + 12, change.platform).contains(">\(word)<"))
    }
  }

  @Test("No percentage crosses a break, to the month before or to the year before")
  func percentages() throws {
    for change in breaks {
      let day = try #require(Day(change.day))
      for (month, earlier) in [(day.month, day.month + -1), (day.month + 3, day.month + -9)] {
        let book = FigureBook(data(through: month, change.platform))
        let comparison = book.compare(.views, in: month, with: earlier)
        #expect(comparison.relative == nil && comparison.verdict == .seam(day), "\(change.platform) \(month)")
      }
      let after = FigureBook(data(through: day.month + 14, change.platform))
      #expect(after.compare(.views, in: day.month + 14, with: day.month + 2).relative != nil)
    }
  }

  @Test("Numbers before a break make no usual range and no limits for those after it")
  func bands() throws {
    for change in breaks {
      let month = change.month + 4
      let book = FigureBook(data(through: month, change.platform))
      #expect(book.usualBand(.views, before: month) == nil, "four months since the break are too few")
      #expect(book.control(.views, through: month).line == nil)
    }
  }
}
