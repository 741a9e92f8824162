package import Records

/// The clock of Meta's exports: US Pacific time, with the daylight saving rule in force since 2007.
package enum MetaClock {
  /// The moment of a Pacific date and second of the day (0..<86,400). An hour that comes twice is taken as
  /// the first one, an hour that is skipped as if the clock had not been set forward.
  package static func instant(day: Day, secondOfDay: Int) -> Instant {
    Instant(day: day, secondOfDay: secondOfDay, offset: offset(day: day, secondOfDay: secondOfDay))
  }

  /// Seconds east of UTC: -8 h in winter, -7 h from the second Sunday of March, 2:00, to the first of
  /// November, 2:00.
  static func offset(day: Day, secondOfDay: Int) -> Int {
    let year = day.civil.year
    guard let start = sunday(2, year: year, month: 3), let end = sunday(1, year: year, month: 11) else {
      return -8 * 3_600
    }
    let isSummer =
      (day > start && day < end) || (day == start && secondOfDay >= 3 * 3_600)
      || (day == end && secondOfDay < 2 * 3_600)
    return (isSummer ? -7 : -8) * 3_600
  }

  private static func sunday(_ count: Int, year: Int, month: Int) -> Day? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    return first + ((7 - first.weekday) % 7 + 7 * (count - 1))
  }
}
