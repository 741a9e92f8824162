import Figures
import Records

/// Builds the summary's rows and hides what may not be shown.
///
/// Consent comes first: an author who did not agree to share a kind of number with readers outside the house is in no
/// row of that kind, neither alone nor in a sum. What is left is thinned by the rules of disclosure.
struct SummaryBuilder {
  /// Authors who share their figures.
  private let book: FigureBook
  /// Authors who share what their talks are about.
  private let themeBook: FigureBook
  private let words: Phrases
  private let rules = DisclosureRules()
  private let history: ReleaseHistory
  private var rows: [SummaryRow] = []
  private var cells: [DisclosureCell] = []
  private var sums: [DisclosureTable.Sum] = []

  init(data: ProgrammeData, words: Phrases, history: ReleaseHistory) {
    self.history = history
    book = FigureBook(data.shared(.figures))
    themeBook = FigureBook(data.shared(.themes))
    self.words = words
  }

  /// Adds a month's rows for every platform that has channels of authors who agreed.
  mutating func add(_ month: Month) {
    for platform in Platform.allCases.sorted() {
      let hasNumbers = hasChannels(book, platform)
      if hasNumbers { addNumbers(platform, month) }
      addThemes(platform, month)
      if hasNumbers { addComments(platform, month) }
    }
  }

  private func hasChannels(_ book: FigureBook, _ platform: Platform) -> Bool {
    !book.channels(ChannelSelection(platform: platform)).isEmpty
  }

  /// All rows, hidden ones without their values, and what readers learn from them.
  func finished() -> (rows: [SummaryRow], released: [ReleasedCell]) {
    let decision = DisclosureTable(cells: cells, sums: sums, rules: rules, history: history).decide()
    let shown = rows.map { row in
      var row = row
      if row.status == .noData { return row }
      if decision.hidden.contains(row.cell) {
        row.published = .withheld()
      } else if let basis = decision.standing[row.cell] {
        row.published = row.published.standing(basis)
      }
      return row
    }
    let byID = Dictionary(cells.map { ($0.id, $0) }) { first, _ in first }
    let released = shown.compactMap { row in
      row.status == .noData
        ? nil : byID[row.cell].map { row.released($0, basis: decision.standing[row.cell], series: history.series) }
    }
    return (shown, released)
  }

  // MARK: Numbers of platforms

  private mutating func addNumbers(_ platform: Platform, _ month: Month) {
    let selection = ChannelSelection(platform: platform)
    let views = contributions(platform) { book.total(.views, $0, in: month).atLeast ?? 0 }
    addFigure(
      "talks_published", .output, book.talksPublished(selection, in: month), platform,
      contributions(platform) { book.talksPublished($0, in: month).atLeast ?? 0 })
    addFigure("views", .awareness, book.total(.views, selection, in: month), platform, views)
    addFigure(
      "people_reached", .awareness, book.reach(selection, in: month), platform,
      contributions(platform) { book.reach($0, in: month).atLeast ?? 0 })
    if platform == .youtube {
      addFigure(
        "watch_hours", .engagement, book.total(.watchHours, selection, in: month), platform,
        contributions(platform) { book.total(.watchHours, $0, in: month).atLeast ?? 0 })
      addFigure(
        "subscribers_net", .engagement, book.subscribersNet(selection, in: month), platform,
        contributions(platform) { book.subscribersNet($0, in: month).value ?? 0 })
    }
    addFigure(
      "engagement_by_views", .engagement, book.engagement(selection, on: platform, in: month).pooled, platform,
      engagedViews(platform, month))
  }

  /// Views of the authors whose interactions are known too: the rate rests on them alone.
  private func engagedViews(_ platform: Platform, _ month: Month) -> [String: Double] {
    contributions(platform) { own in
      let isCounted = book.engagement(own, on: platform, in: month).pooled.value != nil
      return isCounted ? book.total(.views, own, in: month).atLeast ?? 0 : 0
    }
  }

  // MARK: Themes

  private mutating func addThemes(_ platform: Platform, _ month: Month) {
    let selection = ChannelSelection(platform: platform)
    guard hasTexts(platform) else { return }
    let time = contributions(platform, of: themeBook) { themeBook.transcribedSeconds($0, in: month) }
    for theme in themeBook.themeIDs {
      let figure = themeBook.themeShare(theme, selection, in: month).promotes
      let name = words("indicator.theme_time", ["theme": .text(words.theme(theme))])
      let row = row("theme_time." + SafeCode.theme(theme), name, .output, figure, platform)
      rows.append(row)
      cells.append(
        DisclosureCell(id: row.cell, kind: .themes, size: Double(figure.known), contributions: time))
    }
  }

