/// What lets a person's own programs read what the person may read. The token itself is shown once and kept nowhere.
package struct DeskToken: Sendable, Hashable {
  package var number: Int64
  package var madeAt: Instant
  package var expiresAt: Instant
  /// The last day on which it was used began its use at this moment; nil when it never was.
  package var usedAt: Instant?

  package init(number: Int64, madeAt: Instant, expiresAt: Instant, usedAt: Instant? = nil) {
    self.number = number
    self.madeAt = madeAt
    self.expiresAt = expiresAt
    self.usedAt = usedAt
  }
}
