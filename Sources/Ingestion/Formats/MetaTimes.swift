import Records

/// Reads the publication times of a content export: month first with slashes, as Meta writes them in every
/// language, or as a spreadsheet left them.
///
/// Excel in a country that puts the day first takes `05/06/2026` for 5 June, though Meta meant 6 May, and shows
/// `05.06.2026`; what it cannot take for a date (`10/16/2026`) it leaves. So a file that holds both kinds has
/// its dotted dates turned round.
struct MetaTimes {
  private let order: DateOrder
  private let dotted: DateOrder
  /// Whether all dates are dotted and nothing tells if a spreadsheet turned them round.
  let isUnsure: Bool

  /// - Parameter period: the days that the file's name states.
  init(_ cells: [String], period: Period?) {
    let dottedCells = cells.filter { $0.withBytes(MetaTimes.isDotted) }.map { $0.withBytes(MetaTimes.slashed) }
    let others = cells.filter { !$0.withBytes(MetaTimes.isDotted) && !$0.isEmpty }
    order = DateOrder.vote(others) ?? .monthFirst
    let vote = DateOrder.vote(dottedCells, period: others.isEmpty ? period : nil)
    dotted = vote ?? (others.isEmpty ? .dayFirst : .monthFirst)
    isUnsure = vote == nil && others.isEmpty && !dottedCells.isEmpty
  }

  func civil(_ cell: Bytes) -> CivilTime? {
    guard MetaTimes.isDotted(cell) else { return DateParser.civil(cell, order: order) }
    return MetaTimes.slashed(cell).withBytes { DateParser.civil($0, order: dotted) }
  }

  /// `5.6.2026`, `05.06.2026 21:30`.
  private static func isDotted(_ cell: Bytes) -> Bool {
    let body = cell.trimmed()
    guard let mark = body.position(of: ASCII.dot), mark <= 2, mark > 0 else { return false }
    return body.part(0..<mark).allSatisfy(ASCII.isDigit)
  }

  private static func slashed(_ cell: Bytes) -> String {
    String(decoding: cell.map { $0 == ASCII.dot ? ASCII.slash : $0 }, as: UTF8.self)
  }

  static func unsure(column: String) -> Problem {
    Problem(
      "meta.dates-unsure", .note, column: column, found: "dates with dots, which Excel may have turned round",
      expected: "dates as downloaded, such as 10/16/2026",
      remedy: "Days may be taken for months: hand in the file as downloaded, not a copy saved by Excel.")
  }
}
