package import Records

/// How a reader cuts the year into quarters.
package struct PeriodScheme: Sendable, Hashable {
  /// The month, 1...12, that a year starts with. A year is named for the calendar year that it ends in.
  package var firstMonth: Int

  package static let calendar = PeriodScheme(firstMonth: 1)

  package init(firstMonth: Int) {
    self.firstMonth = firstMonth
  }

  /// Reads `2026-Q3`, `2026` or `2026-10`; anything else gives nil.
  package func period(_ text: some StringProtocol) -> ReportingPeriod? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let head = parts.first, head.count == 4,
      let year = Month("\(String(decoding: Array(head), as: UTF8.self))-01")?.year
    else { return nil }
    let start = Month(year: firstMonth == 1 ? year : year - 1, month: firstMonth)
    let label = String(text)
    if parts.count == 1 { return ReportingPeriod(label: label, first: start, count: 12) }
    guard parts.count == 2 else { return nil }
    let tail = Array(parts[1])
    if tail.count == 2, tail[0] == UInt8(ascii: "Q"), (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(tail[1]) {
      return ReportingPeriod(label: label, first: start + 3 * Int(tail[1] - UInt8(ascii: "1")), count: 3)
    }
    return Month(text).map { ReportingPeriod(label: label, first: $0, count: 1) }
  }
}

/// A month, a quarter or a year, under the name that its reader gives it.
package struct ReportingPeriod: Sendable, Hashable {
  /// `2026-10`, `2026-Q3`, `2026`.
  package var label: String
  package var months: [Month]

  init(label: String, first: Month, count: Int) {
    self.label = label
    months = (0..<count).map { first + $0 }
  }

  package var from: Day { months.first?.firstDay ?? Day(number: 0) }
  package var through: Day { months.last?.lastDay ?? Day(number: 0) }
  package var period: Period { Period(from: from, through: through) }
}
