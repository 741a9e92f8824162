import Figures
import Records

/// Makes the rows of a package and hides what may not be shown.
///
/// Consent comes first: `FigureSource` knows only authors who agreed. Then all cells of all tables are thinned together,
/// so that no hidden one can be worked out from those shown elsewhere.
struct IndicatorBuilder {
  private let source: FigureSource
  private let period: ReportingPeriod
  private let words: [ReportLanguage: Phrases]
  private let history: ReleaseHistory
  private let rules = DisclosureRules()
  private var rows: [IndicatorRow] = []
  private var cells: [String: DisclosureCell] = [:]
  private var sums: Set<DisclosureTable.Sum> = []

  /// - Parameter history: what was handed out before, to whomever.
  init(
    source: FigureSource, period: ReportingPeriod, words: [ReportLanguage: Phrases],
    history: ReleaseHistory = ReleaseHistory()
  ) {
    self.history = history
    self.source = source
    self.period = period
    self.words = words
  }

  /// Adds an indicator, first as a whole, then by each dimension that its plan asks for.
  mutating func add(_ planned: PlannedIndicator) {
    let measure = planned.entry.measure
    let whole = FigureQuery(measure: measure, platform: planned.platform, period: period)
    addRow(whole, planned, nil)
    for dimension in planned.disaggregation {
      let parts = parts(of: whole, by: dimension)
      for part in parts where part.query != whole { addRow(part.query, planned, part.part) }
      addSum(whole, parts.map(\.query))
    }
    // A platform's own indicator beside the one of all: the rest can be worked out, shown or not.
    if planned.platform != nil, !measure.needsPlatform {
      var all = whole
      all.platform = nil
      addSum(all, parts(of: all, by: .platform).map(\.query))
    }
  }

  /// All rows, hidden ones without their values, and what readers learn from them.
  func finished() -> (rows: [IndicatorRow], released: [ReleasedCell]) {
    let sorted = cells.values.sorted { $0.id < $1.id }
    let decision = DisclosureTable(cells: sorted, sums: Array(sums), rules: rules, history: history).decide()
    let shown = rows.map { thinned($0, decision) }
    var released: [String: ReleasedCell] = [:]
    for row in shown where row.status != .noData && released[row.cell] == nil {
      released[row.cell] = cells[row.cell].map {
        row.released($0, basis: decision.standing[row.cell], series: history.series)
      }
    }
    return (shown, released.values.sorted { $0.id < $1.id })
  }

  private func thinned(_ row: IndicatorRow, _ decision: DisclosureTable.Decision) -> IndicatorRow {
    guard row.status != .noData else { return row.withheld(.noData) }
    if decision.hidden.contains(row.cell) || row.status == .suppressed { return row.withheld(reason(cells[row.cell])) }
    var row = row
    if let basis = decision.standing[row.cell] { row.published = row.published.standing(basis) }
    return row
  }

  private func reason(_ cell: DisclosureCell?) -> WithholdingReason {
    guard let cell, cell.isSensitive(rules) else { return .complementary }
    let isSmallBase = cell.kind == .commentShare && cell.size < Double(rules.minimumBase)
    return isSmallBase ? .smallBase : .tooFew
  }

  // MARK: Parts

  private func parts(
    of whole: FigureQuery, by dimension: Disaggregation
  ) -> [(query: FigureQuery, part: IndicatorRow.Part)] {
    func changed(_ category: String, _ change: (inout FigureQuery) -> Void) -> (FigureQuery, IndicatorRow.Part) {
      var query = whole
      change(&query)
      return (query, IndicatorRow.Part(dimension: dimension, category: category))
    }
    switch dimension {
    case .month:
      return whole.period.months.compactMap { PeriodScheme.calendar.period($0.description) }
        .map { month in changed(month.label) { $0.period = month } }
    case .platform:
      guard whole.platform == nil else { return [] }
      return source.platforms(whole.measure).map { platform in changed(platform.rawValue) { $0.platform = platform } }
    case .language:
      guard whole.measure.isOfComments else { return [] }
      return LanguageGroup.parts.map { group in
        changed(group.name) {
          $0.languageName = group.name
          $0.languages = group.languages
        }
      }
    }
  }

  private mutating func addSum(_ whole: FigureQuery, _ parts: [FigureQuery]) {
    guard parts.count > 1 else { return }
    for query in [whole] + parts { addCell(query) }
    guard cells[whole.cell] != nil else { return }
    let told = parts.map(\.cell).filter { cells[$0] != nil }
    sums.insert(DisclosureTable.Sum(total: whole.cell, parts: told))
  }

  /// Cells that no export tells of are in no sum: nothing of them is in the total either.
  private mutating func addCell(_ query: FigureQuery) {
    guard cells[query.cell] == nil, let answer = source.answer(query) else { return }
    guard !answer.figure.isMissing || answer.cell.kind == .commentShare && answer.figure.known > 0 else { return }
    cells[query.cell] = answer.cell
  }

  // MARK: Rows

  private mutating func addRow(_ query: FigureQuery, _ planned: PlannedIndicator, _ part: IndicatorRow.Part?) {
    addCell(query)
    let target = part == nil ? planned.milestones.first { $0.period.months == query.period.months }?.value : nil
    var row = IndicatorRow(
      planned: planned, names: names(planned), cell: query.cell, part: part, period: query.period,
      platform: query.platformName, published: PublishedValue(), target: target, definition: "",
      asOf: query.period.through)
    if let answer = source.answer(query) { set(&row, answer.figure) }
    rows.append(row)
  }

  private func set(_ row: inout IndicatorRow, _ figure: Figure) {
    row.definition = figure.definition
    // Of several months the last one's snapshot tells how far the numbers reach.
    let lastMonth = row.period.through.month.firstDay
    for case .snapshot(let day) in figure.cautions where day >= lastMonth { row.asOf = min(row.asOf, day) }
    row.published =
      row.measure.isOfComments
      ? PublishedValue(ofComments: figure, isHeard: figure.known > 0, rules) : PublishedValue(figure, rules)
  }

  private func names(_ planned: PlannedIndicator) -> [ReportLanguage: String] {
    words.reduce(into: [:]) { names, entry in
      names[entry.key] = planned.names[entry.key] ?? Self.name(planned.entry.measure, entry.value)
    }
  }

  static func name(_ measure: IndicatorMeasure, _ words: Phrases) -> String {
    guard case .themeTime(let theme) = measure else { return words["indicator.\(measure.family)"] }
    return words("indicator.theme_time", ["theme": .text(words.theme(theme))])
  }
}
