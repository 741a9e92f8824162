package import Records

/// A talk with an unusual response: the one story of a brief.
package struct BriefStory: Sendable, Hashable {
  /// What is unusual.
  package enum Reason: Sendable, Hashable {
    /// People told of a change in themselves: so many of all comments with an opinion.
    case testimony(Int, of: Int)
    /// Watched so many times as often as is usual for its age in days.
    case views(times: Double, age: Int)
  }

  package var author: String
  package var platform: Platform
  package var title: String
  package var publishedOn: Day
  package var reason: Reason

  package init(author: String, platform: Platform, title: String, publishedOn: Day, reason: Reason) {
    self.author = author
    self.platform = platform
    self.title = title
    self.publishedOn = publishedOn
    self.reason = reason
  }
}

/// What somebody told of a change, with a consent that holds on the day of the brief.
package struct ChangeStory: Sendable, Hashable {
  package var code: String
  package var words: String
  package var day: Day
  package var consent: Consent

  package init(code: String, words: String, day: Day, consent: Consent) {
    self.code = code
    self.words = words
    self.day = day
    self.consent = consent
  }
}
