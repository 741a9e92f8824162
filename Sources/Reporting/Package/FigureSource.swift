import Figures
import Records

/// What a row asks of the tallies.
struct FigureQuery: Hashable {
  var measure: IndicatorMeasure
  var platform: Platform?
  /// Name of a group of languages, and its languages; nil = all.
  var languageName = "all"
  var languages: Set<LanguageTag>?
  /// Of whom a register tells.
  var group = RegisterGroup.all
  var period: ReportingPeriod

  var platformName: String { platform?.rawValue ?? "all" }
  /// The same for all readers, however they name their periods.
  var cell: String {
    CellKey(
      measure: measure.name + (group == .all ? "" : "." + group.name.replacing("/", with: "-")), platform: platformName,
      first: period.from.month, last: period.through.month, language: languageName
    ).id
  }
}

/// A figure with what disclosure control must know of it.
struct SourcedFigure {
  var figure: Figure
  var cell: DisclosureCell
}

/// Answers queries from the authors who agreed that readers outside the house see that kind of number.
struct FigureSource {
  private let figures: FigureBook
  private let themes: FigureBook
  private let registers: FigureBook

  /// - Parameter authors: codes that the report is about; nil = all.
  init(_ data: ProgrammeData, authors: Set<String>?) {
    let own = authors.map { data.part(of: $0) } ?? data
    figures = FigureBook(own.shared(.figures))
    themes = FigureBook(own.shared(.themes))
    var kept = data
    kept.registers = data.registers.filter { row in row.creator.flatMap { authors?.contains($0) } ?? true }
    registers = FigureBook(kept)
  }

  /// Authors who share their figures.
  var creators: Set<String> { Set(figures.data.creators.map(\.code)) }

  func platforms(_ measure: IndicatorMeasure) -> [Platform] {
    let has = Set(book(measure).channels(.all).map(\.platform))
    return measure.platforms.filter(has.contains)
  }

  private func book(_ measure: IndicatorMeasure) -> FigureBook { measure.sharedAs == .themes ? themes : figures }

  /// Nil where there is no channel that could tell.
  func answer(_ query: FigureQuery) -> SourcedFigure? {
    if let measure = query.measure.register { return registered(measure, query) }
    let selection = ChannelSelection(platform: query.platform)
    guard !book(query.measure).channels(selection).isEmpty else { return nil }
    if query.measure.isOfComments { return comments(query, selection) }
    guard let figure = figure(query, selection) else { return nil }
    let parts = contributions(query)
    let isTheme = query.measure.sharedAs == .themes
    return SourcedFigure(
      figure: figure,
      cell: DisclosureCell(
        id: query.cell, kind: isTheme ? .themes : .publicNumber,
        size: isTheme ? Double(figure.known) : figure.atLeast ?? 0, contributions: parts,
        consenting: Set(book(query.measure).data.creators.map(\.code))))
  }

  private func figure(_ query: FigureQuery, _ selection: ChannelSelection) -> Figure? {
    let months = query.period.months
    return switch query.measure {
    case .talksPublished: figures.talksPublished(selection, over: months)
    case .views: figures.total(.views, selection, over: months)
    case .peopleReached: figures.reach(selection, over: months)
    case .watchHours: figures.total(.watchHours, selection, over: months)
    case .subscribersNet: figures.subscribersNet(selection, over: months)
    case .engagementByViews: query.platform.flatMap { figures.engagement(selection, on: $0, over: months) }
    case .themeTime(let theme): themes.themeShare(theme, selection, over: months)
    case .comments, .constructiveShare, .testimonyShare, .register: nil
    }
  }

  // MARK: Registers

  /// Parts that the rows of a register tell apart.
  func parts(_ field: RegisterField, of query: FigureQuery) -> [String] {
    query.measure.register.map { registers.parts(field, of: $0, over: query.period.months) } ?? []
  }

