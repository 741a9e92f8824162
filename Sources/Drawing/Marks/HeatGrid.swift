/// A grid of states, drawn as a table so that it is its own text: a sign and a shade per cell.
package struct HeatGrid: Sendable {
  package struct Cell: Sendable, Hashable {
    package var sign: String
    /// What the sign means; empty where a legend says it for many cells.
    package var meaning: String
    /// Class of the style that shades it.
    package var shade: Shade

    package init(_ sign: String, meaning: String, shade: Shade) {
      self.sign = sign
      self.meaning = meaning
      self.shade = shade
    }
  }

  package enum Shade: String, Sendable, Hashable, CaseIterable { case full, part, none, blank, low, middle, high }

  package struct Row: Sendable, Hashable {
    package var label: String
    package var cells: [Cell]

    package init(label: String, cells: [Cell]) {
      self.label = label
      self.cells = cells
    }
  }

  package var corner: String
  package var columns: [String]
  package var rows: [Row]

  package init(corner: String, columns: [String], rows: [Row]) {
    self.corner = corner
    self.columns = columns
    self.rows = rows
  }

  package func html() -> HTML {
    HTML(.div, .class("scroll")) {
      HTML(.table, .class("grid")) {
        HTML(.thead) {
          HTML(.tr) {
            HTML(.th, .scope(.col), text: corner)
            columns.map { HTML(.th, .scope(.col), text: $0) }
          }
        }
        HTML(.tbody) { rows.map(row) }
      }
    }
  }

  private func row(_ row: Row) -> HTML {
    HTML(.tr) {
      HTML(.th, .scope(.row), text: row.label)
      row.cells.map { cell in
        HTML(.td, .class("cell-" + cell.shade.rawValue)) {
          if cell.meaning.isEmpty {
            cell.sign
          } else {
            HTML(.span, .role(.img), .title(cell.meaning), .label(cell.meaning), text: cell.sign)
          }
        }
      }
    }
  }
}
