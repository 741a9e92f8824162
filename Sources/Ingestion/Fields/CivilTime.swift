package import Records

/// A date as it is written, perhaps with a time of day and an offset from UTC.
package struct CivilTime: Sendable, Hashable {
  package var day: Day
  /// 0..<86,400; nil when only the day is stated.
  package var secondOfDay: Int?
  package var hasSeconds: Bool
  /// Seconds east of UTC, where stated.
  package var offset: Int?

  package init(day: Day, secondOfDay: Int? = nil, hasSeconds: Bool = false, offset: Int? = nil) {
    self.day = day
    self.secondOfDay = secondOfDay
    self.hasSeconds = hasSeconds
    self.offset = offset
  }

  package var precision: TimePrecision {
    secondOfDay == nil ? .day : hasSeconds ? .second : .minute
  }

  /// The moment; without a stated offset the clock is taken for UTC, a day for its first moment.
  package var instant: Instant {
    Instant(day: day, secondOfDay: secondOfDay ?? 0, offset: offset ?? 0)
  }
}
