import Crypto
import Foundation
import Protection
import Records
import Storage

/// What the files of one import share: the transaction, the keys, what is known of accounts and posts.
final class ImportContext {
  struct Post {
    let id: Int64
    let externalID: String
    let platform: Platform
    /// The owner's id at the platform, where it is known.
    let ownerID: String?
  }

  let writer: ArchiveWriter
  let keys: KeyRing
  let resolver: AccountResolver
  let quarter: Quarter
  /// The creator that the user named.
  let chosen: String?
  /// What people said about columns of unknown headers.
  let mappings: [String: ColumnMapping]
  /// The import as it was, when its file is read again.
  let reopened: ReopenedImport?
  private let creators: [Int64: String]
  private let registryKey: SymmetricKey
  private let textKey: SymmetricKey
  private var posts: [String: Post] = [:]
  /// Posts that the file at hand speaks of.
  private var touchedPosts: Set<Int64> = []
  /// Whether posts that other imports gave numbers for are dated differently now.
  private(set) var hasRedatedPosts = false

  private static let cacheLimit = 50_000

  init(
    writer: ArchiveWriter, keys: KeyRing, registry: Registry, cards: [AccountCard], chosen: String?, quarter: Quarter,
    reopened: ReopenedImport? = nil
  ) throws {
    self.reopened = reopened
    self.writer = writer
    self.keys = keys
    self.quarter = quarter
    self.chosen = chosen
    self.mappings = try writer.reader.columnMappings()
    self.registryKey = try keys.key(.registry)
    self.textKey = try keys.key(.text)
    self.resolver = AccountResolver(registry: registry, cards: cards, chosen: chosen)
    self.creators = Dictionary(uniqueKeysWithValues: cards.map { ($0.id, $0.creator) })
  }

  var reader: ArchiveReader { writer.reader }

  func creator(of account: Int64) -> String? { creators[account] }

  func seal(_ name: String) throws -> [UInt8] { try SealedName.seal(name, key: registryKey) }

  func makeImportKey() throws -> ImportKey { try ImportKey(textKey: textKey) }

  func account(of hint: AccountHint) throws -> Int64? {
    try resolver.account(of: hint) { platform, id in try reader.account(platform: platform, externalID: id) }
  }

  /// The post, made now where it is new; its attributes are derived when the file ends.
  func post(account: Int64, platform: Platform, externalID: String) throws -> Post {
    if let post = posts[externalID], post.platform == platform {
      touchedPosts.insert(post.id)
      return post
    }
    let stored = try writer.post(account: account, platform: platform, externalID: externalID)
    return remember(stored, platform, as: externalID)
  }

  func knownPost(platform: Platform, externalID: String) throws -> Post? {
    if let post = posts[externalID], post.platform == platform { return post }
    guard let stored = try reader.post(platform: platform, externalID: externalID) else { return nil }
    return remember(stored, platform, as: externalID)
  }

  /// Forgets posts after a file was taken back: some of them may have been made by it.
  func forgetPosts() {
    posts.removeAll(keepingCapacity: true)
    touchedPosts.removeAll(keepingCapacity: true)
  }

  /// Works out what the posts of the file at hand are, now that it has said what it says of them, and which are the same.
  func derivePosts(saidBy source: Int64, of importID: Int64, accounts: Set<Int64>) throws {
    for post in touchedPosts where try writer.derive(post: post, saidBy: source, of: importID) {
      hasRedatedPosts = true
    }
    touchedPosts.removeAll(keepingCapacity: true)
    for account in accounts.sorted() where try writer.settleSamePosts(of: account) { hasRedatedPosts = true }
  }

  private func remember(_ stored: StoredPost, _ platform: Platform, as name: String) -> Post {
    let post = Post(
      id: stored.id, externalID: stored.externalID, platform: platform,
      ownerID: resolver.externalID(of: stored.account))
    if posts.count >= Self.cacheLimit { posts.removeAll(keepingCapacity: true) }
    posts[name] = post
    touchedPosts.insert(post.id)
    return post
  }
}

/// Names of files: they may hold a creator's name, so the archive keeps them sealed.
enum SealedName {
  static func seal(_ name: String, key: SymmetricKey) throws -> [UInt8] {
    try Sealer.seal(name.utf8, with: key, context: "file name")
  }

  static func open(_ sealed: [UInt8], key: SymmetricKey) throws -> String {
    String(decoding: try Sealer.open(sealed, with: key, context: "file name"), as: UTF8.self)
  }
}
