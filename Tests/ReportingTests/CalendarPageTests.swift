import Drawing
import Figures
import Records
import Reporting
import TestSupport
import Testing

@Suite("Calendar and signals on the dashboard")
struct CalendarPageTests {
  private func calendar() throws -> ProgrammeCalendar {
    try CalendarFile.load(Array(try ProjectFolder.text("Reports/calendar/days.tsv").utf8))
  }

  private func page(_ month: String, _ language: ReportLanguage = .english, jump: Double = 1) throws -> String {
    let month = try #require(Month(month))
    let page = MonthDashboard(
      data: LongTallies.data(through: month, jump: jump), month: month, words: try WordsSupport.words()[language],
      style: try WordsSupport.style(), preparedOn: month.lastDay + 5, calendar: try calendar())
    return WordsSupport.text(page.html())
  }

  @Test("The project's own calendar is read, for all four countries")
  func ownFile() throws {
    let calendar = try calendar()
    #expect(Set(calendar.days.map(\.country)) == ["KG", "KZ", "TJ", "UZ"])
    #expect(Set(calendar.days.filter { $0.kind == .school }.map(\.country)).count == 4)
    let keys = Set(try WordsSupport.words().keys)
    for day in calendar.days {
      #expect(keys.contains("holiday.\(day.name)") && keys.contains("country.\(day.country)"))
    }
  }

  @Test("What cannot be read is named by its line")
  func badFile() throws {
    let lines = [
      "# a comment", "holiday\tKG\t03-21\tnooruz", "holiday\tKG\t03-32\tx", "holiday\tKG\t03-21", "feast\tKG\t03-21\tx",
      "holiday\tkg\t03-21\tx", "hijri\tKG\t1447-09\t+2", "hijri\tKG\t1390-09\t+1", "hijri\t*\t1447-09\t-1",
      "hijri\t*\t1447-09\t+1", "holiday\t*\t03-21\tx", "",
    ]
    do {
      _ = try CalendarFile.load(Array(lines.joined(separator: "\r\n").utf8), name: "days.tsv")
      Issue.record("the file was accepted")
    } catch {
      #expect(error.problems.map(\.line) == [3, 4, 5, 6, 7, 8, 10, 11])
      #expect(error.problems.allSatisfy { $0.file == "days.tsv" && !$0.expected.isEmpty && !$0.remedy.isEmpty })
    }
  }

  @Test("Shifts and single days are read")
  func goodFile() throws {
    let text = "\u{FEFF}hijri\tKG\t1447-09\t+1\nholiday\tUZ\t2026-03-23\tExtra day\nholiday\tKG\t02-29\tleap\n"
    let calendar = try CalendarFile.load(Array(text.utf8))
    #expect(calendar.shifts == [HijriShift(country: "KG", month: HijriMonth(year: 1447, number: 9), days: 1)])
    #expect(calendar.days.map(\.name) == ["Extra day", "leap"])
  }

  @Test("The strip tells days of Ramadan, feasts and holidays")
  func strip() throws {
    let march = try page("2026-03")
    #expect(march.contains("days of Ramadan in this month: 19; a year earlier: 29"))
    #expect(march.contains("Ramadan \u{2013} Shawwal 1447"))
    #expect(march.contains("Eid al-Fitr: 20 March"))
    #expect(march.contains("Nowruz: 21 March (Kyrgyzstan, Uzbekistan)"))
    #expect(march.contains("No percentage is given: no month a year ago has about as many days of Ramadan"))
    // Countries where no author lives are left out.
    #expect(!march.contains("Kazakhstan") && !march.contains("Tajikistan"))
    #expect(try page("2026-09").contains("The school year begins: 2 September (Uzbekistan)"))
  }

  @Test("Months have names of their own in every language")
  func names() throws {
    #expect(try page("2026-03", .kyrgyz).contains("хижра боюнча 1447-жыл, рамазан"))
    #expect(try page("2026-03", .kyrgyz).contains("Орозо айт: 20-март"))
    #expect(try page("2026-03", .uzbek).contains("Ramazon hayiti: 20-mart"))
    #expect(try page("2026-03", .uzbekCyrillic).contains("Рамазон ҳайити: 20-март"))
    #expect(try page("2026-03", .russian).contains("дней Рамазана в этом месяце: 19; годом раньше: 29"))
  }

  @Test("A month like its like a year ago is compared with it")
  func yearAgo() throws {
    let october = try page("2026-10", jump: 2)
    #expect(october.contains("Set against October 2025: days of Ramadan 0 now, 0 then."))
    #expect(october.contains("more than a year ago"))
  }

  @Test("Cards and charts say whether there is a signal")
  func signals() throws {
    let quiet = try page("2026-10")
    #expect(quiet.contains("<p class=\"signal\">no signal</p>") && !quiet.contains("signal: outside"))
    let loud = try page("2026-10", jump: 3)
    let card = loud.split(separator: "<article class=\"card\">").dropFirst().first
    #expect(card?.contains("signal: outside the usual limits") == true)
    let charts = loud.split(separator: "<figure class=\"chart\"")
    let chart = charts.first { $0.hasPrefix(" id=\"k-views-youtube\"") }?.split(separator: "</figure>").first
    // The ring is a shape of its own, and the table says it in words.
    #expect(chart?.contains("r=\"8\"") == true && chart?.contains("<desc") == true)
    #expect(chart?.contains("<td data-label=\"Signal\">signal: outside the usual limits</td>") == true)
  }

  @Test("With fewer than twelve months no signal is claimed")
  func few() throws {
    let page = MonthDashboard(
      data: SampleTallies.data(), month: SampleTallies.month, words: try WordsSupport.words()[.english],
      style: .empty, preparedOn: SampleTallies.preparedOn)
    #expect(WordsSupport.text(page.html()).contains("too few months for a signal: 2 of 12"))
  }

  @Test("Watch hours of themes stand with their bounds, their assumption and what they cover")
  func themeHours() throws {
    let page = try page("2026-10")
    let chart = page.split(separator: "<figure class=\"chart\"").first { $0.hasPrefix(" id=\"c-theme-hours\"") }?
      .split(separator: "</figure>").first
    #expect(chart?.contains("watch hours lie in talks whose text is known") == true)
    #expect(chart?.contains("as if every talk were watched evenly") == true)
    #expect(chart?.contains("Peace without violence") == true && chart?.contains("Learning and knowledge") == false)
    #expect(page.contains("Hours watched on the themes"))
    var data = LongTallies.data()
    data.watched = []
    let bare = MonthDashboard(
      data: data, month: LongTallies.month, words: try WordsSupport.words()[.english], style: .empty,
      preparedOn: SampleTallies.preparedOn)
    #expect(WordsSupport.text(bare.html()).contains("No talk has both a text and a month\u{2019}s watch time."))
  }
}
