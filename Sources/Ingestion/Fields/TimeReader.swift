import Records

/// Reads the time of day behind a date: `HH:MM`, seconds, fractions, AM and PM, `Z`, `+06:00`.
struct TimeReader {
  private let body: Bytes
  private var at: Int

  init(_ body: Bytes, at place: Int) {
    self.body = body
    at = place
  }

  /// The whole of it; nil if what stands there is no time.
  mutating func civil(_ day: Day) -> CivilTime? {
    skipWords()
    guard var hour = number(upTo: 2), hour <= 24, accept(ASCII.colon), let minute = number(upTo: 2), minute <= 59
    else { return nil }
    var second = 0
    let hasSeconds = accept(ASCII.colon)
    if hasSeconds {
      guard let found = number(upTo: 2), found <= 60 else { return nil }
      second = found
      if accept(ASCII.dot) || accept(ASCII.comma) { _ = number(upTo: 18) }
    }
    if let isAfternoon = halfDay() {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard let offset = zone(), hour < 24 else { return nil }
    return CivilTime(
      day: day, secondOfDay: min(86_399, (hour * 60 + minute) * 60 + second), hasSeconds: hasSeconds,
      offset: offset.seconds)
  }

  /// Blanks, commas and words such as `г. в` before the time.
  private mutating func skipWords() {
    while at < body.count, !ASCII.isDigit(body[at]) { at += 1 }
  }

  private mutating func number(upTo width: Int) -> Int? {
    let start = at
    while at < body.count, at - start < width, ASCII.isDigit(body[at]) { at += 1 }
    return body.decimal(start..<at)
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard at < body.count, body[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func halfDay() -> Bool? {
    let rest = body.part(at..<body.count).trimmed()
    guard rest.count >= 2, rest[1] | 0x20 == UInt8(ascii: "m") else { return nil }
    let first = rest[0] | 0x20
    guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p") else { return nil }
    at = body.count
    return first == UInt8(ascii: "p")
  }

  /// The offset behind the time; nil for anything that is none.
  private mutating func zone() -> (seconds: Int?, Void)? {
    let rest = body.part(at..<body.count).trimmed()
    if rest.isEmpty { return (nil, ()) }
    if rest.equals("Z") || rest.equals("z") || rest.equals("UTC") || rest.equals("GMT") { return (0, ()) }
    let digits = rest.dropFirst().filter { $0 != ASCII.colon }
    guard rest[0] == ASCII.plus || rest[0] == ASCII.minus, digits.count == 4 || digits.count == 2,
      let value = Int(decimalDigits: digits)
    else { return nil }
    let minutes = digits.count == 4 ? value / 100 * 60 + value % 100 : value * 60
    return minutes <= 14 * 60 ? ((rest[0] == ASCII.minus ? -60 : 60) * minutes, ()) : nil
  }
}
