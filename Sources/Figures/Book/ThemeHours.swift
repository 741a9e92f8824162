package import Records

/// Watch hours of a theme: watch time x share of spoken time that carries it. MEASURES 1.8.
extension FigureBook {
  /// Hours in which a theme was watched in a month; nil asks for any theme.
  ///
  /// The value assumes that talks are watched evenly along their length. The range needs no such assumption, only that
  /// nobody passes a part twice in one view. Only talks count whose text is known and whose watch time is stated for the
  /// month; `watchedCoverage` says how much of all watch time that is. Hours of several themes do not add: a sentence
  /// may carry more than one.
  package func themeHours(
    _ theme: String? = nil, _ selection: ChannelSelection = .all, in month: Month
  ) -> Figure {
    let talks = watchedTalks(selection, month)
    let parts = talks.map { talk in
      Self.hours(talk, theme.map { talk.themes[$0] ?? 0 } ?? talk.themed)
    }
    var figure = Figure(
      id: "theme_hours.\(theme ?? "any")/\(selection.name)/\(month)", unit: .hours, value: nil, known: talks.count,
      of: talks.count, period: month.period, definition: "watch.hours*theme.seconds/transcribed.seconds",
      cautions: [.indicative])
    guard !parts.isEmpty else { return figure }
    figure.value = parts.reduce(0) { $0 + $1.even }
    figure.range = FigureRange(
      lower: parts.reduce(0) { $0 + $1.least }, upper: parts.reduce(0) { $0 + $1.most }, kind: .bounds)
    return figure
  }

  /// Watch time of the talks that `themeHours` rests on, of all watch time of the month.
  package func watchedCoverage(_ selection: ChannelSelection = .all, in month: Month) -> WatchedCoverage {
    WatchedCoverage(
      hours: watchedTalks(selection, month).reduce(0) { $0 + $1.hours },
      talks: watchedTalks(selection, month).count, all: total(.watchHours, selection, in: month))
  }

  private func watchedTalks(_ selection: ChannelSelection, _ month: Month) -> [TalkWatch] {
    let accounts = Set(channels(selection).map(\.id))
    return (watched[month] ?? []).filter { accounts.contains($0.account) && $0.seconds > 0 }
  }

  /// Hours of one talk that carry `seconds` of it: watched evenly, at least, at most.
  private static func hours(_ talk: TalkWatch, _ seconds: Double) -> (even: Double, least: Double, most: Double) {
    let carried = min(seconds, talk.seconds)
    let even = talk.hours * carried / talk.seconds
    guard carried > 0 else { return (0, 0, 0) }
    guard let views = talk.views else { return (even, 0, talk.hours) }
    let most = min(talk.hours, views * carried / 3_600)
    // Without the video's length nobody knows how much time there is beside the theme.
    let beside = talk.duration.map { views * max(0, max($0, talk.seconds) - carried) / 3_600 }
    let least = beside.map { max(0, talk.hours - $0) } ?? 0
    // Views and hours come rounded, and from different counts: the range always holds the value.
    return (even, min(least, even), max(most, even))
  }
}

/// How much of the watch time lies in talks whose text is known.
package struct WatchedCoverage: Sendable, Hashable {
  /// Hours of the talks whose text is known.
  package var hours: Double
  package var talks: Int
  /// All watch hours of the month.
  package var all: Figure

  /// Share of all watch hours; nil where these are not known.
  package var share: Double? {
    guard let all = all.value, all > 0 else { return nil }
    return min(1, hours / all)
  }
}
