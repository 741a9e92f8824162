import Records
import Reporting
import Testing

@Suite struct MonthsPageTests {
  @Test("Months are listed newest first with links to what is there", arguments: ReportLanguage.allCases)
  func lists(language: ReportLanguage) throws {
    let month = SampleTallies.month
    let entries = [
      MonthEntry(month: month + -1, dashboard: "month-2026-09.ru.html", brief: nil),
      MonthEntry(month: month, dashboard: "month-2026-10.ru.html", brief: "brief-2026-10.ru.html"),
      MonthEntry(month: month + -2, dashboard: "../secret.html", brief: "javascript:x"),
    ]
    let page = WordsSupport.text(
      MonthsPage(
        data: SampleTallies.data(), through: month, entries: entries, words: try WordsSupport.words()[language],
        style: try WordsSupport.style(), preparedOn: SampleTallies.preparedOn
      ).html())
    let october = try #require(page.firstRange(of: "href=\"month-2026-10.ru.html\""))
    let september = try #require(page.firstRange(of: "href=\"month-2026-09.ru.html\""))
    #expect(october.lowerBound < september.lowerBound)
    #expect(page.contains("href=\"brief-2026-10.ru.html\"") && !page.contains("secret") && !page.contains("javascript"))
    #expect(page.split(separator: "<svg").count == 7)
  }
}
