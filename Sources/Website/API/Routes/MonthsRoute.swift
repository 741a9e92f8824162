import Records
import Workflows

/// Months with numbers, and the reports that lie ready for them.
enum MonthsRoute {
  private static let month = Shape<(month: Month, reports: [ReportID])>.object([
    Field("month", "The month.", .month) { $0.month },
    Field("reports", "Ids of its reports.", Shape.text.list) { $0.reports.map(\.text) },
  ])

  private static let shape = Shape<[(month: Month, reports: [ReportID])]>.object([
    Field("months", "The newest first.", month.list) { $0 }
  ])

  static let route = APIRoute("/months", for: .staff, "Months with numbers.", shape) { visit in
    let counts = try visit.desk.archive.counts()
    guard let first = counts.firstMonth, let last = counts.lastMonth, first <= last else { return [] }
    let ready = Dictionary(grouping: ReportShelf(folder: visit.desk.places.reports).list(), by: \.month)
    return (0...(last - first)).map { back in
      let month = last + -back
      return (month, ready[month] ?? [])
    }
  }
}
