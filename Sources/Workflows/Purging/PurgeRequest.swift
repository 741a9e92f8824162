package import Records
import Storage

/// What a user asks to be deleted for good.
package enum PurgeRequest: Sendable, Hashable {
  /// Everything that was received before a day began.
  case before(Day)
  /// A creator by code.
  case creator(String)
  /// A post by the platform's id, short code or link.
  case post(String)
  /// An import by its number.
  case importNumber(Int64)
  case everything
}

/// What was deleted: counts only, nothing that names anybody.
package struct PurgeReceipt: Sendable, Codable {
  package struct Removed: Sendable, Codable, Hashable {
    package let what: String
    package let count: Int
  }

  /// True when nothing was deleted, only counted.
  package let isRehearsal: Bool
  package let removed: [Removed]
  /// Reports, half uploads and models that went too.
  package let files: Int
  /// Comments that stay as part of frozen tallies.
  package let talliesKept: Int
  /// What a program cannot delete.
  package let stillToDo: [String]
}
