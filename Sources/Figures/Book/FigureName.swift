package import Records

/// What the id of a figure says: which number, of whom, in which month. `views/K01.youtube/2026-10`.
package struct FigureName: Sendable, Hashable {
  /// What is counted.
  package enum Measure: Sendable, Hashable {
    case metric(Metric)
    case peopleReached, talksPublished, transcriptCoverage, engagement, constructive
    case theme(String, Stance)
    /// Nil = any theme.
    case themeHours(String?)
    /// What registers tell; of everybody alone.
    case register(RegisterMeasure)
  }

  package var measure: Measure
  package var selection: ChannelSelection
  /// One language of comments; nil = all.
  package var language: LanguageTag?
  package var month: Month

  /// Reads an id as pages show it: measure, of whom, month, with `/` between. Channels are named `K01.youtube` or
  /// `K01/youtube`; `all` stands for everybody. Nil for anything else.
  package init?(_ text: String) {
    var parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(decoding: Array($0), as: UTF8.self) }
    guard parts.count >= 3, let month = parts.popLast().flatMap({ Month($0) }),
      let measure = Self.measure(parts.removeFirst())
    else { return nil }
    (self.measure, self.month, selection) = (measure, month, .all)
    for part in parts.flatMap(Self.dotted) where part != "all" {
      guard take(part) else { return nil }
    }
    if measure == .engagement, selection.platform == nil { return nil }
    if case .register = measure, selection != .all { return nil }
  }

  private static func dotted(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: Array($0), as: UTF8.self) }
  }

  private mutating func take(_ part: String) -> Bool {
    if selection.platform == nil, let platform = Platform(rawValue: part) {
      selection.platform = platform
    } else if measure == .constructive, language == nil, let tag = LanguageTag(rawValue: part) {
      language = tag
    } else if selection.creator == nil, !part.isEmpty {
      selection.creator = part
    } else {
      return false
    }
    return true
  }

  private static func measure(_ text: String) -> Measure? {
    let parts = dotted(text)
    switch (parts[0], parts.count) {
    case ("people_reached", 1): return .peopleReached
    case ("talks_published", 1): return .talksPublished
    case ("transcript_coverage", 1): return .transcriptCoverage
    case ("engagement_by_views", 1): return .engagement
    case ("constructive_share", 1): return .constructive
    case ("theme_hours", 2): return parts[1] == "any" ? .themeHours(nil) : theme(parts[1]).map { .themeHours($0) }
    case ("theme", 2), ("theme", 3):
      guard let theme = theme(parts[1]), let stance = parts.count == 2 ? .promotes : Stance(rawValue: parts[2]) else {
        return nil
      }
      return .theme(theme, stance)
    case ("register", 2): return RegisterMeasure(parts[1]).map { .register($0) }
    case ("register", 3): return RegisterMeasure(parts[1], question: parts[2]).map { .register($0) }
    case (_, 1): return Metric(rawValue: text).map { .metric($0) }
    default: return nil
    }
  }

  /// A theme under its own id or the one that pages show; ids are small letters and hyphens.
  private static func theme(_ text: String) -> String? {
    if let known = FigureBook.themeOrder.first(where: { shown(theme: $0) == text }) { return known }
    let isPlain = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
    return isPlain && !text.isEmpty ? text : nil
  }

  /// The id of a theme as it may stand on a page.
  package static func shown(theme: String) -> String { theme == "counter-extremism" ? "against-violence" : theme }
}

extension FigureName {
  /// The id as the figure itself carries it, with the theme as pages show it.
  package var text: String {
    let language = measure == .constructive ? "/" + (self.language?.rawValue ?? "all") : ""
    return "\(measureText)/\(selection.name)\(language)/\(month)"
  }

  private var measureText: String {
    switch measure {
    case .metric(let metric): metric.rawValue
    case .peopleReached: "people_reached"
    case .talksPublished: "talks_published"
    case .transcriptCoverage: "transcript_coverage"
    case .engagement: "engagement_by_views"
    case .constructive: "constructive_share"
    case .theme(let theme, let stance): "theme.\(Self.shown(theme: theme)).\(stance.rawValue)"
    case .themeHours(let theme): "theme_hours.\(theme.map(Self.shown) ?? "any")"
    case .register(let measure): "register.\(measure.name)"
    }
  }

  /// Metrics whose monthly numbers the figure is made of; none for talks and comments.
  package var metrics: [Metric] {
    switch measure {
    case .metric(let metric):
      metric == .subscribersNet ? [.subscribersNet, .subscribersGained, .subscribersLost] : [metric]
    case .peopleReached: [.uniqueViewers, .reach]
    case .engagement: [.views, .likes, .comments, .shares, .saves, .interactions]
    case .talksPublished, .transcriptCoverage, .constructive, .theme, .themeHours, .register: []
    }
  }
}

extension FigureBook {
  /// The figure of a name; nil where there is none: what waits for a person, and themes that nobody knows.
  package func figure(_ name: FigureName) -> Figure? {
    let (selection, month) = (name.selection, name.month)
    switch name.measure {
    case .metric(.subscribersNet): return subscribersNet(selection, in: month)
    case .metric(let metric): return total(metric, selection, in: month)
    case .peopleReached: return reach(selection, in: month)
    case .talksPublished: return talksPublished(selection, in: month)
    case .transcriptCoverage: return transcriptCoverage(selection, in: month)
    case .engagement: return selection.platform.map { engagement(selection, on: $0, in: month).pooled }
    case .constructive:
      return responses(selection, languages: name.language.map { [$0] }, in: month).constructive
    case .theme(let theme, _) where !themeIDs.contains(theme): return nil
    case .themeHours(let theme?) where !themeIDs.contains(theme): return nil
    case .theme(let theme, let stance):
      let share = themeShare(theme, selection, in: month)
      switch stance {
      case .promotes: return share.promotes
      case .mentions: return share.mentions
      case .opposes: return share.opposes
      }
    case .themeHours(let theme): return themeHours(theme, selection, in: month)
    case .register(let measure): return register(measure, over: [month])
    }
  }
}
