package import Records

/// What names of files, zips and folders tell of an export.
package enum ExportName {
  /// The days an export covers: `2026-04-01_2026-04-30`, `Apr-01-2026_Apr-30-2026`, or the month in
  /// `2026-10`. The first name that has them wins; pass the innermost first.
  package static func period(_ names: [String]) -> Period? {
    for name in names {
      if let found = name.withBytes(range) { return found.period }
    }
    for name in names {
      if let month = name.withBytes(month) { return month.period }
    }
    return nil
  }

  /// The channel in `<Dimension> FROM_TO <channel>`, the name of a Studio zip or folder.
  package static func channel(_ names: [String]) -> String? {
    for name in names {
      let found: String? = name.withBytes { bytes in
        guard let (_, place) = range(bytes) else { return nil }
        var rest = bytes.part(place.upperBound..<bytes.count).trimmed()
        // The sheet of a workbook stands behind its name.
        if let sheet = rest.position(of: ".xlsx!/") { rest = rest.part(0..<sheet) }
        if rest.ends(with: ".zip") || rest.ends(with: ".csv") { rest = rest.part(0..<rest.count - 4) }
        // Downloads of the same name get a number: `… (1).zip`.
        if rest.last == 0x29, let open = rest.lastIndex(of: 0x28),
          Int(decimalDigits: rest[(open + 1)..<(rest.count - 1)]) != nil
        {
          rest = rest.part(0..<open).trimmed()
        }
        return rest.isEmpty || rest.first == 0x5F ? nil : rest.string
      }
      if let found { return found }
    }
    return nil
  }

  /// Two dates joined by `_`, and where they stand.
  private static func range(_ name: Bytes) -> (period: Period, place: Range<Int>)? {
    for mark in name.indices where name[mark] == 0x5F && name.count > mark + 10 {
      for (width, read) in [(10, Day.iso), (11, Day.american)] where mark >= width && mark + width < name.count {
        guard let from = read(name.part(mark - width..<mark)),
          let through = read(name.part(mark + 1..<mark + 1 + width)), from <= through
        else { continue }
        return (Period(from: from, through: through), mark - width..<mark + 1 + width)
      }
    }
    return nil
  }

  /// `YYYY-MM` that is no part of a longer number or date.
  private static func month(_ name: Bytes) -> Month? {
    for start in name.indices where start + 7 <= name.count {
      let isAlone =
        (start == 0 || !ASCII.isDigit(name[start - 1]))
        && (start + 7 == name.count || (!ASCII.isDigit(name[start + 7]) && name[start + 7] != ASCII.minus))
      guard isAlone, let month = Month(name.part(start..<start + 7).string), month.year >= 2_005 else { continue }
      return month
    }
    return nil
  }
}

extension Day {
  fileprivate static func iso(_ bytes: Bytes) -> Day? { Day(bytes.string) }

  /// `Apr-01-2026`.
  fileprivate static func american(_ bytes: Bytes) -> Day? {
    guard bytes[3] == ASCII.minus, bytes[6] == ASCII.minus, let month = MonthName.month(bytes.part(0..<3)),
      let day = Int(decimalDigits: bytes[4..<6]), let year = Int(decimalDigits: bytes[7..<11])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}
