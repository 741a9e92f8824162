package import Records

/// What the clocks on the wall show where people type tables in, or a spreadsheet saves them: dates in those name no zone.
package struct LocalClock: Sendable {
  /// Seconds east of UTC at a moment.
  private let offset: @Sendable (Instant) -> Int

  package static let utc = LocalClock { _ in 0 }

  package init(offset: @escaping @Sendable (Instant) -> Int) { self.offset = offset }

  /// The moment at which this clock shows a time; a day without a time is left as it is.
  package func instant(_ time: CivilTime) -> Instant {
    guard time.offset == nil, time.secondOfDay != nil else { return time.instant }
    let guess = time.instant.seconds
    // Where clocks are turned, the offset of the moment itself counts, not that of the same time in UTC.
    let near = Instant(seconds: guess - Int64(offset(Instant(seconds: guess))))
    return Instant(seconds: guess - Int64(offset(near)))
  }
}
