package import Records

/// A Hijri month that begins on another day than the table says, by the decision of a country's muftiate.
package struct HijriShift: Sendable, Hashable {
  /// ISO 3166-1 alpha-2; nil = everywhere.
  package var country: String?
  package var month: HijriMonth
  /// -1 or +1.
  package var days: Int

  package init(country: String?, month: HijriMonth, days: Int) {
    self.country = country
    self.month = month
    self.days = days
  }
}

/// A day of a country's calendar that moves the numbers of talks.
package struct NationalDay: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case holiday
    /// The first day of a school year.
    case school
  }

  package enum Rule: Sendable, Hashable {
    /// Every year on this month (1...12) and day.
    case yearly(month: Int, day: Int)
    case once(Day)
  }

  package var kind: Kind
  /// ISO 3166-1 alpha-2.
  package var country: String
  package var rule: Rule
  /// Key of its name in the word files (`holiday.<name>`), or the name itself.
  package var name: String

  package init(_ kind: Kind, country: String, rule: Rule, name: String) {
    self.kind = kind
    self.country = country
    self.rule = rule
    self.name = name
  }

  /// The day in a month; nil when it does not fall into it.
  func day(in month: Month) -> Day? {
    switch rule {
    case .once(let day): month.period.contains(day) ? day : nil
    case .yearly(let number, let day):
      number == month.month ? Day(year: month.year, month: number, day: day) : nil
    }
  }
}
