import Records

/// Reads the publication times of a content export: month first with slashes, as Meta writes them in every
/// language, or as a spreadsheet left them.
struct MetaTimes {
  private let order: DateOrder
  /// Whether a spreadsheet took days for months, and they are turned back.
  let areSwapped: Bool
  /// Whether a spreadsheet rewrote all dates and nothing tells if it turned them round.
  let isUnsure: Bool

  /// - Parameter period: the days that the file's name states.
  init(_ cells: [String], period: Period?) {
    let filled = cells.filter { !$0.isEmpty }
    let kept = filled.filter { !$0.withBytes(SwappedDates.isRewritten) }
    order = DateOrder.vote(kept, period: nil) ?? .monthFirst
    areSwapped = SwappedDates.vote(filled, period: period)
    let rewritten = filled.filter { $0.withBytes(MetaTimes.isDotted) }.map { $0.withBytes(MetaTimes.slashed) }
    isUnsure = !areSwapped && kept.isEmpty && !rewritten.isEmpty && DateOrder.vote(rewritten, period: period) == nil
  }

  func civil(_ cell: Bytes) -> CivilTime? {
    guard var civil = DateParser.civil(cell, order: order) else { return nil }
    if areSwapped, SwappedDates.isRewritten(cell), let day = SwappedDates.swapped(civil.day) { civil.day = day }
    return civil
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
