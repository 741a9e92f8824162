/// Columns of text, as wide as their widest cell.
struct TextTable {
  private var rows: [[String]]

  init(_ header: [String]) {
    rows = [header]
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  var text: String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { index, pair in
        index + 1 == row.count ? pair.0 : pair.0 + String(repeating: " ", count: pair.1 - pair.0.count)
      }
      return cells.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
