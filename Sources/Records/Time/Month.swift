/// A calendar month.
package struct Month: Hashable, Comparable, Sendable {
  package var year: Int
  /// 1...12
  package var month: Int

  package init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// Reads `YYYY-MM`; anything else gives nil.
  package init?(_ text: some StringProtocol) {
    guard let first = Day("\(text)-01") else { return nil }
    self = first.month
  }

  /// Months since year 0; what is stored and compared.
  package var index: Int { year * 12 + month - 1 }

  package init(index: Int) {
    self.init(year: index / 12, month: index % 12 + 1)
  }

  package var length: Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package var firstDay: Day {
    Day(year: year, month: month, day: 1) ?? Day(number: 0)
  }

  package var lastDay: Day { firstDay + (length - 1) }
  package var period: Period { Period(from: firstDay, through: lastDay) }

  package static func < (a: Month, b: Month) -> Bool { a.index < b.index }
  package static func + (month: Month, months: Int) -> Month { Month(index: month.index + months) }
  package static func - (a: Month, b: Month) -> Int { a.index - b.index }
}

extension Month: CustomStringConvertible {
  /// `YYYY-MM`.
  package var description: String { "\(year.padded(to: 4))-\(month.padded(to: 2))" }
}
