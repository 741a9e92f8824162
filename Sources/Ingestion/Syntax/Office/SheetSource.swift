import Records

/// A sheet as UTF-8 with commas, row by row: rows keep their numbers, numbers are plain, dates are ISO 8601.
///
/// Quirks: Google leaves dates as text and blanks as empty shared text; formulas stand as the value that was saved
/// with them; of merged cells the first holds the value, so that no number counts twice.
final class SheetSource: ReportingSource {
  /// Columns beyond this are left out: no export has as many.
  static let columnLimit = 1_024
  private static let rowLimit = 1_048_576
  private static let problemLimit = 1_001

  private(set) var problems: [Problem] = []

  private let text: EventText
  private let workbook: Workbook
  private let budget: ArchiveBudget
  /// Rows written so far, blank ones too.
  private var rows = 0
  private var row = 0
  private var column = 0
  private var cells: [String] = []
  /// Bytes in `cells`: cells that share a long text could make a small file endless.
  private var rowBytes = 0

  /// - Parameter budget: told how much text comes of the sheet.
  init(_ bytes: any ByteSource, workbook: Workbook, budget: ArchiveBudget) {
    text = EventText(bytes)
    self.budget = budget
    self.workbook = workbook
  }

  /// Whether no cell of the sheet holds anything.
  func isEmpty() throws -> Bool {
    try fill()
    return text.isEmpty
  }

  /// Whether it holds the instructions of a form, which nobody hands in as data.
  func isNotes() throws -> Bool {
    try !isEmpty() && text.starts(with: FormWords.notesMark.utf8)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try fill()
    return text.take(into: buffer)
  }

  /// Reads on until a row is written.
  private func fill() throws {
    let before = text.fault
    try budget.take(try text.fill(take))
    if before == nil, let fault = text.fault { report(.xml(fault)) }
  }

  private func take(_ event: XMLEvent) throws {
    switch event {
    case .start(let element):
      switch element.name {
      case "row": startRow(element)
      case "c": try readCell(element)
      case "mergeCell": noteMerge(element["ref"] ?? "")
      default: break
      }
    case .end("row"): endRow()
    default: break
    }
  }

  private func startRow(_ element: XMLElement) {
    let stated = element["r"].flatMap { Int($0) } ?? row + 1
    row = stated > row && stated <= SheetSource.rowLimit ? stated : row + 1
    column = -1
    cells.removeAll(keepingCapacity: true)
    rowBytes = 0
  }

  private func endRow() {
    while cells.last?.isEmpty == true { cells.removeLast() }
    guard !cells.isEmpty else { return }
    text.output += repeatElement(ASCII.lineFeed, count: max(0, row - rows - 1))
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.output.append(ASCII.comma) }
      append(cell)
    }
    text.output.append(ASCII.lineFeed)
    rows = row
  }

  private func append(_ cell: String) {
    let needsQuotes = cell.utf8.contains {
      $0 == ASCII.comma || $0 == ASCII.quote || $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn
    }
    guard needsQuotes else {
      text.output += cell.utf8
      return
    }
    text.output.append(ASCII.quote)
    for byte in cell.utf8 {
      if byte == ASCII.quote { text.output.append(ASCII.quote) }
      text.output.append(byte)
    }
    text.output.append(ASCII.quote)
  }

  private func report(_ problem: Problem) {
    if problems.count < SheetSource.problemLimit { problems.append(problem) }
  }
}

// Cells
extension SheetSource {
  private func readCell(_ element: XMLElement) throws {
    column = element["r"].flatMap(SheetSource.column) ?? column + 1
    let contents = try readContents()
    let value = value(contents, element)
    guard !value.isEmpty else { return }
    guard column < SheetSource.columnLimit else {
      return report(SheetSource.tooWide(row))
    }
    guard rowBytes + value.utf8.count <= CSVParser.fieldLimit else { return report(SheetSource.tooLong(row)) }
    rowBytes += value.utf8.count
    while cells.count <= column { cells.append("") }
    cells[column] = value
  }

  /// What lies in a cell: the value, text in it, and whether there is a formula.
  private struct Contents {
    var value: String?
    var text: String?
    var hasFormula = false
  }

  private func readContents() throws -> Contents {
    var contents = Contents()
    while let event = try text.reader.next() {
      switch event {
      case .end("c"): return contents
      case .start(let element) where element.name == "v": contents.value = try text.reader.readText()
      case .start(let element) where element.name == "is": contents.text = try text.reader.readCellText()
      case .start(let element):
        contents.hasFormula = contents.hasFormula || element.name == "f"
        try text.reader.skipElement()
      default: break
      }
    }
    return contents
  }

  private func value(_ contents: Contents, _ element: XMLElement) -> String {
    if let text = contents.text { return text }
    guard let value = contents.value, !value.isEmpty else {
      if contents.hasFormula { report(SheetSource.noValue(row, element["r"])) }
      return ""
    }
    switch element["t"] ?? "n" {
    case "s": return Int(value).flatMap { workbook.strings[$0] } ?? ""
    case "str", "d": return SheetText.plain(value)
    case "b": return value == "1" || value == "true" ? "TRUE" : "FALSE"
    case "e":
      report(SheetSource.error(row, element["r"]))
      return ""
    default:
      let format = workbook.formats[element["s"].flatMap { Int($0) } ?? 0]
      return CellNumber.text(value, format, countsFrom1904: workbook.countsFrom1904)
    }
  }

  /// The place of a column from 0, from the letters of a cell's name such as `AB12`.
  static func column(_ name: String) -> Int? {
    var column = 0
    var letters = 0
    for byte in name.utf8 {
      guard ASCII.isLetter(byte) else { break }
      column = column * 26 + Int(byte & 0x1F)
      letters += 1
    }
    return (1...3).contains(letters) ? column - 1 : nil
  }

  /// Cells merged over several rows look filled and are not.
  private func noteMerge(_ range: String) {
    let rows = range.utf8.split(separator: ASCII.colon).map { part in
      Int(decimalDigits: part.drop(while: ASCII.isLetter))
    }
    guard rows.count == 2, let first = rows[0], let last = rows[1], last > first else { return }
    report(SheetSource.merged(first))
  }

  private static func tooWide(_ row: Int) -> Problem {
    Problem(
      "sheet.too-wide", .note, line: row, found: "a cell beyond column \(columnLimit)", expected: "fewer columns",
      remedy: "It was left out; delete it if it is there by mistake.")
  }

  private static func tooLong(_ row: Int) -> Problem {
    Problem(
      "sheet.row-too-long", .note, line: row, found: "a row of more than 1 MiB", expected: "at most 1 MiB",
      remedy: "The cells behind it were left out.")
  }

  private static func noValue(_ row: Int, _ cell: String?) -> Problem {
    Problem(
      "sheet.formula-without-value", .note, line: row, column: cell, found: "a formula that was never worked out",
      expected: "a value", remedy: "Open the file in Excel, save it and hand it in again.")
  }

  private static func error(_ row: Int, _ cell: String?) -> Problem {
    Problem(
      "sheet.error", .note, line: row, column: cell, found: "an error instead of a value", expected: "a value",
      remedy: "The cell counts as empty; correct its formula if the number matters.")
  }

  private static func merged(_ row: Int) -> Problem {
    Problem(
      "sheet.merged", .note, line: row, found: "cells merged over several rows", expected: "a value in each row",
      remedy: "Only the first row has the value; unmerge them and fill in the others if it belongs to them.")
  }
}
