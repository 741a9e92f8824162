import Drawing
import Figures
import Records

/// What the blocks of a page share.
struct ReportContext {
  let book: FigureBook
  let month: Month
  let words: Phrases
  var calendar = ProgrammeCalendar.plain
  /// Groups by age that laws or readers draw.
  var groups: [TargetGroup] = []
  /// The day the page is made; consents are judged by it.
  var preparedOn: Day?
  /// Where figures lead.
  var links = FigureLinks.none
  /// How far the month's approval is; nil while nobody prepared it.
  var seal: MonthSeal?

  var previous: Month { month + -1 }
  var months: [Month] { book.months(through: month) }

  /// Platforms that have channels, in order.
  func platforms(_ selection: ChannelSelection = .all) -> [Platform] {
    Set(book.channels(selection).map(\.platform)).sorted()
  }

  /// Where a metric's definition changed within the months of a chart.
  func seams(_ metric: Metric, _ platform: Platform) -> [Seam] {
    let months = months
    guard let first = months.first else { return [] }
    return MetricRegister.breaks(of: metric, on: platform, from: first, through: month)
      .compactMap { change in
        let later = change.day.civil.day > 15 ? 1 : 0
        let index = change.day.month + later - first
        return months.indices.contains(index) && index > 0 ? Seam(before: index, words["chart.seam"]) : nil
      }
  }
}
