import Records

/// Ids in a file that are not its own account's: exports list posts that an account made together with others. That the
/// user names a creator says whose the file is, not that all accounts in it are theirs.
struct OtherAccounts {
  private var ids: Set<String> = []

  init() {}

  /// The file's own id is the one that is known to be of its account, else the one that most posts name; a file with one
  /// id has no others.
  /// - Parameter known: finds the account of an id that was seen before.
  init(_ posts: [PostSighting], of account: Int64?, known: (AccountHint) throws -> Int64?) rethrows {
    let hints = posts.map(\.account).filter { $0.externalID != nil }
    let counts = Dictionary(grouping: hints, by: { $0.externalID ?? "" })
    guard counts.count > 1 else { return }
    let own = try counts.keys.filter { id in
      guard let account, let hint = counts[id]?.first else { return false }
      return try known(hint) == account
    }
    let most = counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    ids = Set(counts.keys).subtracting(own.isEmpty ? [most ?? ""] : own)
  }

  func hold(_ hint: AccountHint) -> Bool { hint.externalID.map(ids.contains) ?? false }
}
