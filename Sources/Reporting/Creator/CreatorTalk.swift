package import Records

/// A talk of the month as its author sees it.
package struct CreatorTalk: Sendable, Hashable {
  package var title: String
  package var publishedOn: Day
  package var platform: Platform
  /// Views until now; nil when no export tells.
  package var views: Double?
  package var hasTranscript: Bool
  /// Themes read in it. Findings that oppose a theme are never shown here.
  package var themes: [ThemeStance]
  /// The language of the transcript, where it is one that is not read: then no theme is known.
  package var unreadLanguage: LanguageTag?

  package init(
    title: String, publishedOn: Day, platform: Platform, views: Double?, hasTranscript: Bool,
    themes: [ThemeStance] = [], unreadLanguage: LanguageTag? = nil
  ) {
    self.title = title
    self.publishedOn = publishedOn
    self.platform = platform
    self.views = views
    self.hasTranscript = hasTranscript
    self.themes = themes
    self.unreadLanguage = unreadLanguage
  }
}
