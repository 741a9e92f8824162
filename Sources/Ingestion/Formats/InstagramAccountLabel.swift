import Records

/// Labels of what Instagram's downloads say of the account as a whole, by the list they stand in: `Followers`
/// counts all followers in one and those among the people reached in another.
enum InstagramAccountLabel {
  case range
  /// A number of the days that the range names.
  case metric(Metric, dimensions: String = "")
  /// A part of the people reached: a number, or per cent.
  case reached(dimensions: String)
  /// The state at the range's end.
  case followers
  case ages(within: String?)
  case cities, countries
  case gender(String)
  /// Known, of no use here.
  case ignored

  /// Nil for a label that is not known.
  static func label(_ name: String, in list: String) -> InstagramAccountLabel? {
    let name = HeaderName.normalised(name)
    if let label = lists[list]?[name] ?? (list == "organic_insights_interactions" ? part(name) : nil) { return label }
    let isIgnored = name.withBytes { $0.ends(with: " delta") || $0.holds("follower activity") || $0.holds(" taps") }
    return isIgnored ? .ignored : nil
  }

  /// `Post likes`, `Story replies`, `Reels saves`: a number of one kind of posts.
  private static func part(_ name: String) -> InstagramAccountLabel? {
    let words = name.utf8.split(separator: ASCII.space).map { String(Substring($0)) }
    guard words.count == 2, let kind = kinds[words[0]], let metric = metrics[words[1]] else { return nil }
    return .metric(metric, dimensions: "content=\(kind)")
  }

  private static let kinds = ["post": "post", "story": "story", "reels": "reel", "reel": "reel", "video": "video"]
  private static let metrics: [String: Metric] = [
    "likes": .likes, "comments": .comments, "shares": .shares, "saves": .saves, "replies": .replies,
    "interactions": .interactions,
  ]

  private static let lists: [String: [String: InstagramAccountLabel]] = [
    "organic_insights_audience": audience, "organic_insights_interactions": interactions,
    "organic_insights_reach": reach,
  ]

  private static let audience: [String: InstagramAccountLabel] = [
    "date range": .range, "диапазон дат": .range, "период": .range, "zeitraum": .range,
    "followers": .followers, "подписчики": .followers, "follower": .followers,
    "follows": .metric(.follows), "подписки": .metric(.follows),
    "unfollows": .metric(.unfollows), "отписки": .metric(.unfollows),
    "overall followers": .ignored,
    "follower percentage by town/city": .cities, "follower percentage by city": .cities,
    "follower percentage by country": .countries,
    "follower percentage by age for all genders": .ages(within: nil),
    "follower percentage by age for men": .ages(within: "male"),
    "follower percentage by age for women": .ages(within: "female"),
    "total follower percentage for men": .gender("male"), "total follower percentage for women": .gender("female"),
  ]

  private static let interactions: [String: InstagramAccountLabel] = [
    "date range": .range, "диапазон дат": .range, "период": .range, "zeitraum": .range,
    "content interactions": .metric(.interactions), "взаимодействия с контентом": .metric(.interactions),
    "live video interactions": .metric(.interactions, dimensions: "content=live"),
    "accounts engaged": .metric(.accountsEngaged), "вовлеченные аккаунты": .metric(.accountsEngaged),
    "engaged account by follow type": .ignored, "engaged accounts by follow type": .ignored,
  ]

  private static let reach: [String: InstagramAccountLabel] = [
    "date range": .range, "диапазон дат": .range, "период": .range, "zeitraum": .range,
    "accounts reached": .metric(.reach), "охваченные аккаунты": .metric(.reach), "erreichte konten": .metric(.reach),
    "followers": .reached(dimensions: "follow_type=follower"),
    "non-followers": .reached(dimensions: "follow_type=non_follower"),
    "impressions": .metric(.impressions), "показы": .metric(.impressions),
    "profile visits": .metric(.profileVisits), "посещения профиля": .metric(.profileVisits),
    "website taps": .metric(.linkClicks), "external link taps": .metric(.linkClicks),
    "profile activity": .metric(.profileActivity), "действия в профиле": .metric(.profileActivity),
  ]
}
