import CXLSXWriter
import Glibc

/// A column of a form: its name, how wide it is, and what a drop-down list offers.
package struct FormColumn: Sendable {
  package var name: String
  /// In characters.
  package var width: Double
  /// Offered, not demanded: other words may be typed in. Empty = no list.
  package var choices: [String]

  package init(_ name: String, width: Double, choices: [String] = []) {
    self.name = name
    self.width = width
    self.choices = choices
  }
}

/// A form to fill in: a table with an example row, and a sheet that says how.
package struct FormWorkbook: Sendable {
  package var sheetName: String
  package var columns: [FormColumn]
  /// The first is an example, marked as such in its first cell; readers leave it out.
  package var rows: [[String]]
  package var notesName: String
  /// By this word in its first cell readers leave the sheet of notes out.
  package var notesMark: String
  package var notes: [String]
  /// Whether the first row only shows how a row looks.
  package var hasExample: Bool

  package init(
    sheetName: String, columns: [FormColumn], rows: [[String]], notesName: String, notesMark: String, notes: [String],
    hasExample: Bool = true
  ) {
    self.hasExample = hasExample
    self.sheetName = sheetName
    self.columns = columns
    self.rows = rows
    self.notesName = notesName
    self.notesMark = notesMark
    self.notes = notes
  }

  /// Rows that drop-down lists and formats of cells reach.
  private static let reach: lxw_row_t = 500
  /// What Excel takes as one list.
  private static let listLimit = 255

  /// - Throws: `XLSXError` with the words of libxlsxwriter.
  package func writeXLSX(to path: String) throws(XLSXError) {
    try XLSXFile.write(to: path) { book in
      let formats = Formats(book)
      if let sheet = workbook_add_worksheet(book, sheetName) { fill(sheet, formats) }
      if let sheet = workbook_add_worksheet(book, notesName) { fillNotes(sheet, formats) }
    }
  }

  /// The table as CSV that Excel in Russian opens with a double click.
  package func csv() -> [UInt8] {
    var writer = CSVWriter.excel
    for row in [columns.map(\.name)] + rows { writer.write(row.map { $0.isEmpty ? .empty : .text($0) }) }
    return writer.bytes
  }

  private struct Formats {
    let header: UnsafeMutablePointer<lxw_format>?
    let example: UnsafeMutablePointer<lxw_format>?
    /// Cells as they are typed: a spreadsheet would make a date of a month.
    let text: UnsafeMutablePointer<lxw_format>?
    let note: UnsafeMutablePointer<lxw_format>?
    let mark: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      header = workbook_add_format(book)
      example = workbook_add_format(book)
      text = workbook_add_format(book)
      note = workbook_add_format(book)
      mark = workbook_add_format(book)
      format_set_bold(header)
      format_set_text_wrap(header)
      format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bg_color(header, 0xE3EEF2)
      format_set_italic(example)
      format_set_font_color(example, 0x6B7680)
      format_set_bg_color(example, 0xF3F3F3)
      format_set_num_format(example, "@")
      format_set_num_format(text, "@")
      format_set_text_wrap(note)
      format_set_font_color(mark, 0xB9C2C9)
      format_set_font_size(mark, 8)
    }
  }

  private func fill(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats) {
    for (index, column) in columns.enumerated() {
      let place = lxw_col_t(index)
      worksheet_set_column(sheet, place, place, column.width, formats.text)
      worksheet_write_string(sheet, 0, place, column.name, formats.header)
      addChoices(column.choices, sheet, place)
    }
    for (number, row) in rows.enumerated() {
      for (index, cell) in row.enumerated() {
        let format = number == 0 && hasExample ? formats.example : formats.text
        worksheet_write_string(sheet, lxw_row_t(number + 1), lxw_col_t(index), FormulaGuard.text(cell), format)
      }
    }
    worksheet_freeze_panes(sheet, 1, 1)
  }

  /// A list whose words Excel does not hold together is left out; the column is typed in then.
  private func addChoices(_ choices: [String], _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ column: lxw_col_t) {
    let length = choices.reduce(max(0, choices.count - 1)) { $0 + $1.utf16.count }
    guard !choices.isEmpty, length <= Self.listLimit else { return }
    var words = choices.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    words.withUnsafeMutableBufferPointer { list in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
      validation.value_list = list.baseAddress
      worksheet_data_validation_range(sheet, 1, column, Self.reach, column, &validation)
    }
  }

  private func fillNotes(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats) {
    worksheet_set_column(sheet, 0, 0, 100, nil)
    worksheet_write_string(sheet, 0, 0, notesMark, formats.mark)
    for (row, note) in notes.enumerated() {
      worksheet_write_string(sheet, lxw_row_t(row + 1), 0, FormulaGuard.text(note), formats.note)
    }
  }
}
