package import Records

/// Reads dates as exports, Excel and people write them.
package enum DateParser {
  /// A date with what it says of time and zone; nil if it is none.
  ///
  /// Understood: ISO 8601, `YYYY/MM/DD`, `YYYYMMDD`, `DD.MM.YYYY`, `DD/MM/YYYY` or `MM/DD/YYYY` by `order`,
  /// and dates with a month's name in English, Russian, Kyrgyz, Uzbek or Kazakh, each with an optional time.
  package static func civil(_ cell: Bytes, order: DateOrder) -> CivilTime? {
    let body = cell.trimmed()
    guard (6...64).contains(body.count) else { return nil }
    if let found = iso(body) { return found }
    if body.count == 8, let compact = body.decimal {
      return Day(year: compact / 10_000, month: compact / 100 % 100, day: compact % 100).map { CivilTime(day: $0) }
    }
    return numeric(body, order: order) ?? named(body)
  }

  /// Unix time in seconds or milliseconds, or a date; a date without a zone is taken for UTC.
  package static func instant(_ cell: Bytes, order: DateOrder) -> (Instant, TimePrecision)? {
    if let unix = unix(cell) { return (unix, .second) }
    return civil(cell, order: order).map { ($0.instant, $0.precision) }
  }

  /// Unix time: 9 or 10 digits of seconds or 13 of milliseconds, perhaps with a fraction.
  package static func unix(_ cell: Bytes) -> Instant? {
    let body = cell.trimmed()
    let whole = body.position(of: ASCII.dot).map { body.part(0..<$0) } ?? body
    guard let value = whole.decimal else { return nil }
    guard body.part(whole.count..<body.count).dropFirst().allSatisfy(ASCII.isDigit) else { return nil }
    switch whole.count {
    case 9, 10: return Instant(seconds: Int64(value))
    case 13: return Instant(seconds: Int64(value / 1_000))
    default: return nil
    }
  }

  // MARK: ISO

  private static func iso(_ body: Bytes) -> CivilTime? {
    guard body.count >= 10, body[4] == ASCII.minus || body[4] == ASCII.slash, body[7] == body[4],
      let year = body.decimal(0..<4), let month = body.decimal(5..<7),
      let day = body.decimal(8..<10), let day = Day(year: year, month: month, day: day)
    else { return nil }
    if body.count == 10 { return CivilTime(day: day) }
    guard body[10] == UInt8(ascii: "T") || body[10] == ASCII.space else { return nil }
    var time = TimeReader(body, at: 11)
    return time.civil(day)
  }

  // MARK: Numbers

  private static func numeric(_ body: Bytes, order: DateOrder) -> CivilTime? {
    guard let end = body.firstIndex(where: { !ASCII.isDigit($0) }), end <= 2, end > 0 else { return nil }
    let mark = body[end]
    guard mark == ASCII.dot || mark == ASCII.slash || mark == ASCII.minus,
      let second = body.position(of: mark, from: end + 1), second - end <= 3
    else { return nil }
    let yearEnd = body[(second + 1)...].firstIndex { !ASCII.isDigit($0) } ?? body.count
    guard let one = body.decimal(0..<end), let two = body.decimal(end + 1..<second),
      let year = body.decimal(second + 1..<yearEnd), let year = fullYear(year, yearEnd - second - 1)
    else { return nil }
    let isDayFirst = mark == ASCII.dot || order == .dayFirst
    guard let day = Day(year: year, month: isDayFirst ? two : one, day: isDayFirst ? one : two) else { return nil }
    if yearEnd == body.count { return CivilTime(day: day) }
    var time = TimeReader(body, at: yearEnd)
    return time.civil(day)
  }

  private static func fullYear(_ year: Int, _ width: Int) -> Int? {
    switch width {
    case 4: year
    case 2: 2_000 + year
    default: nil
    }
  }

  // MARK: Names of months

  private static func named(_ body: Bytes) -> CivilTime? {
    var month: Int?
    var numbers: [(value: Int, width: Int)] = []
    var timeStart: Int?
    var at = 0
    while at < body.count, timeStart == nil {
      let start = at
      if ASCII.isDigit(body[at]) {
        while at < body.count, ASCII.isDigit(body[at]) { at += 1 }
        if at < body.count, body[at] == ASCII.colon { timeStart = start }
        guard timeStart == nil else { break }
        guard let value = body.decimal(start..<at) else { return nil }
        numbers.append((value, at - start))
      } else if isWordByte(body[at]) {
        while at < body.count, isWordByte(body[at]) { at += 1 }
        month = month ?? MonthName.month(body.part(start..<at))
      } else {
        at += 1
      }
    }
    guard let month, let day = day(month, numbers) else { return nil }
    guard let timeStart else { return CivilTime(day: day) }
    var time = TimeReader(body, at: timeStart)
    return time.civil(day)
  }

  private static func day(_ month: Int, _ numbers: [(value: Int, width: Int)]) -> Day? {
    guard numbers.count == 2 else { return nil }
    let isYearFirst = numbers[0].width == 4
    let year = isYearFirst ? numbers[0] : numbers[1]
    let day = isYearFirst ? numbers[1] : numbers[0]
    guard day.width <= 2, let full = fullYear(year.value, year.width) else { return nil }
    return Day(year: full, month: month, day: day.value)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || byte >= 0x80 }
}
