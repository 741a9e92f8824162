/// How long one talk whose text is known was watched in one month, and how much of it carries which theme.
package struct TalkWatch: Sendable, Hashable {
  package var account: Int64
  package var month: Month
  /// Hours watched in the month, as the platform states them for exactly that month.
  package var hours: Double
  /// Views in the month, where the same statement has them.
  package var views: Double?
  /// Spoken time of the talk, in seconds.
  package var seconds: Double
  /// Length of the video, in seconds, where it is known.
  package var duration: Double?
  /// Seconds in sentences that speak for any theme.
  package var themed: Double
  /// Seconds in sentences that speak for a theme, by theme.
  package var themes: [String: Double]

  package init(
    account: Int64, month: Month, hours: Double, views: Double?, seconds: Double, duration: Double?,
    themed: Double, themes: [String: Double]
  ) {
    self.account = account
    self.month = month
    self.hours = hours
    self.views = views
    self.seconds = seconds
    self.duration = duration
    self.themed = themed
    self.themes = themes
  }
}
