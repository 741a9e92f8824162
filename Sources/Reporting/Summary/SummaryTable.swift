package import Figures
package import Records

/// Indicators by month, platform and language for readers outside the house, with disclosure control.
package struct SummaryTable {
  private let rows: [SummaryRow]
  private let words: Phrases
  private let preparedOn: Day
  /// What readers learn from this table; the next one is held against it.
  package let released: [ReleasedCell]

  /// - Parameters:
  ///   - from: First month of the table.
  ///   - through: Last month of the table.
  ///   - words: Language of the indicators' names and of the notes.
  ///   - history: What was handed out before.
  package init(
    data: ProgrammeData, from: Month, through: Month, words: Wording, preparedOn: Day,
    history: ReleaseHistory = ReleaseHistory()
  ) {
    let phrases = Phrases(words)
    var builder = SummaryBuilder(data: data, words: phrases, history: history)
    if from <= through {
      for offset in 0...(through - from) { builder.add(from + offset) }
    }
    (rows, released) = builder.finished()
    self.words = phrases
    self.preparedOn = preparedOn
  }

  /// Rows, and how many of them are hidden to protect people.
  var disclosure: (rows: Int, hidden: Int) { (rows.count, rows.filter { $0.status == .suppressed }.count) }

  /// Plain CSV: UTF-8, comma, decimal dot, CR LF.
  package func csv() -> [UInt8] { write(.plain) }

  /// CSV that Excel in Russian opens right: byte order mark, semicolon, decimal comma.
  package func excelCSV() -> [UInt8] { write(.excel) }

  /// XLSX with real numbers and dates, and a sheet of notes.
  package func writeXLSX(to path: String) throws(XLSXError) {
    let writer = XLSXWriter(
      sheetName: words["summary.sheet"], notesName: words["summary.notesSheet"], notes: notes,
      preparedOn: preparedOn)
    try writer.write(SummaryColumns.names, cells, to: path)
  }

  private var cells: [[SummaryCell]] { rows.map { SummaryColumns.cells($0, preparedOn: preparedOn) } }

  private var notes: [String] {
    let keys = ["consent", "missing", "range", "suppressed", "shares", "themes", "additive"]
    return keys.map { words["summary.note.\($0)"] }
  }

  private func write(_ form: CSVWriter) -> [UInt8] {
    var writer = form
    writer.write(SummaryColumns.names.map { .text($0) })
    for row in cells { writer.write(row) }
    return writer.bytes
  }
}
