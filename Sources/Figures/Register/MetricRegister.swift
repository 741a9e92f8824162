package import Records

/// The register of metrics: unit, additivity, platforms, and the days on which a definition changed.
///
/// Source: MEASURES 2.1 (vendors' pages). One line per metric.
package enum MetricRegister {
  private static let both: [Platform] = [.youtube, .instagram]
  private static let shorts = DefinitionBreak(.youtube, "2025-03-31", kinds: [.short])
  private static let instagramViews = DefinitionBreak(.instagram, "2025-04-21")
  private static let looping = DefinitionBreak(.youtube, "2021-12-13")

  package static let all: [MetricDefinition] = [
    MetricDefinition(.views, .count, .adds, on: both, breaks: [shorts, instagramViews]),
    MetricDefinition(.engagedViews, .count, .adds, on: [.youtube]),
    MetricDefinition(.impressions, .count, .adds, on: [.instagram], breaks: [instagramViews]),
    MetricDefinition(.plays, .count, .adds, on: [.instagram], breaks: [instagramViews]),
    MetricDefinition(.watchHours, .hours, .adds, on: [.youtube]),
    MetricDefinition(.averageViewSeconds, .seconds, .ratio, on: [.youtube], breaks: [looping]),
    MetricDefinition(.averagePercentageViewed, .share, .ratio, on: [.youtube], breaks: [looping]),
    MetricDefinition(.thumbnailImpressions, .count, .adds, on: [.youtube]),
    MetricDefinition(.clickThroughPercent, .share, .ratio, on: [.youtube]),
    MetricDefinition(.stayedPercent, .share, .ratio, on: [.youtube]),
    MetricDefinition(.shownInFeed, .count, .adds, on: [.youtube]),
    MetricDefinition(.subscribersNet, .count, .signed, on: [.youtube]),
    MetricDefinition(.subscribersGained, .count, .adds, on: [.youtube]),
    MetricDefinition(.subscribersLost, .count, .adds, on: [.youtube]),
    MetricDefinition(.likes, .count, .adds, on: both),
    MetricDefinition(.dislikes, .count, .adds, on: [.youtube]),
    MetricDefinition(.comments, .count, .adds, on: both),
    MetricDefinition(.shares, .count, .adds, on: both),
    MetricDefinition(.saves, .count, .adds, on: [.instagram]),
    MetricDefinition(.follows, .count, .adds, on: [.instagram]),
    MetricDefinition(.likeRatioPercent, .share, .ratio, on: [.youtube]),
    MetricDefinition(.reach, .people, .people, on: [.instagram]),
    MetricDefinition(.uniqueViewers, .people, .people, on: [.youtube]),
    MetricDefinition(.newViewers, .people, .people, on: [.youtube]),
    MetricDefinition(.returningViewers, .people, .people, on: [.youtube]),
    MetricDefinition(.casualViewers, .people, .people, on: [.youtube]),
    MetricDefinition(.regularViewers, .people, .people, on: [.youtube]),
    MetricDefinition(.viewsPerViewer, .count, .ratio, on: both),
    MetricDefinition(.premiumViews, .count, .adds, on: [.youtube]),
    MetricDefinition(.profileVisits, .count, .adds, on: [.instagram]),
    MetricDefinition(.linkClicks, .count, .adds, on: [.instagram]),
    MetricDefinition(.interactions, .count, .adds, on: [.instagram]),
    MetricDefinition(.viewers, .people, .people, on: [.instagram]),
    MetricDefinition(.followers, .people, .level, on: both),
    MetricDefinition(.hypes, .count, .adds, on: [.youtube]),
    MetricDefinition(.hypePoints, .count, .adds, on: [.youtube]),
    MetricDefinition(.postSubscribers, .count, .signed, on: [.youtube]),
    MetricDefinition(.viewsPercent, .share, .ratio, on: [.youtube]),
    MetricDefinition(.watchPercent, .share, .ratio, on: [.youtube]),
    MetricDefinition(.viewerPercent, .share, .ratio, on: [.youtube]),
    MetricDefinition(.retentionPercent, .share, .ratio, on: [.youtube]),
    MetricDefinition(.relativeRetentionPercent, .share, .ratio, on: [.youtube]),
    MetricDefinition(.segmentStarts, .count, .ratio, on: [.youtube]),
    MetricDefinition(.segmentStops, .count, .ratio, on: [.youtube]),
    MetricDefinition(.segmentViews, .count, .ratio, on: [.youtube]),
  ]

  private static let byMetric = Dictionary(all.map { ($0.metric, $0) }) { first, _ in first }

  /// The line of a metric. A metric without a line counts as a rate, which is never put together.
  package static func definition(of metric: Metric) -> MetricDefinition {
    byMetric[metric] ?? MetricDefinition(metric, .count, .ratio, on: both)
  }

  /// Breaks between two months: the days on which counting changed after `early` began and before `late` ended.
  package static func breaks(
    of metric: Metric, on platform: Platform, from early: Month, through late: Month
  ) -> [DefinitionBreak] {
    definition(of: metric).breaks
      .filter { $0.platform == platform && $0.day > early.firstDay && $0.day <= late.lastDay }
  }

  /// Name of the definition in force at a month's end, such as `youtube.views@2025-03-31`.
  package static func definitionName(_ metric: Metric, _ platform: Platform, _ month: Month) -> String {
    let last = definition(of: metric).breaks
      .filter { $0.platform == platform && $0.day <= month.lastDay }.map(\.day).max()
    return "\(platform.rawValue).\(metric.rawValue)" + (last.map { "@\($0)" } ?? "")
  }
}
