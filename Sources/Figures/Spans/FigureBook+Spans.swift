package import Records

/// Figures of several months together: quarters and years.
extension FigureBook {
  package func total(_ metric: Metric, _ selection: ChannelSelection, over months: [Month]) -> Figure? {
    span("\(metric.rawValue)", selection, months, MetricRegister.definition(of: metric).additivity) {
      total(metric, selection, in: $0)
    }
  }

  package func talksPublished(_ selection: ChannelSelection, over months: [Month]) -> Figure? {
    span("talks_published", selection, months, .adds) { talksPublished(selection, in: $0) }
  }

  /// People reached: from the largest part of any month to the sum of all.
  package func reach(_ selection: ChannelSelection, over months: [Month]) -> Figure? {
    span("people_reached", selection, months, .people) { reach(selection, in: $0) }
  }

  package func subscribersNet(_ selection: ChannelSelection, over months: [Month]) -> Figure? {
    span("subscribers_net", selection, months, .signed) { subscribersNet(selection, in: $0) }
  }

  /// Interactions of several months per view of these months, of the channels and months where both are known.
  package func engagement(
    _ selection: ChannelSelection, on platform: Platform, over months: [Month]
  ) -> Figure? {
    let selection = ChannelSelection(creator: selection.creator, platform: platform)
    guard
      var figure = span(
        "engagement_by_views", selection, months, .ratio, { engagement(selection, on: platform, in: $0).pooled })
    else { return nil }
    let pairs = engagedPairs(selection, months)
    let views = pairs.reduce(0) { $0 + $1.views }
    figure.range = nil
    figure.value = views > 0 ? pairs.reduce(0) { $0 + $1.interactions } / views : nil
    return figure
  }

  /// Views of the channels and months that the rate rests on.
  package func engagedViews(_ selection: ChannelSelection, over months: [Month]) -> Double {
    engagedPairs(selection, months).reduce(0) { $0 + $1.views }
  }

  private func engagedPairs(
    _ selection: ChannelSelection, _ months: [Month]
  ) -> [(views: Double, interactions: Double)] {
    months.flatMap { month in
      expected(.views, selection, month).compactMap { channel in
        guard let views = metric(.views, channel.id, month)?.value, let count = interactions(channel, month)
        else { return nil }
        return (views, count)
      }
    }
  }

  /// Share of transcribed time that speaks for a theme, in talks published in these months.
  package func themeShare(_ theme: String, _ selection: ChannelSelection, over months: [Month]) -> Figure? {
    let parts = months.map { themeShare(theme, selection, in: $0).promotes }
    let times = months.map { transcribedSeconds(selection, in: $0) }
    guard var figure = SpanSum.of(parts, as: .ratio, id: "theme.\(theme)", period: span(months)) else { return nil }
    let transcribed = times.reduce(0, +)
    let carrying = zip(parts, times).reduce(0) { $0 + ($1.0.value ?? 0) * $1.1 }
    figure.range = nil
    figure.value = transcribed > 0 ? min(1, carrying / transcribed) : nil
    figure.definition = parts[0].definition
    return figure
  }

  /// Seconds of talk that could be read, in talks published in these months.
  package func transcribedSeconds(_ selection: ChannelSelection, over months: [Month]) -> Double {
    months.reduce(0) { $0 + transcribedSeconds(selection, in: $1) }
  }

  private func span(
    _ name: String, _ selection: ChannelSelection, _ months: [Month], _ additivity: Additivity,
    _ figure: (Month) -> Figure
  ) -> Figure? {
    guard let first = months.first, let last = months.last else { return nil }
    return SpanSum.of(
      months.map(figure), as: additivity, id: "\(name)/\(selection.name)/\(first)--\(last)", period: span(months))
  }

  func span(_ months: [Month]) -> Period {
    let days = months.first.map(\.firstDay) ?? Day(number: 0)
    return Period(from: days, through: months.last?.lastDay ?? days)
  }
}
