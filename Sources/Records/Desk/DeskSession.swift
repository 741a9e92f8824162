/// Somebody who signed in to the website. Times are seconds of a clock that never goes back, counted by one run of the
/// server; a new run begins without sessions.
package struct DeskSession: Sendable, Hashable {
  package enum Stage: String, Sendable, Hashable {
    case signedIn = "signed-in"
    /// Came by a link and has to choose a passphrase before anything else.
    case enrolling
  }

  /// SHA-256 of the token that the browser holds.
  package var tokenHash: [UInt8]
  /// Tells sessions of one account apart.
  package var number: Int64
  /// Nil for whoever holds the machine and came by its own link.
  package var user: DeskUser?
  package var stage: Stage
  /// Language of the pages, as its code.
  package var language: String
  package var begun: Int64
  package var seen: Int64

  package init(
    tokenHash: [UInt8], number: Int64 = 0, user: DeskUser?, stage: Stage = .signedIn, language: String, begun: Int64,
    seen: Int64
  ) {
    self.tokenHash = tokenHash
    self.number = number
    self.user = user
    self.stage = stage
    self.language = language
    self.begun = begun
    self.seen = seen
  }

  /// Whoever holds the machine may do everything there anyway.
  package var role: DeskRole { user?.role ?? .administrator }

  /// Who is working, for the audit log.
  package var who: String { user?.code ?? Self.owner }

  /// What the audit log calls whoever holds the machine; no account may have such a code.
  package static let owner = "owner"
  package static let reservedCodes = [owner, "server", "nobody", CodingRound.lastWord.lowercased()]
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
