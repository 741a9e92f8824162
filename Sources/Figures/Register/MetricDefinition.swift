package import Records

/// What a figure counts in.
package enum FigureUnit: String, Sendable, Hashable, CaseIterable {
  /// Events: views, comments, talks.
  case count
  /// Different people; may be counted twice by different sources.
  case people
  case hours
  case seconds
  /// A ratio from 0 to 1; printed as per cent.
  case share
}

/// How numbers of one metric may be put together.
package enum Additivity: String, Sendable, Hashable, CaseIterable {
  /// Parts add to the whole and are never negative.
  case adds
  /// Parts add, and a part may be negative (subscribers net).
  case signed
  /// People: the whole lies between the largest part and the sum of the parts.
  case people
  /// A state at a moment: the last one of a period counts.
  case level
  /// A rate; only what the platform states for the very period counts.
  case ratio
}

/// A day on which a platform began to count differently. Numbers of both sides are not compared.
package struct DefinitionBreak: Sendable, Hashable {
  package var platform: Platform
  package var day: Day
  /// Kinds of posts it is about; empty = all.
  package var kinds: [PostKind]

  /// Nil when `day` is no date.
  package init?(_ platform: Platform, _ day: String, kinds: [PostKind] = []) {
    guard let day = Day(day) else { return nil }
    self.platform = platform
    self.day = day
    self.kinds = kinds
  }
}

/// What is known of a metric before any number of it is seen.
package struct MetricDefinition: Sendable, Hashable {
  package var metric: Metric
  package var unit: FigureUnit
  package var additivity: Additivity
  /// Platforms that export it.
  package var platforms: [Platform]
  package var breaks: [DefinitionBreak]

  init(
    _ metric: Metric, _ unit: FigureUnit, _ additivity: Additivity, on platforms: [Platform],
    breaks: [DefinitionBreak?] = []
  ) {
    self.metric = metric
    self.unit = unit
    self.additivity = additivity
    self.platforms = platforms
    self.breaks = breaks.compactMap { $0 }
  }
}
