/// A key as `minbar key status` shows it; never its content.
package struct KeyListing: Sendable, Hashable, Codable {
  /// What may be said of a key.
  package enum State: String, Sendable, Codable {
    /// There, readable by its owner alone, and the one that the archive was made with.
    case inForce = "in-force"
    /// There, but the archive has not met it yet.
    case unknown
    /// There, but the archive was made with another.
    case other
    /// The archive was made with it, and it is not there.
    case missing
    /// Destroyed on purpose.
    case destroyed
    /// There, but other users of the machine may read it.
    case exposed
    /// There, but no key can be read from it.
    case unreadable
  }

  /// `text`, `identity`, `registry`, `site`, or a quarter.
  package let purpose: String
  package let state: State
  /// Since when the archive knows it.
  package let since: String?
  package let meaning: String
}

/// What `minbar key` did.
package struct KeyOutcome: Sendable, Codable {
  package var keys: [String]
  /// What cannot be done or read any more.
  package var lost: [String]
  /// What stays as it was.
  package var kept: [String]
}
