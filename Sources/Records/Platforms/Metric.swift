/// What a platform measured. Units: counts unless the name says hours, seconds or percent.
package enum Metric: String, Sendable, Hashable, CaseIterable {
  case views
  case engagedViews = "engaged_views"
  /// Instagram before 2025: times shown. Never mixed with `views`.
  case impressions
  /// Starts of old reels. Never mixed with `views`.
  case plays
  case watchHours = "watch_hours"
  case averageViewSeconds = "average_view_seconds"
  case averagePercentageViewed = "average_percentage_viewed"
  case thumbnailImpressions = "thumbnail_impressions"
  case clickThroughPercent = "click_through_percent"
  case stayedPercent = "stayed_percent"
  case shownInFeed = "shown_in_feed"
  case subscribersNet = "subscribers_net"
  case subscribersGained = "subscribers_gained"
  case subscribersLost = "subscribers_lost"
  case likes, dislikes, comments, shares, saves, follows
  case likeRatioPercent = "like_ratio_percent"
  case reach
  case uniqueViewers = "unique_viewers"
  case newViewers = "new_viewers"
  case returningViewers = "returning_viewers"
  case casualViewers = "casual_viewers"
  case regularViewers = "regular_viewers"
  case viewsPerViewer = "views_per_viewer"
  case premiumViews = "premium_views"
  case profileVisits = "profile_visits"
  case linkClicks = "link_clicks"
  case interactions
  case viewers
  case followers
  case hypes
  case hypePoints = "hype_points"
  case postSubscribers = "post_subscribers"
  /// Share of the views within a breakdown, 0...100.
  case viewsPercent = "views_percent"
  /// Share of the watch time within a breakdown, 0...100.
  case watchPercent = "watch_percent"
  /// Share of the viewers who were signed in, by age and gender, 0...100.
  case viewerPercent = "viewer_percent"
  /// Viewers at a place of a video against its views; over 100 where a place is seen again.
  case retentionPercent = "retention_percent"
  /// How a place of a video holds viewers against videos of like length, 0...100.
  case relativeRetentionPercent = "relative_retention_percent"
  /// Times that viewers began, ended, or saw the watching of a place of a video.
  case segmentStarts = "segment_starts"
  case segmentStops = "segment_stops"
  case segmentViews = "segment_views"
}
