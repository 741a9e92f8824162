import Records
import Testing

@Suite struct TimeTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-10-31", 20_757), ("1900-03-01", -25_508),
  ])
  func daysAreCountedFrom1970(text: String, number: Int32) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.description == text)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-01T00:00", "", "2026-00-10", "٢٠٢٦-01-01",
  ])
  func whatIsNoDateIsRefused(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    var day = Day(number: 0)
    for _ in 0..<146_097 {
      let date = day.civil
      #expect(Day(year: date.year, month: date.month, day: date.day) == day)
      day = day + 1
    }
    #expect(day.description == "2370-01-01")
  }

  @Test func monthsKnowTheirEnds() throws {
    let month = try #require(Month("2028-02"))
    #expect(month.lastDay.description == "2028-02-29")
    #expect((month + 11).description == "2029-01")
    #expect(month.period.wholeMonth == month)
    #expect(Period(from: month.firstDay, through: month.firstDay).wholeMonth == nil)
    #expect(Month(index: month.index) == month)
  }

  @Test func fridaysAreFridays() throws {
    #expect(try #require(Day("2026-10-30")).weekday == 5)
    #expect(Day(number: -3).weekday == 1)
  }

  @Test func instantsFallOnTheDayOfTheZone() throws {
    let day = try #require(Day("2026-10-31"))
    let late = Instant(day: day, secondOfDay: 23 * 3_600, offset: 6 * 3_600)
    #expect(late.day(offset: 6 * 3_600) == day)
    #expect(late.description == "2026-10-31T17:00:00Z")
    #expect(Instant(seconds: -1).day() == Day(number: -1))
    #expect(Instant(seconds: -1).secondOfDay() == 86_399)
  }
}

@Suite struct ReportedTests {
  @Test func missingIsNeverAValue() {
    #expect(Reported<Double>.known(0).value == 0)
    #expect(Reported<Double>.withheld.value == nil)
    #expect(Reported<Double>.notInExport.value == nil)
    #expect(Reported<Double>.unreadable("x").value == nil)
    #expect(Reported<Double>.approximate(1_200).isApproximate)
  }

  @Test func whoAgreedToThePublicAgreedToDonors() {
    #expect(ConsentAudience.public >= .donors)
    #expect(ConsentAudience.team < .donors)
  }
}
