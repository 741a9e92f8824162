import Drawing
import Figures
import Records

/// Shares as the machine reads them beside what people's coding makes of them. Where nobody coded enough, the word
/// "indicative" stands.
struct CheckedShares {
  struct Row {
    var name: String
    var found: Figure
    /// Nil where nobody coded the label.
    var checked: CheckedShare?
  }

  let words: Phrases
  /// Header of the first column.
  let header: String
  let rows: [Row]

  func html(title: String) -> HTML {
    let shown = rows.filter { ($0.found.value ?? 0) > 0 || $0.checked?.figure != nil }
    guard !shown.isEmpty else { return .empty }
    let isChecked = shown.contains { $0.checked?.figure != nil }
    let columns = [
      header, words["checked.found"], words["checked.corrected"], words["column.interval"], words["checked.n"],
    ]
    // Ranges and numbers of texts that nobody has would be columns of dashes.
    let count = isChecked ? columns.count : 3
    let table = ChartTable(header: Array(columns.prefix(count)), rows: shown.map { Array(cells($0).prefix(count)) })
    return HTML(.div, .class("block")) {
      HTML(.h3, text: title)
      HTML(.div, .class("scroll")) { table.html(folds: true) }
      HTML(.p, .class("small"), text: words[isChecked ? "checked.note" : "checked.none"])
    }
  }

  private func cells(_ row: Row) -> [ChartCell] {
    let found = words.cell(row.found)
    guard let figure = row.checked?.figure, let value = figure.value else {
      return [ChartCell(row.name), found, ChartCell(why(row.checked)), ChartCell("\u{2013}"), ChartCell("\u{2013}")]
    }
    return [
      ChartCell(row.name), found, ChartCell(words.percent(value), machine: words.machine(value, .share)),
      ChartCell(words.interval(figure) ?? words["value.missing"]), ChartCell(words.count(figure.n ?? 0)),
    ]
  }

  private func why(_ checked: CheckedShare?) -> String {
    switch checked?.corrected {
    case .belowDetection: words["checked.below"]
    case .undefined: words["checked.undefined"]
    case .tooFew, .share, nil: words["checked.indicative"]
    }
  }
}
