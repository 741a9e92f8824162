import Figures
package import Records

/// What an indicator counts. One more needs a case, words (`definition.…`, `indicator.…`) and a line in `FigureSource`.
package enum IndicatorMeasure: Sendable, Hashable {
  case talksPublished, views, peopleReached, watchHours, subscribersNet, engagementByViews
  case themeTime(String)
  case comments, constructiveShare, testimonyShare

  /// Names that files may use.
  package static let names = [
    "talks_published", "views", "people_reached", "watch_hours", "subscribers_net", "engagement_by_views",
    "theme_time", "comments", "constructive_share", "testimony_share",
  ]

  /// Nil for other names, and for `theme_time` without a theme.
  package init?(_ name: String, theme: String?) {
    switch name {
    case "talks_published": self = .talksPublished
    case "views": self = .views
    case "people_reached": self = .peopleReached
    case "watch_hours": self = .watchHours
    case "subscribers_net": self = .subscribersNet
    case "engagement_by_views": self = .engagementByViews
    case "comments": self = .comments
    case "constructive_share": self = .constructiveShare
    case "testimony_share": self = .testimonyShare
    case "theme_time":
      guard let theme else { return nil }
      self = .themeTime(theme)
    default: return nil
    }
  }

  /// Name without the theme; words hang on it.
  var family: String {
    switch self {
    case .talksPublished: "talks_published"
    case .views: "views"
    case .peopleReached: "people_reached"
    case .watchHours: "watch_hours"
    case .subscribersNet: "subscribers_net"
    case .engagementByViews: "engagement_by_views"
    case .themeTime: "theme_time"
    case .comments: "comments"
    case .constructiveShare: "constructive_share"
    case .testimonyShare: "testimony_share"
    }
  }

  /// Name that frozen figures have in the house.
  var sealedName: String {
    if case .themeTime(let theme) = self { return family + "." + theme }
    return family
  }

  /// Name in tables, such as `theme_time.education`.
  var name: String {
    if case .themeTime(let theme) = self { return family + "." + SafeCode.theme(theme) }
    return family
  }

  var unit: FigureUnit {
    switch self {
    case .talksPublished, .views, .subscribersNet, .comments: .count
    case .peopleReached: .people
    case .watchHours: .hours
    case .engagementByViews, .themeTime, .constructiveShare, .testimonyShare: .share
    }
  }

  var isAdditive: Bool { unit == .count || unit == .hours }

  /// Whether it is read in comments, and so can be told apart by language.
  package var isOfComments: Bool {
    switch self {
    case .comments, .constructiveShare, .testimonyShare: true
    default: false
    }
  }

  /// Platforms that it exists on.
  package var platforms: [Platform] {
    switch self {
    case .watchHours, .subscribersNet: [.youtube]
    default: [.youtube, .instagram]
    }
  }

  /// Whether platforms count it so differently that it is never put together.
  package var needsPlatform: Bool { self == .engagementByViews }

  var sharedAs: ConsentSubject {
    if case .themeTime = self { return .themes }
    return .figures
  }
}
