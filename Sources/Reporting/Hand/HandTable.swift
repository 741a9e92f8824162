import Drawing
import Figures
import Records

/// Figures that were typed in, as a table that is marked as such. They are drawn into no chart.
struct HandTable {
  let words: Phrases
  let entries: [HandEntry]
  /// Whether it says who typed a figure in and what shows it; an author's page must not.
  let namesWho: Bool

  func html() -> HTML {
    HTML(.div, .class("scroll")) {
      ChartTable(header: header, rows: entries.map(row)).html(folds: true)
    }
  }

  private var header: [String] {
    let own = [words["column.platform"], words["column.metric"], words["column.value"], words["column.period"]]
    guard namesWho else { return own + [words["column.source"]] }
    return [words["column.author"]] + own
      + [words["column.source"], words["column.enteredBy"], words["column.evidence"]]
  }

  private func row(_ entry: HandEntry) -> [ChartCell] {
    let own = [
      ChartCell(words.name(entry.platform)), ChartCell(words.name(entry.metric)),
      ChartCell(value(entry), machine: DecimalBytes.text(entry.value, decimals: entry.decimals)),
      ChartCell(words.period(entry.period)),
    ]
    guard namesWho else { return own + [ChartCell(words["hand.mark"])] }
    return [ChartCell(entry.creator)] + own
      + [ChartCell(words["hand.mark"])]
      + [entry.enteredBy, entry.evidence].map { ChartCell($0 ?? words["hand.sealed"]) }
  }

  private func value(_ entry: HandEntry) -> String {
    let text = words.formats.number(entry.value, decimals: entry.decimals)
    return entry.isApproximate ? words("hand.about", ["value": .text(text)]) : text
  }
}

extension HandEntry {
  /// Digits behind the mark: as many as somebody typed, at most two.
  var decimals: Int {
    if value == value.rounded() { return 0 }
    return value * 10 == (value * 10).rounded() ? 1 : 2
  }
}

extension Phrases {
  func name(_ platform: HandPlatform) -> String { self["platform.\(platform.rawValue)"] }

  /// "October 2026", or the days.
  func period(_ period: Period) -> String {
    if let month = period.wholeMonth { return monthAndYear(month) }
    return period.from == period.through ? date(period.from) : date(period.from) + " \u{2013} " + date(period.through)
  }
}

extension FigureBook {
  /// Figures typed in whose days touch a month.
  func handFigures(in month: Month) -> [HandEntry] {
    data.handFigures.filter { $0.period.from <= month.lastDay && $0.period.through >= month.firstDay }
  }
}
