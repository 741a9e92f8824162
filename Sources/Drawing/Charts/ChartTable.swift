/// A cell of the table beside a chart.
package struct ChartCell: Sendable, Hashable {
  /// As people read it.
  package var text: String
  /// As machines read it; nil for words and for what is missing.
  package var machine: String?

  package init(_ text: String, machine: String? = nil) {
    self.text = text
    self.machine = machine
  }
}

/// The numbers of a chart, one row per mark; the first cell of a row names it.
package struct ChartTable: Sendable, Hashable {
  package var header: [String]
  package var rows: [[ChartCell]]

  package init(header: [String], rows: [[ChartCell]]) {
    self.header = header
    self.rows = rows
  }

  /// The table as a page shows it.
  package func html() -> HTML {
    HTML(.table, .class("numbers")) {
      HTML(.thead) { HTML(.tr) { header.map { HTML(.th, .scope(.col), text: $0) } } }
      HTML(.tbody) { rows.map { row in HTML(.tr) { Self.cells(row) } } }
    }
  }

  private static func cells(_ row: [ChartCell]) -> [HTML] {
    row.enumerated().map { index, cell in
      if index == 0 { return HTML(.th, .scope(.row), text: cell.text) }
      guard let machine = cell.machine else { return HTML(.td, text: cell.text) }
      return HTML(.td) { HTML(.data, .value(machine), text: cell.text) }
    }
  }
}
