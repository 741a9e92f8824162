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
  /// What the team's card declares; nil where the talk has none.
  package var card: Card?
  /// Of the text's spoken time, the share that speaks for each theme; nil where there is no text with times.
  package var reading: Reading?

  /// What a talk was meant to be.
  package struct Card: Sendable, Hashable {
    package var themes: [String]
    package var isBoosted: Bool?

    package init(themes: [String], isBoosted: Bool?) {
      self.themes = themes
      self.isBoosted = isBoosted
    }
  }

  /// What the shares of a talk's text rest on.
  package struct Reading: Sendable, Hashable {
    /// Spoken seconds of the text.
    package var seconds: Double
    /// Seconds of the whole talk, where an export states them.
    package var duration: Double?
    /// Seconds in sentences that speak for a theme.
    package var themes: [String: Double]

    package init(seconds: Double, duration: Double?, themes: [String: Double]) {
      self.seconds = seconds
      self.duration = duration
      self.themes = themes
    }

    /// A theme's part of the text, 0 to 1; nil where the text does not speak for it.
    func share(_ theme: String) -> Double? {
      themes[theme].flatMap { seconds > 0 ? min(1, $0 / seconds) : nil }
    }
  }

  package init(
    title: String, publishedOn: Day, platform: Platform, views: Double?, hasTranscript: Bool,
    themes: [ThemeStance] = [], unreadLanguage: LanguageTag? = nil, card: Card? = nil, reading: Reading? = nil
  ) {
    self.title = title
    self.publishedOn = publishedOn
    self.platform = platform
    self.views = views
    self.hasTranscript = hasTranscript
    self.themes = themes
    self.unreadLanguage = unreadLanguage
    self.card = card
    self.reading = reading
  }
}
