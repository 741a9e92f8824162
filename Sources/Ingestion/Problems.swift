import Records

/// The problems that readers report, in one place: a code never changes its meaning.
extension Problem {
  // MARK: Whole files

  static func emptyFile() -> Problem {
    Problem("file.empty", .fileRefused, found: "nothing in it", expected: "an export", remedy: "Download it again.")
  }

  static func unknownEncoding(likeliest: String?) -> Problem {
    Problem(
      "encoding.unsure", .fileRefused, found: likeliest.map { "bytes that might be \($0)" } ?? "bytes of no known text",
      expected: "UTF-8, UTF-16 or Windows-1251",
      remedy: "Open the file in Excel or Notepad and save it as UTF-8 (\"CSV UTF-8\").")
  }

  static func unknownFormat(found: String, nearest: String) -> Problem {
    Problem(
      "format.unknown", .fileRefused, found: found, expected: nearest,
      remedy: "Export it again from the platform, without changing it in Excel.")
  }

  static func unknownPeriod() -> Problem {
    Problem(
      "period.unknown", .fileRefused, found: "no dates in the file, its name, or the zip or folder it lies in",
      expected: "a name such as \"Content 2026-10-01_2026-10-31 Channel\"",
      remedy: "Hand in the whole zip as downloaded, or say the days with --period 2026-10.")
  }

  static func nothingRead(_ what: String) -> Problem {
    Problem(
      "file.nothing-read", .fileRefused, found: "no \(what)", expected: "at least one",
      remedy: "Look into the file, then download it again.")
  }

  // MARK: Rows

  static func damagedText(line: Int) -> Problem {
    Problem(
      "encoding.replaced", .note, line: line, found: "bytes that are no text", expected: "UTF-8",
      remedy: "They were replaced; download the file again if the text matters.")
  }

  static func csv(_ fault: CSVParser.Fault) -> Problem {
    switch fault.kind {
    case .unclosedQuote:
      Problem(
        "csv.unclosed-quote", .rowRefused, line: fault.line, column: "column \(fault.column)",
        found: "a quote that is never closed", expected: "a closing quote",
        remedy: "The file may be cut off: download it again.")
    case .fieldTooLong:
      Problem(
        "csv.field-too-long", .rowRefused, line: fault.line, column: "column \(fault.column)",
        found: "a cell of more than 1 MiB, at byte \(fault.offset)", expected: "at most 1 MiB",
        remedy: "Look for a quote that is never closed on this line.")
    case .rowTooLong:
      Problem(
        "csv.row-too-long", .rowRefused, line: fault.line, found: "a row of more than 2 MiB, at byte \(fault.offset)",
        expected: "at most 2 MiB", remedy: "Look for a quote that is never closed on this line.")
    }
  }

  static func raggedRow(line: Int, found: Int, expected: Int) -> Problem {
    Problem(
      "csv.ragged-row", .rowRefused, line: line, found: "\(found) cells", expected: "\(expected) cells",
      remedy: "Look for a missing quote or an extra delimiter on this line.")
  }

  static func totalByHand(line: Int) -> Problem {
    Problem(
      "row.total-by-hand", .note, line: line, found: "a total that was added by hand", expected: "rows of the export",
      remedy: "It was left out; nothing needs to be done.")
  }

  static func swappedDates() -> Problem {
    Problem(
      "date.swapped", .note, found: "dates whose day and month Excel swapped", expected: "dates as exported",
      remedy: "They were swapped back; better hand in the file as downloaded.")
  }

  static func decimalFromDate(line: Int, column: String, cell: Bytes) -> Problem {
    Problem(
      "number.from-date", .note, line: line, column: column, found: shape(of: cell), expected: "a decimal",
      remedy: "Excel made a date of it; the number was found again. Better hand in the file as downloaded.")
  }

  static func unfinishedLine(line: Int) -> Problem {
    Problem(
      "csv.unfinished-line", .note, line: line, found: "a last line without its end", expected: "a line end",
      remedy: "The file may be cut off: compare it with the original.")
  }

