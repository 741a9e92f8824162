/// What an export lets us know about the account that a row or file belongs to. All parts may be missing.
package struct AccountHint: Sendable, Hashable {
  package var platform: Platform?
  /// The platform's id: `UC...` at YouTube, digits at Instagram.
  package var externalID: String?
  /// The handle without `@`.
  package var username: String?
  /// The channel's or account's display name.
  package var displayName: String?

  package init(
    platform: Platform? = nil, externalID: String? = nil, username: String? = nil,
    displayName: String? = nil
  ) {
    self.platform = platform
    self.externalID = externalID
    self.username = username
    self.displayName = displayName
  }
}

/// What one export says of one post. Attributes that the export does not carry are nil.
package struct PostSighting: Sendable, Hashable {
  package var externalID: String
  package var account: AccountHint
  package var kind: PostKind?
  package var title: String?
  package var description: String?
  package var publishedAt: Instant?
  package var publishedPrecision: TimePrecision
  package var durationSeconds: Int?
  package var permalink: String?
  package var row: Int

  package init(
    externalID: String, account: AccountHint = AccountHint(), kind: PostKind? = nil,
    title: String? = nil, description: String? = nil, publishedAt: Instant? = nil,
    publishedPrecision: TimePrecision = .second, durationSeconds: Int? = nil,
    permalink: String? = nil, row: Int
  ) {
    self.externalID = externalID
    self.account = account
    self.kind = kind
    self.title = title
    self.description = description
    self.publishedAt = publishedAt
    self.publishedPrecision = publishedPrecision
    self.durationSeconds = durationSeconds
    self.permalink = permalink
    self.row = row
  }
}
