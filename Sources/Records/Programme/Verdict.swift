/// What a person decided on something that a machine noticed.
package enum Verdict: String, Sendable, Hashable, CaseIterable, Codable {
  case confirmed, dismissed
}

/// Why an alert was dismissed. A code, since a free text would repeat the comment's words.
package enum DismissalReason: String, Sendable, Hashable, CaseIterable, Codable {
  /// The words were read wrongly.
  case misread
  /// A joke or a figure of speech.
  case figureOfSpeech = "figure-of-speech"
  /// It quotes or reports what somebody else said.
  case quoted
  /// It is meant for nobody whom the programme knows.
  case notAboutUs = "not-about-us"
  /// The same as one that was decided already.
  case repeated
}

/// A comment in which something was noticed and of which a person must say whether it is so. Never its words or its author.
package struct WaitingAlert: Sendable, Hashable {
  package var post: Int64
  /// The keyed mark of the comment under its post.
  package var identity: [UInt8]
  package var textMark: Int64
  package var alerts: Set<Alert>
  package var language: String
  package var creator: String
  package var platform: Platform
  package var talk: String?
  /// When it was written, where an export says so.
  package var writtenAt: Instant?
  package var importNumber: Int64
  package var receivedAt: Instant

  package init(
    post: Int64, identity: [UInt8], textMark: Int64, alerts: Set<Alert>, language: String, creator: String,
    platform: Platform, talk: String?, writtenAt: Instant?, importNumber: Int64, receivedAt: Instant
  ) {
    self.post = post
    self.identity = identity
    self.textMark = textMark
    self.alerts = alerts
    self.language = language
    self.creator = creator
    self.platform = platform
    self.talk = talk
    self.writtenAt = writtenAt
    self.importNumber = importNumber
    self.receivedAt = receivedAt
  }
}

/// A talk of which sentences seem to speak against a theme.
package struct WaitingTalk: Sendable, Hashable {
  package var post: Int64
  package var theme: String
  package var textHash: Int64
  package var sentences: Int
  package var creator: String
  package var platform: Platform
  package var talk: String?
  package var publishedAt: Instant?

  package init(
    post: Int64, theme: String, textHash: Int64, sentences: Int, creator: String, platform: Platform, talk: String?,
    publishedAt: Instant?
  ) {
    self.post = post
    self.theme = theme
    self.textHash = textHash
    self.sentences = sentences
    self.creator = creator
    self.platform = platform
    self.talk = talk
    self.publishedAt = publishedAt
  }
}