  /// A row of names, cut where a file has very many or very long ones.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(12).map { String($0.unicodeScalars.prefix(60)) }.joined(separator: ", ")
    return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
  }

  static func unknownColumns(_ names: [String]) -> Problem {
    Problem(
      "columns.unknown", .note, found: list(names), expected: "columns that are known",
      remedy: "They were left out. Tell the maintainers if their numbers are needed.")
  }

  static func repeatedColumns(_ names: [String]) -> Problem {
    Problem(
      "columns.repeated", .note, found: list(names), expected: "each column once",
      remedy: "The first of them was read.")
  }

  static func unreadableNumber(line: Int, column: String, cell: Bytes) -> Problem {
    let becameDate = cell.contains(ASCII.dot) && cell.contains { ASCII.isLetter($0) || $0 >= 0x80 }
    return Problem(
      "number.unreadable", .note, line: line, column: column, found: shape(of: cell), expected: "a number",
      remedy: becameDate
        ? "Excel may have turned it into a date: hand in the original file." : "Correct the cell in the original.")
  }

  static func unreadableDate(line: Int, column: String, cell: Bytes) -> Problem {
    Problem(
      "date.unreadable", .note, line: line, column: column, found: shape(of: cell), expected: "a date",
      remedy: "Correct the cell, for example to 2026-10-16.")
  }

  /// What stands in a cell: itself when it can only be a number or date, else only its length.
  static func shape(of cell: Bytes) -> String {
    let body = cell.trimmed()
    let letters = body.count { ASCII.isLetter($0) || $0 >= 0xC2 }
    if body.count <= 24, let first = body.first, ASCII.isDigit(first), letters <= 5 { return "\"\(body.string)\"" }
    return "a text of \(body.count) bytes"
  }

  // MARK: JSON

  static func json(_ fault: JSONFault, isFinal: Bool) -> Problem {
    let (code, found) =
      switch fault.kind {
      case .unexpected: ("json.broken", "a byte that is no JSON, at byte \(fault.offset)")
      case .truncated: ("json.truncated", "the end of the file inside a value")
      case .tooDeep: ("json.too-deep", "more than 64 levels")
      case .tooLarge: ("json.too-large", "a value of more than 4 MiB")
      }
    return Problem(
      code, .rowRefused, line: fault.line, found: found, expected: "JSON (RFC 8259)",
      remedy: isFinal
        ? "What follows was not read: download the file again." : "The record was left out; the rest was read.")
  }

  static func loneSurrogate(line: Int) -> Problem {
    Problem(
      "json.lone-surrogate", .note, line: line, found: "half of a letter (a lone surrogate)",
      expected: "a whole letter",
      remedy: "It was replaced; nothing needs to be done.")
  }

  // MARK: Archives

  static func brokenArchive() -> Problem {
    Problem(
      "archive.broken", .fileRefused, found: "a zip that cannot be read on", expected: "a whole zip",
      remedy: "Download it again.")
  }

  static func dishonestArchive() -> Problem {
    Problem(
      "archive.dishonest", .fileRefused, found: "a zip whose list of files does not fit the files in it",
      expected: "a zip as the platform writes it", remedy: "Download it again; do not open it by hand.")
  }

  static func archiveTooLarge(_ found: String) -> Problem {
    Problem(
      "archive.too-large", .fileRefused, found: found, expected: "at most 2000 files, 2 GiB unpacked",
      remedy: "Unpack it yourself and hand in only the exports.")
  }

  static func nestedArchive(_ name: String) -> Problem {
    archiveEntry("archive.nested", "an archive in an archive in the archive", name)
  }

  static func archiveEntry(_ code: String, _ found: String, _ name: String) -> Problem {
    Problem(
      code, .fileRefused, column: name.isEmpty ? nil : name, found: found, expected: "a plain file",
      remedy: "Unpack it yourself and hand in the exports.")
  }
}
