import Records

/// Columns of YouTube's Analytics and Reporting interfaces, by the names that programs see. They are never translated.
enum AnalyticsName {
  /// What a column means; nil if it is not known.
  static func column(_ name: String) -> StudioColumn? { names[name] }

  /// Money, cards, annotations and the like: known, and not needed.
  static func isIgnored(_ name: String) -> Bool {
    let stems = [
      "estimated", "ad_", "ads", "adImpressions", "cpm", "playbackBasedCpm", "monetized", "gross", "annotation", "card",
      "end_screen", "endScreen", "red_watch", "estimatedRed", "playlist_", "playlistStarts", "playlistSaves",
      "playlistViews", "playlistEst", "playlistAv", "viewsPerPlaylist", "averageTimeInPlaylist", "videosAdded",
      "videosRemoved", "videos_added", "videos_removed",
    ]
    return ignored.contains(name) || stems.contains { name.utf8.starts(with: $0.utf8) }
  }

  private static let ignored: Set<String> = [
    "channel", "channel_id", "uploader_type", "uploaderType", "claimed_status", "claimedStatus", "youtubeProduct",
    "asset", "asset_id", "isCurated", "playback_location_detail", "insightPlaybackLocationDetail",
  ]

  private static let names: [String: StudioColumn] = {
    let table: [(StudioColumn, [String])] = [
      (.content, ["video", "video_id"]), (.date, ["day", "date"]),
      (.position, ["elapsedVideoTimeRatio", "elapsed_video_time_percentage"]),
      (.dimension(.country), ["country", "country_code"]),
      (.dimension(.province), ["province", "province_code"]), (.dimension(.city), ["city"]),
      (.dimension(.age), ["ageGroup", "age_group"]), (.dimension(.gender), ["gender"]),
      (.dimension(.device), ["deviceType", "device_type"]), (.dimension(.os), ["operatingSystem", "operating_system"]),
      (.dimension(.trafficSource), ["insightTrafficSourceType", "traffic_source_type"]),
      (.dimension(.trafficDetail), ["insightTrafficSourceDetail", "traffic_source_detail"]),
      (.dimension(.subscription), ["subscribedStatus", "subscribed_status"]),
      (.dimension(.contentType), ["creatorContentType", "creator_content_type"]),
      (.dimension(.playback), ["liveOrOnDemand", "live_or_on_demand"]),
      (.dimension(.sharingService), ["sharingService", "sharing_service"]),
      (.dimension(.playbackLocation), ["insightPlaybackLocationType", "playback_location_type"]),
      (.dimension(.playlist), ["playlist", "playlist_id"]), (.dimension(.audience), ["audienceType"]),
      (.dimension(.subtitles), ["subtitle_language"]), (.dimension(.infoLanguage), ["video_info_language"]),
      (.metric(.views, .count), ["views"]), (.metric(.engagedViews, .count), ["engagedViews", "engaged_views"]),
      (.metric(.premiumViews, .count), ["redViews", "red_views"]),
      (.metric(.watchHours, .minutes), ["estimatedMinutesWatched", "watch_time_minutes"]),
      (.metric(.averageViewSeconds, .decimal), ["averageViewDuration", "average_view_duration_seconds"]),
      (
        .metric(.averagePercentageViewed, .decimal), ["averageViewPercentage", "average_view_duration_percentage"]
      ),
      (.metric(.likes, .count), ["likes"]), (.metric(.dislikes, .count), ["dislikes"]),
      (.metric(.comments, .count), ["comments"]), (.metric(.shares, .count), ["shares"]),
      (.metric(.subscribersGained, .count), ["subscribersGained", "subscribers_gained"]),
      (.metric(.subscribersLost, .count), ["subscribersLost", "subscribers_lost"]),
      (.metric(.viewerPercent, .decimal), ["viewerPercentage", "views_percentage"]),
      (.metric(.retentionPercent, .fraction), ["audienceWatchRatio", "audience_retention_percentage"]),
      (.metric(.relativeRetentionPercent, .fraction), ["relativeRetentionPerformance"]),
      (.metric(.segmentStarts, .count), ["startedWatching"]), (.metric(.segmentStops, .count), ["stoppedWatching"]),
      (.metric(.segmentViews, .count), ["totalSegmentImpressions"]),
      (
        .metric(.thumbnailImpressions, .count),
        ["videoThumbnailImpressions", "video_thumbnail_impressions"]
      ),
    ]
    var names: [String: StudioColumn] = [:]
    for (column, list) in table {
      for name in list { names[name] = column }
    }
    return names
  }()
}

/// Values of the interfaces' dimensions. Bulk reports write numbers where queries write names.
enum AnalyticsValue {
  /// The key and code of a cell; nil where it is blank. What no list knows is kept as stated.
  static func pair(_ dimension: StudioDimension, _ cell: Bytes) -> (key: String, value: String)? {
    let body = cell.trimmed()
    guard !body.isEmpty, body.count <= 200, !MissingMark.isMissing(body) else { return nil }
    if dimension == .age { return (dimension.rawValue, AgeBand.code(body) ?? body.string) }
    if let number = body.decimal, let code = numbers[dimension]?[number] { return (dimension.rawValue, code) }
    return (dimension.rawValue, DimensionNames.code(dimension, body.string) ?? body.string)
  }

  private static let numbers: [StudioDimension: [Int: String]] = [
    .trafficSource: [
      0: "direct", 1: "advertising", 3: "browse", 4: "channel_page", 5: "search", 7: "suggested", 8: "other_youtube",
      9: "external", 11: "card", 14: "playlist", 17: "notification", 18: "playlist_page", 19: "campaign_card",
      20: "end_screen", 23: "stories", 24: "shorts_feed", 25: "product_page", 26: "hashtag_page", 27: "sound_page",
      28: "live_redirect", 29: "podcasts", 30: "remix", 31: "immersive_live", 32: "shorts_content_links",
    ],
    .device: [
      100: "unknown", 101: "computer", 102: "tv", 103: "game_console", 104: "mobile", 105: "tablet",
    ],
    .os: [
      1: "unknown", 2: "windows", 4: "android", 5: "ios", 9: "macintosh", 10: "playstation", 12: "webos", 13: "linux",
      17: "xbox", 21: "chromecast", 22: "tizen",
    ],
    .playbackLocation: [
      0: "watch_page", 1: "embedded", 2: "channel_page", 5: "other_youtube", 7: "browse", 8: "search",
    ],
    .sharingService: [
      0: "unknown", 10: "facebook", 36: "vkontakte", 39: "odnoklassniki", 49: "whatsapp", 53: "other", 55: "copy",
      68: "viber", 75: "telegram",
    ],
  ]
}
