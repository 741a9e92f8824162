import CXLSXWriter
import Records

/// A table of a workbook.
struct XLSXSheet {
  var name: String
  var header: [String]
  var rows: [[SummaryCell]]
  var charts: [XLSXChart] = []
}

/// Writes tables and a sheet of notes as XLSX: real numbers, real dates, frozen header.
struct XLSXWriter {
  let sheetName: String
  let notesName: String
  let notes: [String]
  let preparedOn: Day

  func write(_ header: [String], _ rows: [[SummaryCell]], to path: String) throws(XLSXError) {
    try write([XLSXSheet(name: sheetName, header: header, rows: rows)], to: path)
  }

  func write(_ sheets: [XLSXSheet], to path: String) throws(XLSXError) {
    try XLSXFile.write(to: path) { book throws(XLSXError) in
      var properties = lxw_doc_properties()
      properties.created = time_t(preparedOn.number) * 86_400
      workbook_set_properties(book, &properties)
      let formats = Formats(book)
      for table in sheets {
        guard let sheet = workbook_add_worksheet(book, table.name) else { throw XLSXError(reason: table.name) }
        fill(sheet, table.header, table.rows, formats)
        for (number, chart) in table.charts.enumerated() { chart.insert(into: sheet, of: table, book, number: number) }
      }
      if let sheet = workbook_add_worksheet(book, notesName) { fillNotes(sheet, formats) }
    }
  }

  private struct Formats {
    let header: UnsafeMutablePointer<lxw_format>?
    let whole: UnsafeMutablePointer<lxw_format>?
    let decimal: UnsafeMutablePointer<lxw_format>?
    let day: UnsafeMutablePointer<lxw_format>?
    let wrapped: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      header = workbook_add_format(book)
      whole = workbook_add_format(book)
      decimal = workbook_add_format(book)
      day = workbook_add_format(book)
      wrapped = workbook_add_format(book)
      format_set_bold(header)
      format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_num_format(whole, "#,##0")
      format_set_num_format(decimal, "#,##0.0")
      format_set_num_format(day, "yyyy-mm-dd")
      format_set_text_wrap(wrapped)
    }
  }

  private func fill(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ header: [String], _ rows: [[SummaryCell]],
    _ formats: Formats
  ) {
    for (column, name) in header.enumerated() {
      worksheet_write_string(sheet, 0, lxw_col_t(column), name, formats.header)
      let width = Double(max(11, min(44, widest(column, rows) + 2)))
      worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        write(cell, sheet, lxw_row_t(row + 1), lxw_col_t(column), formats)
      }
    }
    worksheet_freeze_panes(sheet, 1, 2)
    if !rows.isEmpty {
      worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows.count), lxw_col_t(max(1, header.count) - 1))
    }
  }

  private func widest(_ column: Int, _ rows: [[SummaryCell]]) -> Int {
    rows.lazy.map { row in
      if column < row.count, case .text(let text) = row[column] { text.unicodeScalars.count } else { 0 }
    }.max() ?? 0
  }

  private func write(
    _ cell: SummaryCell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
    _ formats: Formats
  ) {
    switch cell {
    case .empty: break
    case .text(let text): worksheet_write_string(sheet, row, column, FormulaGuard.text(text), nil)
    case .number(let value, let decimals):
      worksheet_write_number(sheet, row, column, value, decimals == 0 ? formats.whole : formats.decimal)
    case .day(let day):
      // Excel counts days from 1899-12-30.
      worksheet_write_number(sheet, row, column, Double(day.number) + 25_569, formats.day)
    }
  }

  private func fillNotes(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats) {
    worksheet_set_column(sheet, 0, 0, 100, nil)
    for (row, note) in notes.enumerated() {
      worksheet_write_string(sheet, lxw_row_t(row), 0, FormulaGuard.text(note), formats.wrapped)
    }
  }
}
