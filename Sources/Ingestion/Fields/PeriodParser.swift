package import Records

/// Reads the days that a cell names.
package enum PeriodParser {
  /// A month (`2026-10`, `10.2026`, `октябрь 2026`, `Oct.2026`), two dates, or one date; nil for anything else.
  package static func period(_ cell: Bytes) -> Period? {
    let body = cell.trimmed()
    guard (4...64).contains(body.count) else { return nil }
    if let month = month(body) { return month.period }
    if let both = range(body) { return both }
    return DateParser.civil(body, order: .dayFirst).map { Period(from: $0.day, through: $0.day) }
  }

  private static func month(_ body: Bytes) -> Month? {
    let parts = body.split { !(ASCII.isLetter($0) || ASCII.isDigit($0) || $0 >= 0x80) }.map { Bytes(rebasing: $0) }
    // `октябрь 2026 г.`
    guard (2...3).contains(parts.count), parts.count == 2 || parts[2].equals("г") else { return nil }
    for (year, month) in [(parts[0], parts[1]), (parts[1], parts[0])] where year.count == 4 {
      guard let year = year.decimal, (2_005...2_100).contains(year) else { continue }
      if let month = MonthName.month(month) { return Month(year: year, month: month) }
      if let month = month.decimal, month >= 1, month <= 12 { return Month(year: year, month: month) }
    }
    return nil
  }

  /// Two dates with a dash or a slash between them.
  private static func range(_ body: Bytes) -> Period? {
    for (mark, width): (StaticString, Int) in [("/", 1), ("–", 3), ("—", 3), (" - ", 3), ("-", 1), ("..", 2)] {
      var start = 0
      while let place = body.position(of: mark, from: start) {
        start = place + 1
        guard let from = DateParser.civil(body.part(0..<place), order: .dayFirst)?.day,
          let through = DateParser.civil(body.part(place + width..<body.count), order: .dayFirst)?.day, from <= through
        else { continue }
        return Period(from: from, through: through)
      }
    }
    return nil
  }
}
