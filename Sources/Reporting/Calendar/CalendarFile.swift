package import Figures
package import Records

/// Why the calendar could not be read: every problem with its line.
package struct CalendarFileError: Error, Sendable, CustomStringConvertible {
  package var problems: [Problem]
  package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// `calendar/days.tsv`: what an officer writes of holidays, school years and shifted Hijri months.
package struct CalendarFile {
  private var calendar = ProgrammeCalendar.plain
  private var problems: [Problem] = []
  private let name: String

  /// Reads the file. Lines that are empty or begin with `#` are comments.
  /// - Throws: `CalendarFileError` with every line that cannot be read.
  package static func load(
    _ bytes: [UInt8], name: String = "calendar/days.tsv"
  ) throws(CalendarFileError) -> ProgrammeCalendar {
    let file = CalendarFile(bytes, name: name)
    guard file.problems.isEmpty else { throw CalendarFileError(problems: file.problems) }
    return file.calendar
  }

  private init(_ bytes: [UInt8], name: String) {
    self.name = name
    TableLines.each(in: bytes) { line, number in read(line, line: number) }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, line number: Int) {
    let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 4, parts.allSatisfy({ !$0.isEmpty }) else {
      return refuse(number, "\(parts.count) columns", "kind, country, when, and a name or a shift, one tab between")
    }
    let country = parts[1] == "*" ? nil : parts[1]
    guard country.map(Self.isCountry) ?? true else {
      return refuse(number, parts[1], "a country as two capital letters, or *")
    }
    if parts[0] == "hijri" { return shift(country, parts[2], parts[3], line: number) }
    guard let kind = NationalDay.Kind(rawValue: parts[0]), let country else {
      return refuse(number, parts[0], "holiday or school with a country, or hijri")
    }
    guard let rule = Self.rule(parts[2]) else {
      return refuse(number, parts[2], "a day as MM-DD (every year) or YYYY-MM-DD (once)")
    }
    calendar.days.append(NationalDay(kind, country: country, rule: rule, name: parts[3]))
  }

  private mutating func shift(_ country: String?, _ when: String, _ days: String, line number: Int) {
    // A Hijri year and month have the shape of ours, and a year of the table is a year of any calendar.
    guard let month = Month(when), UmmAlQura.years.contains(month.year) else {
      return refuse(number, when, "a Hijri year and month such as 1447-09, of \(UmmAlQura.years)")
    }
    guard let step = ["-1": -1, "+1": 1][days] else { return refuse(number, days, "-1 or +1") }
    let hijri = HijriMonth(year: month.year, number: month.month)
    guard !calendar.shifts.contains(where: { $0.month == hijri && $0.country == country }) else {
      return refuse(number, when, "each month of a country once")
    }
    calendar.shifts.append(HijriShift(country: country, month: hijri, days: step))
  }

  private static func rule(_ text: String) -> NationalDay.Rule? {
    if let day = Day(text) { return .once(day) }
    // 2000 is a leap year, so that 29 February can be named.
    guard let day = Day("2000-" + text) else { return nil }
    return .yearly(month: day.civil.month, day: day.civil.day)
  }

  private static func isCountry(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private mutating func refuse(_ line: Int, _ found: String, _ expected: String) {
    problems.append(
      Problem(
        "days.line", .fileRefused, file: name, line: line, found: found, expected: expected,
        remedy: "correct the line"))
  }
}
