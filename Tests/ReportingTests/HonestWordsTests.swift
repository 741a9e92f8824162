import Records
import Reporting
import Testing

/// Words that must not claim more than the numbers beside them.
@Suite("Words that claim no more than is known")
struct HonestWordsTests {
  private func dashboard(_ language: ReportLanguage, _ data: ProgrammeData) throws -> String {
    let page = MonthDashboard(
      data: data, month: SampleTallies.month, words: try WordsSupport.words()[language],
      style: try WordsSupport.style(), preparedOn: SampleTallies.preparedOn)
    return WordsSupport.text(page.html())
  }

  @Test(
    "Comments that wait for a person are told as those of all months",
    arguments: [
      (ReportLanguage.english, "Of all months, not this one alone: 44"),
      (.russian, "За все месяцы, а не только за этот: 44"), (.kyrgyz, "Бул ай эле эмес, бардык айлар боюнча"),
      (.uzbek, "Faqat bu oy emas, barcha oylar boʻyicha"),
    ])
  func waiting(language: ReportLanguage, told: String) throws {
    var data = SampleTallies.data()
    data.waitingAlerts = 44
    #expect(try dashboard(language, data).contains(told))
  }

  @Test(
    "Channels with everything are told as complete, apart from channels with a number",
    arguments: [
      (ReportLanguage.english, "complete on "), (.russian, ": полностью — "), (.kyrgyz, "боюнча толук"),
      (.uzbek, "tasida toʻliq"),
    ])
  func complete(language: ReportLanguage, told: String) throws {
    #expect(try dashboard(language, SampleTallies.data()).contains(told))
  }

  @Test("A country is named as the word files name it; one that they do not know, as the system does")
  func countries() throws {
    var data = SampleTallies.data()
    let account = try #require(data.accounts.first { $0.platform == .youtube })
    for (country, share) in [("KG", 70.0), ("TR", 30)] {
      data.audience.append(
        AudiencePart(
          account: account.id, month: SampleTallies.month, metric: .viewsPercent, dimensions: "country=\(country)",
          value: share))
    }
    let page = try dashboard(.russian, data)
    #expect(page.contains("Кыргызстан") && page.contains("Турция") && !page.contains("Киргизия"))
  }
}
