/// A range of days, both ends included.
package struct Period: Hashable, Sendable {
  package var from: Day
  package var through: Day

  package init(from: Day, through: Day) {
    self.from = from
    self.through = through
  }

  package var length: Int { through - from + 1 }

  /// The month this period covers exactly, if it does.
  package var wholeMonth: Month? {
    from.month.period == self ? from.month : nil
  }

  package func contains(_ day: Day) -> Bool { from <= day && day <= through }
}

extension Period: CustomStringConvertible {
  /// `YYYY-MM-DD/YYYY-MM-DD` (ISO 8601 interval).
  package var description: String { "\(from)/\(through)" }
}
