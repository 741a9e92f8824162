package import Records

/// A month of the Hijri calendar.
package struct HijriMonth: Sendable, Hashable {
  package var year: Int
  /// 1 = Muharram ... 9 = Ramadan ... 12 = Dhu al-Hijja.
  package var number: Int

  package init(year: Int, number: Int) {
    self.year = year
    self.number = number
  }

  package static let ramadan = 9

  /// The month after this one.
  package var next: HijriMonth {
    number == 12 ? HijriMonth(year: year + 1, number: 1) : HijriMonth(year: year, number: number + 1)
  }
}

/// The Umm al-Qura calendar: the one fixed table that all pages reckon by, so that two pages never differ by a day.
///
/// Source: the lengths of months that ICU 78 and Swift Foundation carry (`islamic-umalqura`). The tabular calendars
/// of the same libraries begin Ramadan up to a day apart; where a country begins a day earlier or later, a
/// `HijriShift` says so. MEASURES 2.9.
package enum UmmAlQura {
  /// The first year of the table, and the last.
  package static let years = firstYear...(firstYear + lengths.count - 1)

  private static let firstYear = 1436
  /// 1 Muharram 1436 = 2014-10-25.
  private static let firstDay = Day(number: 16_368)
  /// A bit for each month from the lowest on: set where the month has 30 days, else 29. 1436...1462.
  private static let lengths: [UInt16] = [
    0xAAA, 0x94D, 0x49D, 0x95D, 0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A, 0x92E, 0x26E, 0x55D, 0xADA, 0x6D4, 0x6A5, 0xB27,
    0xA4D, 0x4AD, 0x56D, 0xB5A, 0x754, 0xF49, 0xE92, 0xD26, 0xA56, 0x356, 0x6B5,
  ]

  /// Days from the first month of the table to each month, in order; one more for the end of the last.
  private static let starts: [Int32] = lengths.reduce(into: [firstDay.number]) { starts, year in
    for month in 0..<12 { starts.append((starts.last ?? 0) + (year >> month & 1 == 1 ? 30 : 29)) }
  }

  /// The first day of a month; nil outside the table.
  package static func start(of month: HijriMonth) -> Day? {
    let index = (month.year - firstYear) * 12 + month.number - 1
    guard (1...12).contains(month.number), starts.indices.contains(index) else { return nil }
    return Day(number: starts[index])
  }

  /// The month a day lies in; nil outside the table.
  package static func month(of day: Day) -> HijriMonth? {
    guard let end = starts.last, day >= firstDay, day.number < end else { return nil }
    let index = (starts.firstIndex { $0 > day.number } ?? starts.count) - 1
    return HijriMonth(year: firstYear + index / 12, number: index % 12 + 1)
  }
}
