package import Records

/// Feasts of the Hijri year that move what people watch.
package enum HijriFeast: String, Sendable, Hashable, CaseIterable {
  case newYear, mawlid, ramadan, eidAlFitr, eidAlAdha

  /// Month and day of the Hijri year.
  package var date: (month: Int, day: Int) {
    switch self {
    case .newYear: (1, 1)
    case .mawlid: (3, 12)
    case .ramadan: (9, 1)
    case .eidAlFitr: (10, 1)
    case .eidAlAdha: (12, 10)
    }
  }
}

/// The days that move numbers more than any talk does: Ramadan, feasts, holidays, the first day of school.
package struct ProgrammeCalendar: Sendable, Hashable {
  package var shifts: [HijriShift]
  package var days: [NationalDay]

  package init(shifts: [HijriShift] = [], days: [NationalDay] = []) {
    self.shifts = shifts
    self.days = days
  }

  /// The table alone: no shifts, no holidays.
  package static let plain = ProgrammeCalendar()

  /// The first day of a Hijri month in a country (nil = as the table says, with shifts that hold everywhere).
  package func start(of month: HijriMonth, in country: String? = nil) -> Day? {
    let shift = shifts.last { $0.month == month && ($0.country == nil || $0.country == country) }
    return UmmAlQura.start(of: month).map { $0 + (shift?.days ?? 0) }
  }

  /// Days of Ramadan in a month; nil where the table does not reach.
  package func ramadanDays(in month: Month, country: String? = nil) -> Int? {
    guard let first = UmmAlQura.month(of: month.firstDay), let last = UmmAlQura.month(of: month.lastDay)
    else { return nil }
    return (first.year...last.year).reduce(0) { days, year in
      let ramadan = HijriMonth(year: year, number: HijriMonth.ramadan)
      guard let start = start(of: ramadan, in: country), let end = self.start(of: ramadan.next, in: country)
      else { return days }
      return days + max(0, min(end + -1, month.lastDay) - max(start, month.firstDay) + 1)
    }
  }

  /// Days of Ramadan in a month in several countries: the fewest and the most.
  package func ramadanDays(in month: Month, countries: [String]) -> ClosedRange<Int>? {
    let days = (countries.isEmpty ? [nil] : countries.map(Optional.some)).compactMap {
      ramadanDays(in: month, country: $0)
    }
    guard let least = days.min(), let most = days.max() else { return nil }
    return least...most
  }

  /// Feasts in a month, by day.
  package func feasts(in month: Month, country: String? = nil) -> [(feast: HijriFeast, day: Day)] {
    guard let first = UmmAlQura.month(of: month.firstDay), let last = UmmAlQura.month(of: month.lastDay)
    else { return [] }
    // A shift may carry a feast over the end of a month, so the years around are looked through too.
    let found = ((first.year - 1)...(last.year + 1)).flatMap { year in
      HijriFeast.allCases.compactMap { feast -> (feast: HijriFeast, day: Day)? in
        let start = start(of: HijriMonth(year: year, number: feast.date.month), in: country)
        return start.map { (feast, $0 + (feast.date.day - 1)) }
      }
    }
    return found.filter { month.period.contains($0.day) }.sorted { $0.day < $1.day }
  }

  /// Hijri months that a month reaches into, in order.
  package func hijriMonths(in month: Month) -> [HijriMonth] {
    guard var next = UmmAlQura.month(of: month.firstDay), let last = UmmAlQura.month(of: month.lastDay)
    else { return [] }
    var months = [next]
    while next != last {
      next = next.next
      months.append(next)
    }
    return months
  }

  /// Holidays or school starts of some countries in a month, by day and country.
  package func nationalDays(
    _ kind: NationalDay.Kind, in month: Month, countries: [String]
  ) -> [(day: Day, entry: NationalDay)] {
    days.filter { $0.kind == kind && countries.contains($0.country) }
      .compactMap { entry in entry.day(in: month).map { (day: $0, entry: entry) } }
      .sorted { ($0.day, $0.entry.country) < ($1.day, $1.entry.country) }
  }

  /// How often a weekday (1 = Monday ... 7 = Sunday) falls into a month.
  package static func count(weekday: Int, in month: Month) -> Int {
    (0..<month.length).filter { (month.firstDay + $0).weekday == weekday }.count
  }
}
