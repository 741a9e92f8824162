package import Records

/// Interactions per view: pooled over channels, with the median channel beside it.
package struct EngagementRate: Sendable, Hashable {
  /// Sum of interactions over sum of views, of the channels where both are known.
  package var pooled: Figure
  /// Rate of the median channel; nil without channels.
  package var median: Double?
}

extension FigureBook {
  /// Engagement rate by views on one platform. Platforms count interactions differently and are never pooled.
  ///
  /// YouTube: likes + comments + shares. Instagram: likes + comments + shares + saves. MEASURES 2.2.
  package func engagement(
    _ selection: ChannelSelection = .all, on platform: Platform, in month: Month
  ) -> EngagementRate {
    let selection = ChannelSelection(creator: selection.creator, platform: platform)
    let channels = expected(.views, selection, month)
    let pairs = channels.compactMap { pair($0, month) }
    let views = pairs.reduce(0) { $0 + $1.views }
    let interactions = pairs.reduce(0) { $0 + $1.interactions }
    let value = views > 0 ? interactions / views : nil
    let figure = Figure(
      id: "engagement_by_views/\(selection.name)/\(month)", unit: .share, value: value,
      known: pairs.count, of: channels.count, period: month.period,
      definition: "interactions/\(MetricRegister.definitionName(.views, platform, month))",
      cautions: pairs.count < channels.count ? [.missing(channels.count - pairs.count)] : [])
    let rates = pairs.filter { $0.views > 0 }.map { $0.interactions / $0.views }
    return EngagementRate(pooled: figure, median: Quantile.median(rates))
  }

  private func pair(_ channel: AccountCard, _ month: Month) -> (views: Double, interactions: Double)? {
    guard let views = metric(.views, channel.id, month)?.value,
      let interactions = interactions(channel, month)
    else { return nil }
    return (views, interactions)
  }

  /// Sum of the kinds of interaction that the platform counts; nil when one of them is not known.
  package func interactions(_ channel: AccountCard, _ month: Month) -> Double? {
    let kinds: [Metric] =
      channel.platform == .youtube ? [.likes, .comments, .shares] : [.likes, .comments, .shares, .saves]
    let parts = kinds.compactMap { metric($0, channel.id, month)?.value }
    return parts.count == kinds.count
      ? parts.reduce(0, +) : metric(.interactions, channel.id, month)?.value
  }
}
