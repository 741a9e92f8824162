package import Records

/// A month about a year earlier that may be set against a month, by its days of Ramadan.
package struct YearAgo: Sendable, Hashable {
  /// The month twelve months earlier.
  package var plain: Month
  /// The month of the year before with about as many days of Ramadan; nil where there is none.
  package var matched: Month?
  /// Days of Ramadan: now, twelve months earlier, and in the matched month.
  package var ramadanNow: Int
  package var ramadanPlain: Int
  package var ramadanMatched: Int?

  /// Months that differ by more days of Ramadan than this are not set against each other.
  package static let tolerance = 5
}

extension ProgrammeCalendar {
  /// The month to compare a month with over a year.
  ///
  /// Ramadan moves by 10 to 12 days a year, so the month with the nearest number of its days is looked for eleven,
  /// twelve and thirteen months back; the same month of the year before wins where it is as near. Nil where the
  /// table does not reach.
  package func yearAgo(of month: Month, country: String? = nil) -> YearAgo? {
    guard let now = ramadanDays(in: month, country: country),
      let plain = ramadanDays(in: month + -12, country: country)
    else { return nil }
    let near = [-12, -11, -13].compactMap { back -> (month: Month, days: Int)? in
      guard let days = ramadanDays(in: month + back, country: country),
        abs(days - now) <= YearAgo.tolerance
      else { return nil }
      return (month + back, days)
    }
    // A month without Ramadan has its like in the same season or nowhere: seasons move views as well.
    let fit = now == 0 ? near.filter { $0.month == month + -12 } : near
    let best = fit.enumerated().min { one, two in
      (abs(one.element.days - now), one.offset) < (abs(two.element.days - now), two.offset)
    }?.element
    return YearAgo(
      plain: month + -12, matched: best?.month, ramadanNow: now, ramadanPlain: plain, ramadanMatched: best?.days)
  }
}
