import Drawing
import Figures
import Records

/// When the author's audience answers: days of the week by stretches of three hours.
struct CreatorHours {
  let context: ReportContext
  let hours: [AnswerHour]

  /// A stretch with fewer comments than this stays grey: it tells nothing, and few people could be guessed.
  private static let smallestCell = 20
  private static let stretch = 3

  private struct Cell: Hashable {
    var weekday: Int
    var part: Int
  }

  func html() -> HTML {
    let words = context.words
    let cells = Dictionary(
      hours.map { (Cell(weekday: $0.weekday, part: $0.hour / Self.stretch), $0.comments) }, uniquingKeysWith: +)
    let most = cells.values.max() ?? 0
    return SectionView.html(id: "hours", words["hours.title"], lead: words["hours.lead"]) {
      if most < Self.smallestCell {
        HTML(.p, .class("empty"), text: words("hours.tooFew", ["n": .count(Self.smallestCell)]))
      } else {
        HTML(.ul, .class("plain", "inline", "small")) {
          [HeatGrid.Shade.high, .middle, .low, .blank].map { shade in
            HTML(.li, text: sign(shade) + "\u{A0}" + meaning(shade))
          }
        }
        grid(cells, most)
      }
    }
  }

  private func grid(_ cells: [Cell: Int], _ most: Int) -> HTML {
    let words = context.words
    let parts = 0..<(24 / Self.stretch)
    let columns = parts.map { String($0 * Self.stretch) + "\u{2013}" + String(($0 + 1) * Self.stretch) }
    let rows = (1...7).map { weekday in
      HeatGrid.Row(
        label: words["weekday.short.\(weekday)"],
        cells: parts.map { part in
          let shade = shade(cells[Cell(weekday: weekday, part: part)] ?? 0, most)
          // Pages go to phones: the many grey cells leave their meaning to the legend.
          return HeatGrid.Cell(sign(shade), meaning: shade == .blank ? "" : meaning(shade), shade: shade)
        })
    }
    return HeatGrid(corner: "", columns: columns, rows: rows).html()
  }

  private func shade(_ comments: Int, _ most: Int) -> HeatGrid.Shade {
    if comments < Self.smallestCell { return .blank }
    let part = Double(comments) / Double(most)
    return part > 2 / 3.0 ? .high : (part > 1 / 3.0 ? .middle : .low)
  }

  private func meaning(_ shade: HeatGrid.Shade) -> String {
    switch shade {
    case .high: context.words["hours.high"]
    case .middle: context.words["hours.middle"]
    case .low: context.words["hours.low"]
    default: context.words("hours.few", ["n": .count(Self.smallestCell)])
    }
  }

  private func sign(_ shade: HeatGrid.Shade) -> String {
    switch shade {
    case .high: "\u{25CF}"
    case .middle: "\u{25D0}"
    case .low: "\u{25CB}"
    default: "\u{B7}"
    }
  }
}
