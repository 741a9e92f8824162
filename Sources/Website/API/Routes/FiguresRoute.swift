import Figures
import Hummingbird
import Records
import Workflows

/// The figures of a month as pages show them: the same numbers, rounding and reasons for silence.
enum FiguresRoute {
  struct MonthFigures: Sendable {
    let month: Month
    let figures: [Figure]
  }

  static let shape = Shape<MonthFigures>.object([
    Field("month", "The month.", .month) { $0.month },
    Field("figures", "In a fixed order.", FigureShape.shape.list) { $0.figures },
  ])

  static let route = APIRoute(
    "/months/:month/figures", for: .staff, "The figures of a month, of all or of one author.",
    queries: [
      APIRoute.Query(
        name: "creator", about: "Code of an author; without it the figures of all together and by platform.",
        schema: ["type": "string"])
    ], shape
  ) { visit in
    let month = try visit.pathMonth()
    let creator = visit.query("creator")
    if let creator {
      guard try visit.desk.archive.creators().contains(where: { $0.code == creator }) else {
        throw HTTPError(.notFound)
      }
    }
    let book = try visit.desk.archive.book(through: month, now: visit.desk.clock.now())
    return MonthFigures(month: month, figures: FigureList(book: book, creator: creator).figures(month))
  }
}

/// Which figures there are of somebody: those that pages have ids for.
struct FigureList {
  let book: FigureBook
  /// Nil for all together.
  let creator: String?

  /// Those of which something is known or should be.
  func figures(_ month: Month) -> [Figure] {
    let platforms = Set(book.channels(ChannelSelection(creator: creator)).map(\.platform)).sorted { $0 > $1 }
    let whole = Self.shared + themes()
    let names =
      whole.map { ($0, creator ?? "all") }
      + platforms.flatMap { platform in
        own(platform).map { ($0, [creator, platform.rawValue].compactMap { $0 }.joined(separator: ".")) }
      }
    return names.compactMap { measure, selection in
      FigureName("\(measure)/\(selection)/\(month)").flatMap(book.figure)
    }.filter { $0.of > 0 || $0.value != nil }
  }

  private static let shared = [
    "people_reached", "talks_published", "transcript_coverage", "constructive_share", "theme_hours.any",
  ]

  private func themes() -> [String] {
    book.themeIDs.map(FigureName.shown).flatMap { theme in
      [Stance.promotes, .mentions].map { "theme.\(theme).\($0.rawValue)" }
    }
  }

  /// What platforms count each in their own way is never added up over both.
  private func own(_ platform: Platform) -> [String] {
    Metric.allCases.filter { MetricRegister.definition(of: $0).platforms.contains(platform) }.map(\.rawValue)
      + ["engagement_by_views"]
  }
}
