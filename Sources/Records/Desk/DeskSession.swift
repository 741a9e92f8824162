/// Somebody who signed in to the website. Times are seconds of a clock that never goes back, counted by one run of the
/// server; a new run begins without sessions.
package struct DeskSession: Sendable, Hashable {
  /// SHA-256 of the token that the browser holds.
  package var tokenHash: [UInt8]
  package var role: String
  /// Language of the pages, as its code.
  package var language: String
  package var begun: Int64
  package var seen: Int64

  package init(tokenHash: [UInt8], role: String, language: String, begun: Int64, seen: Int64) {
    self.tokenHash = tokenHash
    self.role = role
    self.language = language
    self.begun = begun
    self.seen = seen
  }
}

/// A line of the audit log: what was done, when, to what. Never a name nor a word of anybody's.
package struct AuditEntry: Sendable, Hashable {
  /// From 1, without gaps.
  package var number: Int64
  package var at: Instant
  package var who: String
  /// A code such as `import.undone`.
  package var event: String
  /// A number or code.
  package var subject: String
  /// SHA-256 over the line before and this one.
  package var hash: [UInt8]

  package init(number: Int64, at: Instant, who: String, event: String, subject: String, hash: [UInt8]) {
    self.number = number
    self.at = at
    self.who = who
    self.event = event
    self.subject = subject
    self.hash = hash
  }
}
