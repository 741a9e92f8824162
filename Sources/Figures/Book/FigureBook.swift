package import Records

/// Which channels a figure is about.
package struct ChannelSelection: Sendable, Hashable {
  package var creator: String?
  package var platform: Platform?

  package init(creator: String? = nil, platform: Platform? = nil) {
    self.creator = creator
    self.platform = platform
  }

  package static let all = ChannelSelection()

  /// `all`, `youtube`, `K01`, `K01.youtube`.
  var name: String {
    let parts = [creator, platform?.rawValue].compactMap { $0 }
    return parts.isEmpty ? "all" : parts.joined(separator: ".")
  }
}

/// All tallies, looked up by channel and month; figures are asked of it.
package struct FigureBook: Sendable {
  package let data: ProgrammeData
  private let metrics: [MetricKey: MonthlyMetric]
  /// Months that anything of a channel was received for, in order.
  private let seenMonths: [Int64: [Month]]
  let talks: [ChannelMonth: TalkTally]
  let themes: [Month: [ThemeTally]]
  let comments: [Month: [CommentTally]]
  let watched: [Month: [TalkWatch]]
  let moments: [Month: [AnswerMoments]]

  struct ChannelMonth: Hashable {
    var account: Int64
    var month: Month
  }

  private struct MetricKey: Hashable {
    var account: Int64
    var month: Month
    var metric: Metric
  }

  package init(_ data: ProgrammeData) {
    self.data = data
    metrics = Dictionary(
      data.metrics.map { (MetricKey(account: $0.account, month: $0.month, metric: $0.metric), $0) }
    ) { $0.value == nil ? $1 : $0 }
    talks = Dictionary(
      data.talks.map { (ChannelMonth(account: $0.account, month: $0.month), $0) }
    ) { first, _ in first }
    themes = Dictionary(grouping: data.themes, by: \.month)
    comments = Dictionary(grouping: data.comments, by: \.month)
    watched = Dictionary(grouping: data.watched, by: \.month)
    moments = Dictionary(grouping: data.answerMoments, by: \.month)
    seenMonths = Self.seenMonths(data)
  }

  private static func seenMonths(_ data: ProgrammeData) -> [Int64: [Month]] {
    var months: [Int64: Set<Month>] = [:]
    let seen =
      data.metrics.filter { $0.known > 0 || $0.lower != nil }.map { ($0.account, $0.month) }
      + data.talks.map { ($0.account, $0.month) } + data.comments.map { ($0.account, $0.month) }
    for (account, month) in seen { months[account, default: []].insert(month) }
    return months.mapValues { $0.sorted() }
  }

  /// The number of one channel in one month, where there is one.
  package func metric(_ metric: Metric, _ account: Int64, _ month: Month) -> MonthlyMetric? {
    metrics[MetricKey(account: account, month: month, metric: metric)]
  }

  /// Channels of a selection, in the order of creators' codes and platforms.
  package func channels(_ selection: ChannelSelection) -> [AccountCard] {
    data.accounts.filter { account in
      (selection.creator == nil || account.creator == selection.creator)
        && (selection.platform == nil || account.platform == selection.platform)
    }.sorted { ($0.creator, $0.platform, $0.id) < ($1.creator, $1.platform, $1.id) }
  }

  /// Whether anything of this channel was received for this month or one of the eleven before: a page says the same of a
  /// month however much history it is given, and a channel that was given up is not asked for for ever.
  package func hasStarted(_ account: Int64, by month: Month) -> Bool {
    guard let last = seenMonths[account]?.last(where: { $0 <= month }) else { return false }
    return month - last < 12
  }

  /// Channels that should have a number of a metric in a month: on a platform that exports it, from the first
  /// month that anything was received.
  func expected(_ metric: Metric, _ selection: ChannelSelection, _ month: Month) -> [AccountCard] {
    let platforms = MetricRegister.definition(of: metric).platforms
    return channels(selection).filter { account in
      platforms.contains(account.platform) && hasStarted(account.id, by: month)
    }
  }

  /// Months of the data up to one, in order; at most `count`.
  package func months(through month: Month, count: Int = 12) -> [Month] {
    (1 - count...0).map { month + $0 }
  }
}