  /// Whether any talk of a platform was ever transcribed.
  private func hasTexts(_ platform: Platform) -> Bool {
    let accounts = Set(themeBook.channels(ChannelSelection(platform: platform)).map(\.id))
    return themeBook.data.talks.contains { $0.transcribed > 0 && accounts.contains($0.account) }
  }

  private mutating func addFigure(
    _ code: String, _ level: IndicatorLevel, _ figure: Figure, _ platform: Platform,
    _ contributions: [String: Double]
  ) {
    let row = row(code, words["indicator." + code], level, figure, platform)
    rows.append(row)
    cells.append(
      DisclosureCell(
        id: row.cell, kind: .publicNumber, size: figure.atLeast ?? 0, contributions: contributions,
        consenting: Set(book.data.creators.map(\.code))))
  }

  private func row(
    _ code: String, _ name: String, _ level: IndicatorLevel, _ figure: Figure, _ platform: Platform
  ) -> SummaryRow {
    let month = figure.period.from.month
    return SummaryRow(
      cell: "\(code)/\(platform.rawValue)/\(month)/all", indicator: code, name: name, level: level,
      unit: figure.unit, month: month, platform: platform, language: "all", published: PublishedValue(figure, rules),
      isAdditive: figure.unit == .count || figure.unit == .hours, definition: figure.definition, asOf: asOf(figure))
  }

  private func asOf(_ figure: Figure) -> Day {
    for case .snapshot(let day) in figure.cautions { return day }
    return figure.period.through
  }

  private func contributions(
    _ platform: Platform, of authors: FigureBook? = nil, _ value: (ChannelSelection) -> Double
  ) -> [String: Double] {
    let creators = Set((authors ?? book).channels(ChannelSelection(platform: platform)).map(\.creator))
    return creators.reduce(into: [:]) { sum, creator in
      let part = value(ChannelSelection(creator: creator, platform: platform))
      if part != 0 { sum[creator] = part }
    }
  }

  // MARK: Comments

  private mutating func addComments(_ platform: Platform, _ month: Month) {
    let selection = ChannelSelection(platform: platform)
    let isKnown = book.commentCount(selection, in: month) != nil
    let groups = [LanguageGroup.all] + (isKnown ? LanguageGroup.parts : [])
    let counts = groups.map { addCount($0, selection, platform, month) }
    let shares = groups.map { addShare($0, selection, platform, month) }
    for ids in [counts, shares] where ids.count > 1 {
      sums.append(DisclosureTable.Sum(total: ids[0], parts: Array(ids.dropFirst())))
    }
  }

  private mutating func addCount(
    _ group: LanguageGroup, _ selection: ChannelSelection, _ platform: Platform, _ month: Month
  ) -> String {
    let tallies = book.commentTallies(.all, selection, group.languages, month)
    let count = Double(tallies.reduce(0) { $0 + $1.comments })
    var figure = commentFigure(.count, month)
    if book.commentCount(selection, in: month) != nil { figure.value = count }
    return addRow("comments", figure, group, platform, .comments, tallies)
  }

  private mutating func addShare(
    _ group: LanguageGroup, _ selection: ChannelSelection, _ platform: Platform, _ month: Month
  ) -> String {
    let responses = book.responses(selection, languages: group.languages, in: month)
    var figure = responses.constructive
    figure.n = responses.opinions
    if figure.range == nil { figure.value = nil }
    let opinions = Set(ResponseBreakdown.opinionKinds.map(\.rawValue))
    let tallies = book.commentTallies(.response, selection, group.languages, month)
      .filter { opinions.contains($0.label) }
    return addRow("constructive_share", figure, group, platform, .commentShare, tallies)
  }

  private func commentFigure(_ unit: FigureUnit, _ month: Month) -> Figure {
    Figure(
      id: "comments", unit: unit, value: nil, known: 0, of: 0,
      period: Period(from: month.firstDay, through: month.lastDay), definition: "comments.read-by-machine")
  }

  /// Returns the id of the cell.
  private mutating func addRow(
    _ code: String, _ figure: Figure, _ group: LanguageGroup, _ platform: Platform, _ kind: DisclosureKind,
    _ tallies: [CommentTally]
  ) -> String {
    let month = figure.period.from.month
    let isHeard = book.commentCount(ChannelSelection(platform: platform), in: month) != nil
    let row = SummaryRow(
      cell: "\(code)/\(platform.rawValue)/\(month)/\(group.name)", indicator: code, name: words["indicator." + code],
      level: .engagement, unit: figure.unit, month: month, platform: platform, language: group.name,
      published: PublishedValue(ofComments: figure, isHeard: isHeard, rules).withoutChannels(),
      isAdditive: figure.unit == .count, definition: "comments.read-by-machine", asOf: month.lastDay)
    rows.append(row)
    cells.append(book.commentCell(row.cell, kind, tallies))
    return row.cell
  }
}
