import Records
import Storage

/// Knows comments that can only be old ones: of posts whose rows have aged out, written when those were received.
final class ClosedPosts {
  private let reader: ArchiveReader
  private var through: [Int64: Instant?] = [:]
  /// What was asked last: exports list comments post by post.
  private var last: (post: Int64, through: Instant?)?
  private var count = 0

  /// Platforms state days in their own zone.
  private static let slack: Int64 = 86_400
  private static let cacheLimit = 50_000

  init(_ reader: ArchiveReader) {
    self.reader = reader
  }

  /// Whether a comment belongs to the tallied past of its post. One whose time is unknown or only estimated counts as
  /// old: counted twice would be worse than counted late.
  func holds(_ comment: borrowing RawComment, post: Int64) throws -> Bool {
    guard let through = try closedThrough(post) else { return false }
    if let time = comment.publishedAt, comment.publishedPrecision != .estimate,
      time.seconds > through.seconds + Self.slack
    {
      return false
    }
    count += 1
    return true
  }

  private func closedThrough(_ post: Int64) throws -> Instant? {
    if let last, last.post == post { return last.through }
    if through.count >= Self.cacheLimit { through.removeAll(keepingCapacity: true) }
    let found = try through[post] ?? reader.closedThrough(post: post)
    through[post] = .some(found)
    last = (post, found)
    return found
  }

  /// What the receipt says of them; nil when there were none.
  var note: Problem? {
    guard count > 0 else { return nil }
    return Problem(
      "comment.already-tallied", .note, found: "\(count) comments of a time that is already tallied",
      expected: "comments that were written since", remedy: "nothing to do: they were counted when they first came")
  }
}
