import Records

/// Writes the number of a cell as a file with commas would have it.
enum CellNumber {
  /// - Parameter text: as it stands in the sheet, such as `3.4838847E7`.
  static func text(_ text: String, _ format: CellFormat, countsFrom1904: Bool) -> String {
    guard let value = Double(text), value.isFinite else { return text }
    switch format {
    case .plain: return plain(value)
    case .percent: return plain(rounded(value * 100)) + "%"
    case .date(let parts): return SheetDate.text(value, parts, countsFrom1904: countsFrom1904) ?? plain(value)
    }
  }

  /// Without exponent, up to 15 digits before the mark. Excel keeps 15 digits: a longer number is an id that it
  /// rounded, and stays in scientific notation, so that nobody takes it for one.
  static func plain(_ value: Double) -> String {
    if let whole = Int(exactly: value), abs(whole) < 1_000_000_000_000_000 { return "\(whole)" }
    guard abs(value) < 1e15, abs(value) >= 1e-9 else {
      return value == 0 ? "0" : String(decoding: "\(value)".utf8.map { $0 == 0x65 ? 0x45 : $0 }, as: UTF8.self)
    }
    return expanded(rounded(value))
  }

  /// To 15 digits, as Excel shows numbers: 0.30000000000000004 is 0.3.
  private static func rounded(_ value: Double) -> Double {
    guard value != 0, abs(value) < 1e15 else { return value }
    var scale = 1.0
    while abs(value) * scale < 1e14, scale < 1e22 { scale *= 10 }
    return (value * scale).rounded() / scale
  }

  /// The shortest digits that give the number again, with their mark where it belongs.
  private static func expanded(_ value: Double) -> String {
    let shortest = Array("\(value)".utf8)
    guard let mark = shortest.firstIndex(of: UInt8(ascii: "e")),
      let exponent = Int(String(decoding: shortest[(mark + 1)...], as: UTF8.self)), exponent < 0
    else { return String(decoding: shortest, as: UTF8.self) }
    let digits = shortest[..<mark].filter(ASCII.isDigit)
    let sign = value < 0 ? "-" : ""
    return sign + "0." + String(repeating: "0", count: -exponent - 1) + String(decoding: digits, as: UTF8.self)
  }
}

/// Days and times as a sheet counts them.
enum SheetDate {
  /// English, so that whoever reads it knows the month in any country.
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// ISO 8601; `H:MM:SS` where only a time is shown; `03.May.2026` and `May.2026` where the year or the day is not
  /// shown, since Excel makes such dates of decimals. Nil for numbers that are no dates.
  static func text(_ serial: Double, _ parts: CellFormat.DateParts, countsFrom1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    guard parts.hasDay || parts.hasMonth || parts.hasYear else {
      return "\(seconds / 3_600):\((seconds / 60 % 60).padded(to: 2)):\((seconds % 60).padded(to: 2))"
    }
    let day = self.day(seconds / 86_400, countsFrom1904: countsFrom1904)
    let civil = day.civil
    if !parts.hasTime {
      let month = months[civil.month - 1]
      if parts.hasMonth, parts.hasDay, !parts.hasYear { return "\(civil.day.padded(to: 2)).\(month).\(civil.year)" }
      if parts.hasMonth, parts.hasYear, !parts.hasDay { return "\(month).\(civil.year)" }
      return day.description
    }
    let hasSeconds = parts.hasSeconds || seconds % 60 != 0
    return "\(day)T\((seconds / 3_600 % 24).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2))"
      + (hasSeconds ? ":\((seconds % 60).padded(to: 2))" : "")
  }

  /// Excel counts from 1 January 1900 and believes in 29 February 1900.
  private static func day(_ serial: Int, countsFrom1904: Bool) -> Day {
    if countsFrom1904 { return Day(number: Int32(serial - 24_107)) }
    return Day(number: Int32(serial - (serial < 60 ? 25_568 : 25_569)))
  }
}
