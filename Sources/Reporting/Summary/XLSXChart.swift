import CXLSXWriter

/// A chart that the spreadsheet program draws from columns of its sheet; the first column names the categories.
struct XLSXChart {
  enum Kind { case columns, lines }

  var kind: Kind
  var title: String
  /// Columns, counted from 0, each a series under its header.
  var series: [Int]

  private static let rowsPerChart = 17

  /// Puts the chart below the table, the charts of a sheet under one another.
  func insert(
    into sheet: UnsafeMutablePointer<lxw_worksheet>, of table: XLSXSheet, _ book: UnsafeMutablePointer<lxw_workbook>,
    number: Int
  ) {
    let type = kind == .columns ? LXW_CHART_COLUMN : LXW_CHART_LINE
    guard !table.rows.isEmpty, let chart = workbook_add_chart(book, UInt8(type.rawValue)) else { return }
    let last = lxw_row_t(table.rows.count)
    for column in series {
      guard let series = chart_add_series(chart, nil, nil) else { continue }
      chart_series_set_categories(series, table.name, 1, 0, last, 0)
      chart_series_set_values(series, table.name, 1, lxw_col_t(column), last, lxw_col_t(column))
      chart_series_set_name_range(series, table.name, 0, lxw_col_t(column))
    }
    chart_title_set_name(chart, title)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    worksheet_insert_chart(sheet, last + 2 + lxw_row_t(number * Self.rowsPerChart), 0, chart)
  }
}
