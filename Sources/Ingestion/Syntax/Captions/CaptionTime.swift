/// Times of day in captions, in milliseconds.
enum CaptionTime {
  /// Reads a WebVTT time (`MM:SS.mmm`, `HH:MM:SS.mmm`, hours of any length) at `place`, by the W3C's rules.
  static func strict(_ line: Bytes, at place: inout Int) -> Int? {
    guard let first = digits(line, at: &place) else { return nil }
    let isHours = first.width != 2 || first.value > 59
    guard let second = digits(line, after: ASCII.colon, at: &place), second.width == 2 else { return nil }
    var parts = (hours: 0, minutes: first.value, seconds: second.value)
    if isHours || (place < line.count && line[place] == ASCII.colon) {
      guard let third = digits(line, after: ASCII.colon, at: &place), third.width == 2 else { return nil }
      parts = (first.value, second.value, third.value)
    }
    guard let fraction = digits(line, after: ASCII.dot, at: &place), fraction.width == 3,
      parts.minutes <= 59, parts.seconds <= 59
    else { return nil }
    return ((parts.hours * 60 + parts.minutes) * 60 + parts.seconds) * 1_000 + fraction.value
  }

  /// Reads a time as SubRip files have them: `,` or `.` before one to three digits, hours and fraction may be
  /// missing.
  static func loose(_ line: Bytes, at place: inout Int) -> Int? {
    guard let first = digits(line, at: &place), let second = digits(line, after: ASCII.colon, at: &place)
    else { return nil }
    var seconds = first.value * 60 + second.value
    if let third = digits(line, after: ASCII.colon, at: &place) { seconds = seconds * 60 + third.value }
    guard second.value <= 59 else { return nil }
    let mark = place < line.count && line[place] == ASCII.comma ? ASCII.comma : ASCII.dot
    guard let fraction = digits(line, after: mark, at: &place) else { return seconds * 1_000 }
    let scale = [0, 100, 10, 1]
    return fraction.width <= 3 ? seconds * 1_000 + fraction.value * scale[fraction.width] : nil
  }

  /// Reads the stamp of a copied transcript, `M:SS` or `H:MM:SS`, at `place`.
  static func stamp(_ line: Bytes, at place: inout Int) -> Int? {
    let start = place
    guard let first = digits(line, at: &place), first.width <= 3,
      let second = digits(line, after: ASCII.colon, at: &place), second.width == 2, second.value <= 59
    else {
      place = start
      return nil
    }
    guard let third = digits(line, after: ASCII.colon, at: &place) else {
      return (first.value * 60 + second.value) * 1_000
    }
    guard third.width == 2, third.value <= 59 else {
      place = start
      return nil
    }
    return ((first.value * 60 + second.value) * 60 + third.value) * 1_000
  }

  /// Numbers end here: the W3C lets hours be as long as one likes.
  private static let longest = 999_999_999

  private static func digits(_ line: Bytes, at place: inout Int) -> (value: Int, width: Int)? {
    let start = place
    var value = 0
    while place < line.count, ASCII.isDigit(line[place]) {
      value = min(value * 10 + Int(line[place] - ASCII.zero), longest)
      place += 1
    }
    guard place > start else { return nil }
    return (value, place - start)
  }

  /// Digits behind `mark`; without the mark the place stays.
  private static func digits(
    _ line: Bytes, after mark: UInt8, at place: inout Int
  ) -> (value: Int, width: Int)? {
    guard place < line.count, line[place] == mark else { return nil }
    var next = place + 1
    guard let found = digits(line, at: &next) else { return nil }
    place = next
    return found
  }
}

extension CaptionTime {
  /// Whether a number of milliseconds can be a time in a talk: at most about 11 days.
  static func isInTalk(_ time: Int) -> Bool { (0...1_000_000_000).contains(time) }
}

extension UnsafeRawBufferPointer {
  /// Digits with at most one dot, as seconds; in milliseconds.
  var seconds: Int? {
    guard !isEmpty, count <= 16, allSatisfy({ ASCII.isDigit($0) || $0 == ASCII.dot }), let value = Double(string)
    else { return nil }
    return value < 1e6 ? Int((value * 1_000).rounded()) : nil
  }
}
