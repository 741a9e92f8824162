import Foundation

/// Whom a link signs in.
package struct SignInLink: Sendable, Hashable {
  /// The account and what its epoch was when the link was made; nil for whoever holds the machine.
  package struct Account: Sendable, Hashable {
    package var id: Int64
    package var epoch: Int64

    package init(id: Int64, epoch: Int64) {
      self.id = id
      self.epoch = epoch
    }
  }

  package var account: Account?
}

/// One-time tokens that let somebody sign in to the website.
///
/// Each is a file of mode 0600 named by the token's hash: the command that makes one is another process than the server
/// that takes it. Whoever unlinks the file has used the link, so it works once. In it stand the moment it was made, the
/// last one at which it may be used and, for an account, its number and epoch.
package struct SignInLinks: Sendable {
  /// Seconds that the machine's own link can be used.
  package static let lifetime: Int64 = 900
  /// Seconds that an account's link can be used: long enough to be handed over.
  package static let accountLifetime: Int64 = 3 * 86_400

  private let folder: String

  package init(_ places: Places) { folder = places.desk + "/links" }

  /// - Parameters:
  ///   - token: 256 bits of chance as text.
  ///   - account: nil for whoever holds the machine.
  package func make(token: String, for account: SignInLink.Account? = nil, at now: Int64) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try removeOld(at: now)
    let file = open(path(token), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw WorkflowError("\(folder): a link could not be written; check free space") }
    defer { close(file) }
    let until = now + (account == nil ? Self.lifetime : Self.accountLifetime)
    let numbers = [now, until] + (account.map { [$0.id, $0.epoch] } ?? [])
    let bytes = Array(numbers.map(String.init).joined(separator: " ").utf8)
    guard write(file, bytes, bytes.count) == bytes.count else {
      throw WorkflowError("\(folder): a link could not be written; check free space")
    }
  }

  /// Whom a link would sign in, without using it up.
  package func look(token: String, at now: Int64) -> SignInLink? { read(path(token), at: now) }

  /// Uses a link up. Nil when there is none, when it was used, or when it is too old.
  package func take(token: String, at now: Int64) -> SignInLink? {
    let path = path(token)
    let link = read(path, at: now)
    return unlink(path) == 0 ? link : nil
  }

  private func read(_ path: String, at now: Int64) -> SignInLink? {
    guard let numbers = numbers(path), numbers[0] <= now, now <= numbers[1] else { return nil }
    return SignInLink(account: numbers.count == 4 ? .init(id: numbers[2], epoch: numbers[3]) : nil)
  }

  private func numbers(_ path: String) -> [Int64]? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let parts = data.split(separator: UInt8(ascii: " ")).map { Int64(String(decoding: $0, as: UTF8.self)) }
    let numbers = parts.compactMap { $0 }
    return numbers.count == parts.count && (numbers.count == 2 || numbers.count == 4) ? numbers : nil
  }

  private func removeOld(at now: Int64) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      if numbers(path).map({ now > $0[1] }) ?? true { unlink(path) }
    }
  }

  private func path(_ token: String) -> String { folder + "/" + Hex.text(SiteBook.hash(token)) }
}
