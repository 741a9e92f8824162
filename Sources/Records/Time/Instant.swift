/// A moment in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  package var seconds: Int64

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// A civil date and time of day at an offset from UTC in seconds.
  package init(day: Day, secondOfDay: Int, offset: Int = 0) {
    self.seconds = Int64(day.number) * 86_400 + Int64(secondOfDay) - Int64(offset)
  }

  /// The day in a zone whose offset from UTC (seconds) is given.
  package func day(offset: Int = 0) -> Day {
    let local = seconds + Int64(offset)
    return Day(number: Int32(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  /// Second of the day (0..<86,400) in a zone whose offset from UTC (seconds) is given.
  package func secondOfDay(offset: Int = 0) -> Int {
    Int(seconds + Int64(offset) - Int64(day(offset: offset).number) * 86_400)
  }

  package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}

extension Instant: CustomStringConvertible {
  /// `YYYY-MM-DDTHH:MM:SSZ`.
  package var description: String {
    let second = secondOfDay()
    let clock = [second / 3_600, second / 60 % 60, second % 60]
      .map { $0.padded(to: 2) }.joined(separator: ":")
    return "\(day())T\(clock)Z"
  }
}

/// How exactly a moment is known: platforms state days, minutes, or "two weeks ago".
package enum TimePrecision: String, Sendable, Hashable, CaseIterable {
  case second, minute, day
  /// Worked out from words such as "2 years ago".
  case estimate
}