  private func registered(_ measure: RegisterMeasure, _ query: FigureQuery) -> SourcedFigure {
    let figure = registers.register(measure, query.group, over: query.period.months)
    let kind: DisclosureKind =
      switch measure {
      case .personsTrained, .eventParticipants, .incidents: .people
      case .survey: .peopleShare
      case .trainingsHeld, .eventsHeld, .storiesShared: .activity
      }
    let size = kind == .peopleShare ? Double(figure.n ?? 0) : figure.atLeast ?? 0
    // All people together stand where authors stand, so that periods are held against one another too.
    return SourcedFigure(
      figure: figure, cell: DisclosureCell(id: query.cell, kind: kind, size: size, contributions: ["people": size]))
  }

  /// What each author gives to a figure. Authors with 0 are among them: that nothing was published is public too.
  private func contributions(_ query: FigureQuery) -> [String: Double] {
    let channels = book(query.measure).channels(ChannelSelection(platform: query.platform))
    return Set(channels.map(\.creator)).reduce(into: [:]) { parts, creator in
      let own = ChannelSelection(creator: creator, platform: query.platform)
      switch query.measure {
      case .engagementByViews: parts[creator] = figures.engagedViews(own, over: query.period.months)
      case .themeTime: parts[creator] = themes.transcribedSeconds(own, over: query.period.months)
      default: parts[creator] = figure(query, own)?.atLeast ?? 0
      }
    }
  }

  // MARK: Comments

  private func comments(_ query: FigureQuery, _ selection: ChannelSelection) -> SourcedFigure {
    let months = query.period.months
    let heard = figures.commentedMonths(selection, of: months)
    let isCount = query.measure == .comments
    let tallies =
      isCount
      ? heard.flatMap { figures.commentTallies(.all, selection, query.languages, $0) }
      : figures.opinionTallies(selection, query.languages, over: heard)
    var figure = isCount ? count(tallies, query, heard) : share(query, selection, heard)
    (figure.known, figure.of) = (heard.count, months.count)
    return SourcedFigure(
      figure: figure, cell: figures.commentCell(query.cell, isCount ? .comments : .commentShare, tallies))
  }

  private func count(_ tallies: [CommentTally], _ query: FigureQuery, _ heard: [Month]) -> Figure {
    let count = Double(tallies.reduce(0) { $0 + $1.comments })
    var figure = Figure(
      id: query.cell, unit: .count, value: nil, known: 0, of: 0, period: query.period.period,
      definition: "comments.read-by-machine", cautions: [.indicative])
    if heard.count == query.period.months.count {
      figure.value = count
    } else if !heard.isEmpty {
      figure.range = FigureRange(lower: count, upper: nil, kind: .bounds)
    }
    return figure
  }

  private func share(_ query: FigureQuery, _ selection: ChannelSelection, _ heard: [Month]) -> Figure {
    let kinds: Set<Response> =
      query.measure == .testimonyShare ? [.testimony] : Set(ResponseBreakdown.constructiveKinds)
    return figures.opinionShare(kinds, selection, languages: query.languages, over: heard)
      ?? Figure(
        id: query.cell, unit: .share, value: nil, known: 0, of: 0, period: query.period.period,
        definition: "comments.read-by-machine")
  }

  // MARK: Talks and corrections

  /// Talks published on a platform in a month, and how many of them are of authors whom another report counts too.
  func talks(_ platform: Platform, _ month: Month, elsewhere: Set<String>) -> (all: Figure, elsewhere: Double) {
    let selection = ChannelSelection(platform: platform)
    let twice = Set(figures.channels(selection).map(\.creator)).intersection(elsewhere).reduce(0.0) { sum, creator in
      sum + (figures.talksPublished(ChannelSelection(creator: creator, platform: platform), in: month).atLeast ?? 0)
    }
    return (figures.talksPublished(selection, in: month), twice)
  }

  /// Platform of a channel whose author shares figures.
  func platform(of account: Int64) -> Platform? { figures.data.accounts.first { $0.id == account }?.platform }
}
