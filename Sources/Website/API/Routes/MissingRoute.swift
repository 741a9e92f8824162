import Figures
import Records
import Workflows

/// What each channel still owes for a month.
enum MissingRoute {
  private static let gap = Shape<Gap>.object([
    Field("creator", "Code of the author.", .text) { $0.account.creator },
    Field("platform", "Where the channel is.", .text) { $0.account.platform.rawValue },
    Field("kind", "What is missing.", .word(DataKind.allCases.map(\.rawValue))) { $0.kind.rawValue },
    Field("state", "Whether all or a part of it is.", .word(Completeness.allCases.map(\.rawValue))) {
      $0.state.rawValue
    },
    Field("known", "Parts that are there.", .count) { $0.known },
    Field("of", "Parts that should be.", .count) { $0.of },
  ])

  private static let shape = Shape<(month: Month, gaps: [Gap])>.object([
    Field("month", "The month.", .month) { $0.month },
    Field("missing", "By author and platform.", gap.list) { $0.gaps },
  ])

  static let route = APIRoute("/months/:month/missing", for: .staff, "What is missing for a month.", shape) { visit in
    let month = try visit.pathMonth()
    let book = try visit.desk.archive.book(through: month, now: visit.desk.clock.now())
    return (month, book.gaps(in: month))
  }
}
