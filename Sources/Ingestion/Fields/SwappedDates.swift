import Records

/// Finds out whether Excel swapped days and months: where days come first, it takes `05/06/2026` of an American file
/// for 5 June and shows `05.06.2026`; `05/25/2026`, which it cannot read so, stays.
enum SwappedDates {
  /// Whether the dates of a column that Excel rewrote have their day and month swapped.
  ///
  /// Certain where dates that Excel could not read stayed as they were, or where only the swapped dates lie in the
  /// export's period; a column that tells nothing is left alone.
  static func vote(_ cells: [String], period: Period?) -> Bool {
    let rewritten = cells.filter { $0.withBytes(isRewritten) }
    let days = rewritten.compactMap { $0.withBytes { DateParser.civil($0, order: .dayFirst)?.day } }
    guard !days.isEmpty, days.allSatisfy({ $0.civil.day <= 12 }) else { return false }
    let kept = cells.compactMap { $0.withBytes(American.init) }
    if !kept.isEmpty { return kept.allSatisfy { $0.second > 12 } }
    guard let period else { return false }
    return days.compactMap(swapped).allSatisfy(period.contains) && !days.allSatisfy(period.contains)
  }

  /// The day that was meant; nil if there is none.
  static func swapped(_ day: Day) -> Day? {
    let civil = day.civil
    return Day(year: civil.year, month: civil.day, day: civil.month)
  }

  /// Whether Excel wrote a date: with dots, or out of a sheet.
  static func isRewritten(_ cell: Bytes) -> Bool {
    let body = cell.trimmed()
    guard body.count >= 6 else { return false }
    let mark = body.first { !ASCII.isDigit($0) }
    return mark == ASCII.dot || (mark == ASCII.minus && body[4] == ASCII.minus)
  }

  /// `MM/DD/…` as it was.
  private struct American {
    var second: Int

    init?(_ cell: Bytes) {
      let parts = cell.trimmed().split(separator: ASCII.slash)
      guard parts.count == 3, let first = Int(decimalDigits: parts[0]), first <= 12,
        let second = Int(decimalDigits: parts[1])
      else { return nil }
      self.second = second
    }
  }
}
