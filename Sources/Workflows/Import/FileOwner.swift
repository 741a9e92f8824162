import Records
import Storage

/// Whose a file is, as far as it tells.
enum FileOwner: Equatable {
  case account(Int64, OwnerEvidence)
  /// It could be of each of these creators: a person decides.
  case several(codes: [String])
  case unknown

  var account: Int64? {
    if case .account(let account, _) = self { account } else { nil }
  }
}

/// What told whose a file is.
enum OwnerEvidence: String {
  case id, user, name, posts
  case fileName = "file-name"
}

/// Finds out whose a file is: from ids, what the user said, names in it, posts that are known, names around it. Where two
/// creators fit equally well, nobody is chosen.
struct OwnerSearch {
  let resolver: AccountResolver
  /// Nil where there is no archive.
  let reader: ArchiveReader?

  /// Posts of a file that are looked up at most.
  private static let postLimit = 600

  func owner(of hint: AccountHint, names: [String], posts: some Sequence<(Platform, String)>) throws -> FileOwner {
    if let account = try resolver.account(of: hint, learnt: { try reader?.account(platform: $0, externalID: $1) }) {
      return .account(account, hint.externalID == nil ? .name : .id)
    }
    if let account = resolver.chosenAccount(hint.platform) { return .account(account, .user) }
    let known = try accounts(of: posts)
    let named = resolver.accounts(named: hint)
    let pointed = resolver.accounts(inNames: names, platform: hint.platform)
    if let account = only(known) { return .account(account, .posts) }
    if let account = only(pointed) { return .account(account, .fileName) }
    return several(named.isEmpty ? (pointed.isEmpty ? known : pointed) : named)
  }

  private func only(_ accounts: Set<Int64>) -> Int64? { accounts.count == 1 ? accounts.first : nil }

  private func several(_ accounts: Set<Int64>) -> FileOwner {
    let codes = Set(accounts.compactMap(resolver.creator)).sorted()
    return codes.isEmpty ? .unknown : .several(codes: codes)
  }

  private func accounts(of posts: some Sequence<(Platform, String)>) throws -> Set<Int64> {
    guard let reader else { return [] }
    return try posts.prefix(Self.postLimit).reduce(into: []) { found, post in
      if let known = try reader.post(platform: post.0, externalID: post.1) { found.insert(known.account) }
    }
  }
}
