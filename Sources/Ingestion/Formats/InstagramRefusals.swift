/// Files of Instagram's downloads, and of tools around it, that are known and not read.
enum InstagramRefusals {
  static func refusal(_ probe: Probe) -> Refusal? { list.first { $0.matches(probe) }?.refusal }

  private static let list: [(matches: @Sendable (Probe) -> Bool, refusal: Refusal)] = [
    (isPage, page), (isOwnComments, ownComments), (isPrivate, privateData), (isCaption, caption),
    (isFollowerTable, followerTable), (isContentFormats, contentFormats),
  ]

  // MARK: By content

  /// A page of the HTML variant: the classes of Meta's pages, or the folders of a download around it.
  @Sendable private static func isPage(_ probe: Probe) -> Bool {
    let isMarkup = probe.head.withUnsafeBytes { bytes in
      bytes.trimmed().starts(with: "<") && (bytes.holds("<html") || bytes.holds("<!DOCTYPE html"))
    }
    guard isMarkup else { return false }
    let folders: Set<String> = [
      "your_instagram_activity", "logged_information", "past_instagram_insights", "connections",
    ]
    return !folders.isDisjoint(with: probe.names)
      || probe.head.withUnsafeBytes { $0.holds("_a6-g") || $0.holds("uiBoxWhite") }
  }

  /// Comments that the owner wrote under others' posts: older lists by their name, newer ones by their file's.
  @Sendable private static func isOwnComments(_ probe: Probe) -> Bool {
    guard let names = probe.json?.names else { return false }
    if !names.isDisjoint(with: ["comments_media_comments", "comments_reels_comments"]) { return true }
    return names.contains("string_map_data") && probe.name.lowercased().withBytes { $0.holds("comments") }
  }

  @Sendable private static func isPrivate(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    if !json.names.isDisjoint(with: privateNames) { return true }
    if json.names.isSuperset(of: ["participants", "messages"]) { return true }
    let isActivity =
      json.names.contains("label_values") && !json.names.isDisjoint(with: ["timestamp", "fbid", "media"])
      && !InstagramPosts.isLabelled(probe)
    // Downloads name their lists one a file; other tools' documents have many members.
    return isActivity
      || json.names.count <= 3
        && json.names.contains { name in name.withBytes { bytes in privateStarts.contains { bytes.starts(with: $0) } } }
  }

  /// Lists without a name of their own: followers, and what the owner did.
  private static let privateNames: Set<String> = ["string_list_data", "string_map_data"]

  /// Starts of the names that lists about people and the owner's doings have.
  private static let privateStarts: [StaticString] = [
    "relationships_", "searches_", "likes_", "saved_", "story_activities_", "profile_user", "profile_business",
    "profile_profile_change", "profile_privacy_change", "profile_account", "devices_", "account_history_",
    "contacts_", "inferred_data_", "impressions_history_", "login_", "ads_", "ig_profile_picture", "ig_archived_post",
    "ig_recently_deleted", "monetization_", "shopping_", "your_topics", "accounts_center", "apps_and_websites_",
    "fundraisers_", "settings_", "chats_", "guides_", "secret_conversations",
  ]

  /// The caption that Instaloader writes beside a post: it stands in the post's JSON too.
  @Sendable private static func isCaption(_ probe: Probe) -> Bool {
    probe.json == nil
      && probe.name.withBytes { name in
        guard name.ends(with: "_UTC.txt"), name.count >= 27 else { return false }
        let start = name.count - 27
        return name[start + 4] == ASCII.minus && name[start + 7] == ASCII.minus
          && name.decimal(start..<start + 4) != nil
      }
  }

  /// `Gender,Distribution`, `Top territories,Distribution`, `Date,Total Viewers,...`: they do not say of which
  /// platform, and TikTok writes them.
  @Sendable private static func isFollowerTable(_ probe: Probe) -> Bool {
    let header = probe.table.header
    return header == ["gender", "distribution"] || header == ["top territories", "distribution"]
      || header == ["date", "total viewers", "new viewers", "returning viewers"]
  }

  /// `Top content formats.csv`: shares of kinds of posts in what was shown.
  @Sendable private static func isContentFormats(_ probe: Probe) -> Bool {
    probe.table.header.first == "top content formats" && probe.table.header.dropFirst().allSatisfy(\.isEmpty)
  }

  // MARK: What is said

  private static let page = Refusal(
    "refused.instagram-html", found: "a page of an Instagram download in HTML", expected: "the download in JSON",
    remedy: "In Instagram: Settings, Accounts Center, Your information and permissions, Export your information: "
      + "choose the format JSON, tick only media and insights, and delete this download.")
  private static let ownComments = Refusal(
    "refused.own-comments", found: "comments that the account's owner wrote", expected: "comments under the posts",
    remedy: "Instagram's download has none of the audience: use Instaloader or the Graph API for these, and delete it.")
  private static let privateData = Refusal(
    "refused.instagram-private", found: "a private part of an Instagram download",
    expected: "posts, reels, stories or past insights",
    remedy: "It is private and not needed: delete it. When downloading, tick only media and insights.")
  private static let caption = Refusal(
    "refused.caption", found: "the caption of a post, as Instaloader writes it", expected: "the post's JSON",
    remedy: "Hand in the .json file beside it; nothing is lost.")
  private static let followerTable = Refusal(
    "refused.no-platform", found: "a table of followers or viewers that names no platform",
    expected: "Audience.csv of Business Suite", remedy: "TikTok writes such tables; it is not read.")
  private static let contentFormats = Refusal(
    "refused.meta-formats", found: "Business Suite's table of content formats", expected: "the content export",
    remedy: "Export Content in Insights: it holds each post's numbers.")
}
