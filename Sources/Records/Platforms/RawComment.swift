/// A comment as an export states it, with its author's name. It lives in memory only: Protection turns it into a
/// `ProtectedComment` before anything is stored, and nothing prints it.
package struct RawComment: Sendable {
  /// The id at the platform, where the export has one.
  package var id: String?
  /// The id of the comment this one answers, if it is a reply.
  package var parentID: String?
  /// The post's id at the platform; nil when only the file's name or the user can tell.
  package var postID: String?
  package var account: AccountHint
  /// The most stable thing that names the author: channel id, else account id, else handle, else display name.
  package var author: String?
  package var authorIsCreator: Bool
  package var text: String
  package var publishedAt: Instant?
  package var publishedPrecision: TimePrecision
  package var likes: Reported<Int>
  /// Whether the comment counts only under a post that the archive knows: a list of what somebody wrote anywhere must
  /// not make posts of others theirs.
  package var needsKnownPost = false
  package var row: Int

  package init(
    id: String? = nil, parentID: String? = nil, postID: String? = nil,
    account: AccountHint = AccountHint(), author: String? = nil, authorIsCreator: Bool = false,
    text: String, publishedAt: Instant? = nil, publishedPrecision: TimePrecision = .second,
    likes: Reported<Int> = .notInExport, row: Int
  ) {
    self.id = id
    self.parentID = parentID
    self.postID = postID
    self.account = account
    self.author = author
    self.authorIsCreator = authorIsCreator
    self.text = text
    self.publishedAt = publishedAt
    self.publishedPrecision = publishedPrecision
    self.likes = likes
    self.row = row
  }
}
