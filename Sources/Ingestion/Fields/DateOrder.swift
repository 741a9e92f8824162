package import Records

/// Whether a file writes 3 November as `03/11` or as `11/03`.
package enum DateOrder: Sendable, Hashable {
  case dayFirst, monthFirst

  /// Decides from a file's dates: a first number over 12 is a day, a second number over 12 shows the other
  /// order. Where that tells nothing, the order that puts more dates into `period` wins; nil if nothing
  /// tells.
  package static func vote(_ cells: some Collection<String>, period: Period? = nil) -> DateOrder? {
    var dayFirst = 0
    var monthFirst = 0
    for cell in cells {
      guard let (first, second) = cell.withBytes(leadingPair) else { continue }
      if first > 12, second <= 12 { dayFirst += 1 }
      if second > 12, first <= 12 { monthFirst += 1 }
    }
    if dayFirst != monthFirst { return dayFirst > monthFirst ? .dayFirst : .monthFirst }
    guard let period else { return nil }
    let inside = [DateOrder.dayFirst, .monthFirst].map { order in
      cells.count { $0.withBytes { DateParser.civil($0, order: order) }.map { period.contains($0.day) } ?? false }
    }
    return inside[0] == inside[1] ? nil : inside[0] > inside[1] ? .dayFirst : .monthFirst
  }

  private static func leadingPair(_ cell: Bytes) -> (Int, Int)? {
    let numbers = cell.trimmed().prefix(6).split { !ASCII.isDigit($0) }
    guard numbers.count >= 2, let first = Int(decimalDigits: numbers[0]), numbers[0].count <= 2,
      let second = Int(decimalDigits: numbers[1]), numbers[1].count <= 2
    else { return nil }
    return (first, second)
  }
}
