import Drawing

/// A table that folds into labelled lines on a phone. The first cell names the row.
struct Table {
  let header: [String]
  private(set) var rows: [[HTML]] = []

  init(_ header: [String]) { self.header = header }

  mutating func add(_ cells: [HTML]) { rows.append(cells) }

  func html() -> HTML {
    HTML(.table, .class("list")) {
      HTML(.thead) { HTML(.tr) { header.map { HTML(.th, .scope(.col), text: $0) } } }
      HTML(.tbody) { rows.map { row in HTML(.tr) { cells(row) } } }
    }
  }

  private func cells(_ row: [HTML]) -> [HTML] {
    zip(header, row).enumerated().map { index, cell in
      index == 0
        ? HTML(.th, .scope(.row)) { cell.1 }
        : HTML(.td, .column(cell.0)) { cell.1 }
    }
  }
}

/// A link inside a text; plain text where it cannot be one.
enum Anchor {
  static func html(_ path: String, _ text: String, query: [(name: String, value: String)] = []) -> HTML {
    guard let link = Link(site: path, query: query) else { return HTML(text: text) }
    return HTML(.a, .link(link), text: text)
  }

  /// A link that looks like a button.
  static func button(_ path: String, _ text: String) -> HTML {
    guard let link = Link(site: path) else { return HTML(text: text) }
    return HTML(.a, .link(link), .class("button"), text: text)
  }
}
