import Figures
import Hummingbird
import Records
import Workflows

/// A creator's own figures of a month, and nobody else's.
enum OwnFiguresRoute {
  /// Answers under which a creator sees no share: as on their page.
  private static let smallestBase = 10

  static let route = APIRoute(
    "/me/months/:month/figures", for: .creators, "One's own figures of a month.", FiguresRoute.shape
  ) { visit in
    let month = try visit.pathMonth()
    let code = try visit.ownCode()
    let book = try visit.desk.archive.book(through: month, now: visit.desk.clock.now())
    let figures = FigureList(book: book, creator: code).figures(month).map { figure in
      var figure = figure
      if let n = figure.n, n < smallestBase {
        (figure.suppression, figure.n) = (.smallBase, nil)
      }
      return figure
    }
    return FiguresRoute.MonthFigures(month: month, figures: figures)
  }
}

/// A creator's own talks of a month with what was found in them.
enum OwnTalksRoute {
  private static let talk = Shape<OwnTalk>.object([
    Field("number", "Number of the talk.", .number) { $0.post },
    Field("title", "Its title.", .text) { $0.title },
    Field("platform", "Where it is.", .text) { $0.platform.rawValue },
    Field("published_on", "Since when.", .day) { $0.publishedOn },
    Field("themes", "What it speaks for or mentions.", Shape.text.list) { $0.themes.map(FigureName.shown) },
  ])

  private static let shape = Shape<(month: Month, talks: [OwnTalk])>.object([
    Field("month", "The month.", .month) { $0.month },
    Field("talks", "The newest first.", talk.list) { $0.talks },
  ])

  static let route = APIRoute("/me/months/:month/talks", for: .creators, "One's own talks of a month.", shape) {
    visit in
    let month = try visit.pathMonth()
    return (month, try visit.desk.archive.talks(of: visit.ownCode(), in: month, now: visit.desk.clock.now()))
  }
}

/// What is shared about a creator.
enum OwnSharesRoute {
  private static let withdrawn = Shape<CreatorShares.Withdrawn>.object([
    Field("consent", "What was agreed to.", ConsentShape.shape) { $0.consent },
    Field("withdrawn_on", "When it was taken back.", .day) { $0.on },
  ])

  private static let release = Shape<CreatorShares.Release>.object([
    Field("made_on", "When it was handed out.", .day) { $0.madeOn },
    Field("from", "First month in it.", .month) { $0.from },
    Field("through", "Last month in it.", .month) { $0.through },
    Field("cells", "Numbers that one's own are part of.", .count) { $0.cells },
  ])

  private static let shape = Shape<CreatorShares>.object([
    Field("agreed", "What is agreed to now.", ConsentShape.shape.list) { $0.agreed },
    Field("withdrawn", "What was taken back.", withdrawn.list) { $0.withdrawn },
    Field("releases", "Summaries that were handed out.", release.list) { $0.releases },
  ])

  static let route = APIRoute("/me/shared", for: .creators, "What is shared about oneself.", shape) { visit in
    try visit.desk.archive.shares(of: visit.ownCode())
  }
}
