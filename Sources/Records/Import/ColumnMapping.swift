/// What a person said once about the columns of a table whose header is in a language or wording that no reader
/// knows. It holds for every file with the same header.
package struct ColumnMapping: Sendable, Hashable {
  /// Names the header: 16 hexadecimal digits over its normalised column names, in whatever order they stand.
  package var signature: String
  /// Role ids (see `ColumnRoles`) by column key: the normalised column name, with `#2`, `#3` behind it where the
  /// same name stands a second or third time.
  package var columns: [String: String]

  package init(signature: String, columns: [String: String]) {
    self.signature = signature
    self.columns = columns
  }
}

/// What a column of a table can mean. Ids never change their meaning.
package struct ColumnRole: Sendable, Hashable {
  package var id: String
  /// One line in English for those who choose.
  package var meaning: String

  package init(_ id: String, _ meaning: String) {
    self.id = id
    self.meaning = meaning
  }
}

/// The roles that a person can choose from.
package enum ColumnRoles {
  package static let all: [ColumnRole] = descriptions + breakdowns + metrics + [ignored]

  /// The role with an id; nil if there is none.
  package static func role(_ id: String) -> ColumnRole? { all.first { $0.id == id } }

  /// Columns that say what a row is about.
  private static let descriptions = [
    ColumnRole("content", "Id of the video or post (11 letters and digits), one a row"),
    ColumnRole("title", "Title of the video or post"),
    ColumnRole("published", "Day of publication"),
    ColumnRole("duration", "Length of the video, in seconds or H:MM:SS"),
    ColumnRole("date", "Day that the row's numbers are of"),
  ]

  /// Columns whose values divide the numbers.
  private static let breakdowns = [
    ColumnRole("country", "Country of the viewers, as a code of two letters (KG, UZ)"),
    ColumnRole("city", "City of the viewers"),
    ColumnRole("city_name", "Name of the city, beside the city's id"),
    ColumnRole("traffic_source", "How viewers found the video"),
    ColumnRole("age", "Age band of the viewers (18-24)"),
    ColumnRole("gender", "Gender of the viewers"),
    ColumnRole("subscription", "Whether viewers have subscribed"),
    ColumnRole("viewer_type", "New, casual, regular or returning viewers"),
    ColumnRole("device", "Kind of device (phone, computer, TV)"),
    ColumnRole("os", "Operating system of the device"),
    ColumnRole("content_type", "Kind of content (video, Short, live stream, post)"),
    ColumnRole("subtitles", "Language of the subtitles that were shown"),
    ColumnRole("info_language", "Language of title and description that were shown"),
    ColumnRole("translation", "Whether a translated title and description were shown"),
    ColumnRole("subscription_source", "Where viewers subscribed"),
    ColumnRole("sharing_service", "Service through which the video was shared"),
    ColumnRole("playback_location", "Page or app in which the video was played"),
    ColumnRole("playlist", "Playlist in which the video was watched"),
  ]

  private static let metrics = [
    ColumnRole("views", "Views"),
    ColumnRole("views_percent", "Share of the views, in per cent"),
    ColumnRole("engaged_views", "Engaged views"),
    ColumnRole("premium_views", "Views by YouTube Premium members"),
    ColumnRole("watch_hours", "Watch time in hours"),
    ColumnRole("watch_minutes", "Watch time in minutes"),
    ColumnRole("watch_percent", "Share of the watch time, in per cent"),
    ColumnRole("average_view_seconds", "Average view duration, as H:MM:SS or seconds"),
    ColumnRole("average_percentage_viewed", "Average part of the video that was viewed, in per cent"),
    ColumnRole("stayed_percent", "Share of viewers who stayed to watch a Short, in per cent"),
    ColumnRole("shown_in_feed", "Times shown in the Shorts feed"),
    ColumnRole("thumbnail_impressions", "Times the thumbnail was shown (impressions)"),
    ColumnRole("click_through_percent", "Clicks on the thumbnail when shown (CTR), in per cent"),
    ColumnRole("subscribers_net", "Subscribers gained less lost"),
    ColumnRole("subscribers_gained", "Subscribers gained"),
    ColumnRole("subscribers_lost", "Subscribers lost"),
    ColumnRole("unique_viewers", "Different people who watched (estimate)"),
    ColumnRole("new_viewers", "New viewers"),
    ColumnRole("returning_viewers", "Returning viewers"),
    ColumnRole("casual_viewers", "Casual viewers"),
    ColumnRole("regular_viewers", "Regular viewers"),
    ColumnRole("views_per_viewer", "Average views per viewer"),
    ColumnRole("likes", "Likes"),
    ColumnRole("dislikes", "Dislikes"),
    ColumnRole("like_ratio_percent", "Likes out of likes and dislikes, in per cent"),
    ColumnRole("shares", "Times shared"),
    ColumnRole("comments", "Comments added"),
    ColumnRole("hypes", "Hypes"),
    ColumnRole("hype_points", "Hype points"),
    ColumnRole("post_subscribers", "Subscribers gained from a post"),
  ]

  /// A column that is known and not wanted, such as revenue.
  private static let ignored = ColumnRole("ignored", "Nothing that is needed (revenue, end screens): leave it out")
}
