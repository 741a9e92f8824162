package import Records

/// Reads ranges of days that may state no year: `Feb 6 - May 6`, `6 февр. – 6 мая`.
package enum YearlessRange {
  /// The days of a range; without a year it is the last such range that ended by `day`. Nil for anything else.
  package static func period(_ text: String, endingBy day: Day) -> Period? {
    guard text.utf8.count <= 80, let (first, second) = text.withBytes(halves) else { return nil }
    guard let end = first.month == nil && second.month == nil ? nil : date(second, onOrBefore: day) else { return nil }
    // `6 - 20 мая`: the month of both stands behind the second.
    let start = Half(month: first.month ?? second.month, day: first.day, year: first.year)
    return date(start, onOrBefore: end).map { Period(from: $0, through: end) }
  }

  private struct Half {
    var month: Int?
    var day: Int?
    var year: Int?
  }

  private static func halves(_ text: Bytes) -> (Half, Half)? {
    for mark: StaticString in ["\u{2013}", "\u{2014}", " - ", "-"] {
      guard let place = text.position(of: mark) else { continue }
      let rest = text.part(place + mark.utf8CodeUnitCount..<text.count)
      return (half(text.part(0..<place)), half(rest))
    }
    return nil
  }

  private static func half(_ text: Bytes) -> Half {
    var half = Half()
    for word in text.split(whereSeparator: { ASCII.isBlank($0) || $0 == ASCII.comma || $0 == ASCII.dot }) {
      if let number = Int(decimalDigits: word) {
        if word.count == 4 { half.year = number } else { half.day = half.day ?? number }
      } else {
        half.month = half.month ?? MonthName.month(Bytes(rebasing: word))
      }
    }
    return half
  }

  private static func date(_ half: Half, onOrBefore limit: Day) -> Day? {
    guard let month = half.month, let day = half.day else { return nil }
    if let year = half.year {
      return Day(year: year, month: month, day: day).flatMap { $0 <= limit ? $0 : nil }
    }
    let year = limit.civil.year
    // 29 February may need more than one step back.
    return (0...8).lazy.compactMap { Day(year: year - $0, month: month, day: day) }.first { $0 <= limit }
  }
}
