import Figures
import Records

/// Figures typed in, as a sheet of their own: no other sheet and no chart counts them.
struct HandSheet {
  let context: ReportContext

  /// One sheet, or none where nothing was typed in for the months.
  func sheets() -> [XLSXSheet] {
    let words = context.words
    let entries = Set(context.months.flatMap { context.book.handFigures(in: $0) })
    guard !entries.isEmpty else { return [] }
    let header = [
      "column.author", "column.platform", "column.metric", "column.value", "hand.rounded", "column.from",
      "column.through",
      "column.source", "column.enteredBy", "column.evidence",
    ].map { words[$0] }
    return [XLSXSheet(name: words["hand.sheet"], header: header, rows: sorted(entries).map(row))]
  }

  private func sorted(_ entries: Set<HandEntry>) -> [HandEntry] {
    entries.sorted {
      ($0.creator, $0.period.from, $0.importNumber, $0.row) < ($1.creator, $1.period.from, $1.importNumber, $1.row)
    }
  }

  private func row(_ entry: HandEntry) -> [SummaryCell] {
    let words = context.words
    return [
      .text(entry.creator), .text(words.name(entry.platform)), .text(words.name(entry.metric)),
      .number(entry.value, decimals: entry.decimals), .text(words[entry.isApproximate ? "word.yes" : "word.no"]),
      .day(entry.period.from), .day(entry.period.through), .text(words["hand.mark"]),
    ] + [entry.enteredBy, entry.evidence].map { .text($0 ?? words["hand.sealed"]) }
  }
}
