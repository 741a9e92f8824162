import Records

/// Reads lengths of time.
package enum DurationParser {
  /// Seconds of `1:02:03`, `2:03`, `62`, `13,50 с.`, `1 ч 2 мин`, `PT1H2M3S`; nil for anything else.
  package static func seconds(_ cell: Bytes) -> Double? {
    let body = cell.trimmed()
    guard let first = body.first, body.count <= 40 else { return nil }
    if first == UInt8(ascii: "P") { return iso(body) }
    guard ASCII.isDigit(first) else { return nil }
    return body.position(of: ASCII.colon) == nil ? words(body) : parts(body)
  }

  /// Seconds of a length that was written as a clock (`0:03:29`), also where a spreadsheet left the fraction of a day
  /// that it counts with (`0,00241898`); nil for fractions too short to tell.
  package static func clock(_ cell: Bytes) -> Double? {
    let body = cell.trimmed()
    guard body.count >= 3, body[0] == ASCII.zero, body[1] == ASCII.comma || body[1] == ASCII.dot,
      body[2...].allSatisfy(ASCII.isDigit)
    else { return seconds(body) }
    guard body.count >= 7, let share = Double("0." + body.part(2..<body.count).string) else { return nil }
    return (share * 86_400).rounded()
  }

  private static func parts(_ body: Bytes) -> Double? {
    let parts = body.split(separator: ASCII.colon, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var total = 0
    for (index, part) in parts.enumerated() {
      guard let value = Int(decimalDigits: part), part.count <= 6, index == 0 || value <= 59 else { return nil }
      total = total * 60 + value
    }
    return Double(total)
  }

  /// `PT1H2M3S`, `P1DT1S`; not `P0D`, which YouTube writes for streams that go on.
  private static func iso(_ body: Bytes) -> Double? {
    var total = 0.0
    var start = 1
    var isTime = false
    for at in 1..<body.count where !ASCII.isDigit(body[at]) && body[at] != ASCII.dot {
      if body[at] == UInt8(ascii: "T"), !isTime, at == start {
        isTime = true
      } else {
        guard let value = Double(body.part(start..<at).string), let unit = isoUnits[body[at]],
          isTime != (body[at] == UInt8(ascii: "D"))
        else { return nil }
        total += value * unit
      }
      start = at + 1
    }
    let isTimeOnly = isTime && body.starts(with: "PT")
    return start == body.count && body.count > 2 && (total > 0 || isTimeOnly) ? total : nil
  }

  private static let isoUnits: [UInt8: Double] = [
    UInt8(ascii: "D"): 86_400, UInt8(ascii: "H"): 3_600, UInt8(ascii: "M"): 60, UInt8(ascii: "S"): 1,
  ]

  /// Numbers, each with a unit; one number alone is seconds.
  private static func words(_ body: Bytes) -> Double? {
    var rest = body
    var total = 0.0
    while !rest.isEmpty {
      let end = rest.firstIndex { !ASCII.isDigit($0) && $0 != ASCII.dot && $0 != ASCII.comma } ?? rest.count
      let digits = rest.part(0..<end).map { $0 == ASCII.comma ? ASCII.dot : $0 }
      guard let value = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
      rest = rest.part(end..<rest.count).trimmed()
      let unitEnd = rest.firstIndex(where: ASCII.isDigit) ?? rest.count
      guard let unit = unit(rest.part(0..<unitEnd).trimmed()) else { return nil }
      total += value * unit
      rest = rest.part(unitEnd..<rest.count)
    }
    return total
  }

  private static func unit(_ word: Bytes) -> Double? {
    switch word.string.lowercased() {
    case "", "с", "с.", "сек", "сек.", "s", "sec", "sec.", "seconds": 1
    case "мин", "мин.", "м", "m", "min", "min.", "minutes": 60
    case "ч", "ч.", "час", "h", "hr", "hours": 3_600
    default: nil
    }
  }
}
