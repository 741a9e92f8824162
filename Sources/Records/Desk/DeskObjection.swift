/// A creator says that what was found in one of their talks is wrong. A choice of reasons, no words of anybody's.
package struct DeskObjection: Sendable, Hashable {
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    case notSaid = "not-said"
    /// Said, but quoted or refuted.
    case otherSide = "other-side"
    /// Somebody else's talk.
    case notMine = "not-mine"
    case other
  }

  package var id: Int64
  /// The creator's code.
  package var creator: String
  /// The talk, by its number in the archive.
  package var post: Int64
  package var theme: String
  package var reason: Reason
  package var madeAt: Instant
  /// When somebody of the team had looked at it.
  package var settledAt: Instant?

  package init(
    id: Int64 = 0, creator: String, post: Int64, theme: String, reason: Reason, madeAt: Instant,
    settledAt: Instant? = nil
  ) {
    self.id = id
    self.creator = creator
    self.post = post
    self.theme = theme
    self.reason = reason
    self.madeAt = madeAt
    self.settledAt = settledAt
  }
}
