import Figures
import Foundation
import Records
import Testing

@Suite("Calendar")
struct CalendarTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
  private func month(_ text: String) throws -> Month { try #require(Month(text)) }

  /// Test values of MEASURES 2.9.
  @Test(
    "Ramadan begins",
    arguments: [
      (1444, "2023-03-23"), (1445, "2024-03-11"), (1446, "2025-03-01"), (1447, "2026-02-18"), (1448, "2027-02-08"),
    ])
  func ramadan(year: Int, start: String) throws {
    let first = try day(start)
    #expect(UmmAlQura.start(of: HijriMonth(year: year, number: 9)) == first)
    #expect(UmmAlQura.month(of: first) == HijriMonth(year: year, number: 9))
    #expect(UmmAlQura.month(of: first + -1) == HijriMonth(year: year, number: 8))
  }

  @Test("Every month of the table begins where the platform's own calendar says", arguments: UmmAlQura.years)
  func wholeTable(year: Int) throws {
    var hijri = Calendar(identifier: .islamicUmmAlQura)
    hijri.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in 1...12 {
      let date = try #require(hijri.date(from: DateComponents(year: year, month: number, day: 1)))
      let start = try #require(UmmAlQura.start(of: HijriMonth(year: year, number: number)))
      #expect(start.number == Int32(date.timeIntervalSince1970 / 86_400))
      #expect(UmmAlQura.month(of: start) == HijriMonth(year: year, number: number))
    }
  }

  @Test("Outside the table nothing is said")
  func outside() throws {
    #expect(UmmAlQura.start(of: HijriMonth(year: UmmAlQura.years.lowerBound - 1, number: 12)) == nil)
    #expect(UmmAlQura.start(of: HijriMonth(year: 1447, number: 13)) == nil)
    #expect(try UmmAlQura.month(of: day("2014-10-24")) == nil)
    #expect(try ProgrammeCalendar.plain.ramadanDays(in: month("2014-10")) == nil)
    #expect(try ProgrammeCalendar.plain.feasts(in: month("2060-01")).isEmpty)
  }

  @Test(
    "Days of Ramadan in a month",
    arguments: [
      ("2026-02", 11), ("2026-03", 19), ("2026-04", 0), ("2025-03", 29), ("2025-02", 0), ("2024-03", 21),
      ("2024-04", 9), ("2030-01", 27), ("2030-12", 6),
    ])
  func ramadanDays(text: String, days: Int) throws {
    #expect(try ProgrammeCalendar.plain.ramadanDays(in: month(text)) == days)
  }

  @Test("A country may begin a day later; others stay")
  func shift() throws {
    let calendar = ProgrammeCalendar(shifts: [
      HijriShift(country: "KG", month: HijriMonth(year: 1447, number: 9), days: 1)
    ])
    #expect(try calendar.ramadanDays(in: month("2026-02"), country: "KG") == 10)
    #expect(try calendar.ramadanDays(in: month("2026-02"), country: "UZ") == 11)
    #expect(try calendar.ramadanDays(in: month("2026-02"), countries: ["KG", "UZ"]) == 10...11)
    #expect(try calendar.ramadanDays(in: month("2026-02"), countries: []) == 11...11)
    // The end has not moved, so the days of March stay.
    #expect(try calendar.ramadanDays(in: month("2026-03"), country: "KG") == 19)
    let feasts = calendar.feasts(in: try month("2026-02"), country: "KG")
    #expect(feasts.map(\.day.description) == ["2026-02-19"])
  }

  @Test("Feasts of a month, and a shift over its end")
  func feasts() throws {
    let march = ProgrammeCalendar.plain.feasts(in: try month("2026-03"))
    #expect(march.map(\.feast) == [.eidAlFitr] && march.map(\.day.description) == ["2026-03-20"])
    let may = ProgrammeCalendar.plain.feasts(in: try month("2026-05"))
    #expect(may.map(\.feast) == [.eidAlAdha] && may.map(\.day.description) == ["2026-05-27"])
    // Ramadan 1446 began on 1 March 2025: a day earlier lies in February.
    let early = ProgrammeCalendar(shifts: [
      HijriShift(country: nil, month: HijriMonth(year: 1446, number: 9), days: -1)
    ])
    #expect(try early.feasts(in: month("2025-02"), country: "KG").map(\.feast) == [.ramadan])
    #expect(try early.ramadanDays(in: month("2025-02")) == 1)
    #expect(try early.hijriMonths(in: month("2026-03")).map(\.number) == [9, 10])
  }

  @Test("A year ago is looked for by days of Ramadan, and not at any price")
  func yearAgo() throws {
    let calendar = ProgrammeCalendar.plain
    // October: no Ramadan in either year.
    let october = try #require(calendar.yearAgo(of: try month("2026-10")))
    #expect(october.matched?.description == "2025-10" && october.ramadanNow == 0)
    // March 2026 has 19 days; March 2025 had 29, February and April none: nothing is alike.
    let march = try #require(calendar.yearAgo(of: try month("2026-03")))
    #expect(march.matched == nil && march.ramadanNow == 19 && march.ramadanPlain == 29)
    // April 2026 has none, April 2025 none; March 2024 (21 days) has April 2023 (20 days), thirteen months back none.
    #expect(try calendar.yearAgo(of: month("2026-04"))?.matched?.description == "2025-04")
    let earlier = try #require(calendar.yearAgo(of: try month("2024-03")))
    #expect(earlier.matched?.description == "2023-04" && earlier.ramadanMatched == 20)
    // A month without Ramadan is never moved to another season.
    #expect(try calendar.yearAgo(of: month("2027-03"))?.ramadanPlain == 19)
  }

  @Test("Holidays by rule and once; Fridays")
  func holidays() throws {
    let once = try day("2026-03-23")
    let calendar = ProgrammeCalendar(days: [
      NationalDay(.holiday, country: "KG", rule: .yearly(month: 3, day: 21), name: "nooruz"),
      NationalDay(.holiday, country: "UZ", rule: .once(once), name: "extra"),
      NationalDay(.holiday, country: "UZ", rule: .yearly(month: 2, day: 29), name: "leap"),
      NationalDay(.school, country: "KG", rule: .yearly(month: 9, day: 1), name: "school"),
    ])
    let march = calendar.nationalDays(.holiday, in: try month("2026-03"), countries: ["KG", "UZ"])
    #expect(march.map(\.entry.name) == ["nooruz", "extra"])
    #expect(try calendar.nationalDays(.holiday, in: month("2027-03"), countries: ["UZ"]).isEmpty)
    #expect(try calendar.nationalDays(.holiday, in: month("2026-02"), countries: ["UZ"]).isEmpty)
    #expect(try calendar.nationalDays(.holiday, in: month("2028-02"), countries: ["UZ"]).count == 1)
    #expect(try calendar.nationalDays(.school, in: month("2026-09"), countries: ["KG"]).count == 1)
    #expect(try ProgrammeCalendar.count(weekday: 5, in: month("2026-10")) == 5)
    #expect(try ProgrammeCalendar.count(weekday: 5, in: month("2026-11")) == 4)
  }
}
