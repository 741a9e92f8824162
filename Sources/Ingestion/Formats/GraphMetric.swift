import Records

/// A number of Instagram's Graph API, by its name there.
struct GraphMetric {
  var metric: Metric
  /// What the stated value is multiplied with: the API counts time in milliseconds.
  var factor = 1.0

  init(_ metric: Metric, factor: Double = 1) {
    self.metric = metric
    self.factor = factor
  }

  static let named: [String: GraphMetric] = [
    "views": GraphMetric(.views), "reach": GraphMetric(.reach), "likes": GraphMetric(.likes),
    "comments": GraphMetric(.comments), "shares": GraphMetric(.shares), "saved": GraphMetric(.saves),
    "saves": GraphMetric(.saves), "total_interactions": GraphMetric(.interactions), "follows": GraphMetric(.follows),
    "profile_visits": GraphMetric(.profileVisits), "profile_views": GraphMetric(.profileVisits),
    "profile_activity": GraphMetric(.profileActivity), "profile_links_taps": GraphMetric(.contactTaps),
    "website_clicks": GraphMetric(.linkClicks), "navigation": GraphMetric(.navigation),
    "replies": GraphMetric(.replies), "accounts_engaged": GraphMetric(.accountsEngaged),
    "ig_reels_avg_watch_time": GraphMetric(.averageViewSeconds, factor: 1 / 1_000),
    "ig_reels_video_view_total_time": GraphMetric(.watchHours, factor: 1 / 3_600_000),
    // Until 21 April 2025. They were never the same as `views`, so they stay apart.
    "impressions": GraphMetric(.impressions), "plays": GraphMetric(.plays),
    // For an account this is how many began to follow on the day.
    "follower_count": GraphMetric(.follows),
    // Who they are: numbers of people with dimensions.
    "follower_demographics": GraphMetric(.followers), "engaged_audience_demographics": GraphMetric(.accountsEngaged),
    "reached_audience_demographics": GraphMetric(.reach), "audience_gender_age": GraphMetric(.followers),
    "audience_country": GraphMetric(.followers), "audience_city": GraphMetric(.followers),
  ]

  /// Numbers about an account whose period is called `lifetime`, as that of posts is.
  static func isOfAccount(_ name: String) -> Bool {
    name.withBytes { $0.starts(with: "audience_") || $0.ends(with: "_demographics") }
  }

  /// Known, and of no use here: parts of other numbers, and numbers under names that mean something else.
  static let ignored: Set<String> = [
    "video_views", "engagement", "exits", "taps_forward", "taps_back", "online_followers", "clips_replays_count",
    "ig_reels_aggregated_all_plays_count", "carousel_album_engagement", "carousel_album_reach",
    "carousel_album_impressions", "carousel_album_saved", "audience_locale", "text_message_clicks",
    "phone_call_clicks", "get_directions_clicks", "email_contacts", "content_views", "threads_views",
  ]

  func value(_ stated: JSONValue?) -> Reported<Double> {
    guard let stated, !stated.isNull else { return .notInExport }
    guard let number = stated.double, number.isFinite else { return .unreadable("no number") }
    return .known(factor == 1 ? number : (number * factor * 1e6).rounded() / 1e6)
  }
}

/// Dimensions of the Graph API as `Observation.dimensions` has them.
enum GraphDimensions {
  /// Sorted pairs; nil if names and values do not fit each other.
  static func pairs(_ keys: [String], _ values: [String]) -> String? {
    guard keys.count == values.count else { return nil }
    return zip(keys, values).map { "\($0)=\(value($1, of: $0))" }.sorted().joined(separator: ";")
  }

  private static func value(_ value: String, of key: String) -> String {
    switch key {
    case "age": AudienceGroup.age(value) ?? AudienceGroup.value(value)
    case "gender": AudienceGroup.gender(value) ?? "unknown"
    case "country", "city": AudienceGroup.value(value)
    default: AudienceGroup.value(value.lowercased())
    }
  }

  /// Keys and values of the names that older answers have: `F.18-24`, `KG`, `Osh, Osh Region`.
  static func legacy(_ metric: String, _ name: String) -> String? {
    switch metric {
    case "audience_country": return pairs(["country"], [name])
    case "audience_city": return pairs(["city"], [name])
    case "audience_gender_age":
      let parts = name.utf8.split(separator: ASCII.dot, maxSplits: 1).map { String(Substring($0)) }
      return parts.count == 2 ? pairs(["gender", "age"], parts) : nil
    default: return nil
    }
  }
}
