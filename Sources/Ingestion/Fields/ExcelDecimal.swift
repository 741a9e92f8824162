package import Records

/// Undoes what Excel does to decimals with a dot where it expects a comma: `3.5` becomes 3 May (`03.май`), `5.26`
/// becomes May 2026 (`май.26`).
///
/// `3.5` and `3.05` both become 3 May: which it was, only the other numbers of the column can tell.
package struct ExcelDecimal: Sendable {
  /// So many undamaged decimals must tell how many digits stand behind the mark.
  private static let witnesses = 3

  /// Most digits behind the mark in the column; nil where too few numbers tell.
  private let places: Int?

  /// - Parameter cells: of one column that holds decimals.
  package init(_ cells: some Sequence<String>) {
    let places = cells.compactMap { $0.withBytes(ExcelDecimal.places) }
    self.places = places.count >= ExcelDecimal.witnesses ? places.max() : nil
  }

  /// The decimal that became a date; unreadable where two decimals would have given the same date, nil if the cell
  /// is no such date.
  package func value(_ cell: Bytes) -> Reported<Double>? {
    let body = cell.trimmed()
    guard (4...24).contains(body.count), let date = ShortDate(body) else { return nil }
    let text = decimal(date)
    return text.flatMap(Double.init).map(Reported.known) ?? .unreadable(body.string)
  }

  private func decimal(_ date: ShortDate) -> String? {
    switch date {
    case .day(let day, let month):
      if month >= 10 { return "\(day).\(month)" }
      return places == 1 ? "\(day).\(month)" : nil
    case .month(let month, let year) where year < 100:
      return places == 2 ? "\(month).\(year.padded(to: 2))" : nil
    case .month(let month, let year) where (1_930...2_029).contains(year):
      return places == 2 ? "\(month).\((year % 100).padded(to: 2))" : nil
    case .month(let month, let year):
      return places ?? 4 >= 4 ? "\(month).\(year)" : nil
    }
  }

  /// Digits behind the mark of a plain decimal.
  private static func places(_ cell: Bytes) -> Int? {
    let body = cell.trimmed()
    guard let mark = body.firstIndex(where: { $0 == ASCII.dot || $0 == ASCII.comma }), mark > 0,
      Int(decimalDigits: body[..<mark]) != nil, Int(decimalDigits: body[(mark + 1)...]) != nil
    else { return nil }
    return body.count - mark - 1
  }
}

/// A date of which only two parts are shown, the month by its name.
private enum ShortDate {
  case day(Int, month: Int)
  case month(Int, year: Int)

  /// `3.май`, `03-May`, `03.May.2026` (as sheets pass it on), `май.26`, `авг.9016`.
  init?(_ body: Bytes) {
    var parts = body.split { $0 == ASCII.dot || $0 == ASCII.minus || $0 == ASCII.space }
    guard (2...3).contains(parts.count) else { return nil }
    if let day = Int(decimalDigits: parts[0]), (1...31).contains(day), parts[0].count <= 2,
      let month = ShortDate.month(parts[1])
    {
      if parts.count == 3, Int(decimalDigits: parts.removeLast()) == nil { return nil }
      self = .day(day, month: month)
    } else if parts.count == 2, let month = ShortDate.month(parts[0]), let year = Int(decimalDigits: parts[1]),
      parts[1].count == 2 || parts[1].count == 4
    {
      self = .month(month, year: year)
    } else {
      return nil
    }
  }

  private static func month(_ word: Slice<Bytes>) -> Int? {
    let bytes = Bytes(rebasing: word)
    return bytes.allSatisfy { ASCII.isLetter($0) || $0 >= 0x80 } ? MonthName.month(bytes) : nil
  }
}
