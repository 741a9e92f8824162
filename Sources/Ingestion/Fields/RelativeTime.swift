package import Records

/// Reads times such as "2 weeks ago (edited)" or "2 недели назад". They are estimates by nature.
package enum RelativeTime {
  /// The moment so long before noon (UTC) of `day`; nil if the words are none that are known.
  package static func instant(_ cell: Bytes, before day: Day) -> Instant? {
    guard cell.count <= 80, let (number, unit) = parts(cell.trimmed()) else { return nil }
    return Instant(seconds: Instant(day: day, secondOfDay: 43_200).seconds - Int64(number) * unit)
  }

  private static func parts(_ body: Bytes) -> (Int, Int64)? {
    let words = body.string.lowercased().utf8.split { ASCII.isBlank($0) || $0 == 0x28 || $0 == 0x29 }
    var number: Int?
    var isPast = false
    var unit: Int64?
    for word in words.map({ String(Substring($0)) }) {
      if number == nil, let value = Int(decimalDigits: word.utf8), value < 1_000 {
        number = value
      } else if pastWords.contains(word) {
        isPast = true
      } else if unit == nil {
        unit = units.first { word.utf8.starts(with: $0.0.utf8) }?.1
      }
    }
    guard isPast, let unit else { return nil }
    return (number ?? 1, unit)
  }

  private static let pastWords: Set<String> = ["ago", "назад", "мурун", "мурда", "oldin", "avval", "олдин", "аввал"]

  /// Starts of units, the longer before the shorter, in seconds.
  private static let units: [(String, Int64)] = [
    ("sec", 1), ("сек", 1), ("soniya", 1), ("сония", 1), ("min", 60), ("мин", 60), ("мүн", 60), ("daqiqa", 60),
    ("дақиқа", 60), ("month", 2_629_746), ("mon", 2_629_746), ("месяц", 2_629_746), ("ай", 2_629_746),
    ("oy", 2_629_746), ("ой", 2_629_746), ("hour", 3_600), ("час", 3_600), ("саат", 3_600), ("soat", 3_600),
    ("соат", 3_600), ("day", 86_400), ("день", 86_400), ("дня", 86_400), ("дней", 86_400), ("күн", 86_400),
    ("кун", 86_400), ("kun", 86_400), ("week", 604_800), ("недел", 604_800), ("жума", 604_800),
    ("hafta", 604_800), ("ҳафта", 604_800), ("year", 31_556_952), ("год", 31_556_952), ("лет", 31_556_952),
    ("жыл", 31_556_952), ("yil", 31_556_952), ("йил", 31_556_952),
  ]
}

/// Reads relative times of a file in which the same words come again and again.
struct RelativeClock {
  /// More different words than this are not remembered.
  private static let limit = 4_096

  private let day: Day
  private var seen: [String: Instant?] = [:]

  init(before day: Day) { self.day = day }

  mutating func instant(_ cell: Bytes) -> Instant? {
    guard cell.count <= 80 else { return nil }
    let words = cell.string
    if let known = seen[words] { return known }
    let instant = RelativeTime.instant(cell, before: day)
    if seen.count < RelativeClock.limit { seen.updateValue(instant, forKey: words) }
    return instant
  }
}
