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

  /// More columns than a phone holds side by side.
  private var isWide: Bool { header.count > 4 }

  /// The table as a page shows it.
  /// - Parameter folds: Whether a wide table names the column in every cell, so that a phone can show a row as lines.
  package func html(folds: Bool = false) -> HTML {
    let isFolding = folds && isWide
    return HTML(.table, .class("numbers", isFolding ? "wide" : "")) {
      HTML(.thead) { HTML(.tr) { header.map { HTML(.th, .scope(.col), text: $0) } } }
      HTML(.tbody) { rows.map { row in HTML(.tr) { cells(row, areNamed: isFolding) } } }
    }
  }

  private func cells(_ row: [ChartCell], areNamed: Bool) -> [HTML] {
    row.enumerated().map { index, cell in
      if index == 0 { return HTML(.th, .scope(.row), text: cell.text) }
      guard areNamed, header.indices.contains(index) else { return HTML(.td) { Self.content(cell) } }
      return HTML(.td, .column(header[index])) { Self.content(cell) }
    }
  }

  private static func content(_ cell: ChartCell) -> HTML {
    cell.machine.map { HTML(.data, .value($0), text: cell.text) } ?? HTML(text: cell.text)
  }
}
