import Crypto
import Protection

/// Seals the secrets of one-time codes with `site.key`, the website's own key, which lies with the others outside the data
/// directory and opens nothing else. It is read each time: in memory lies no key that a report of a crash could hold.
struct SecretSealer: Sendable {
  let places: Places

  /// Makes the key where there is none.
  /// - Throws: `KeyError` when the key directory cannot be used.
  func seal(_ secret: [UInt8], of user: Int64) throws -> [UInt8] {
    try Sealer.seal(secret, with: try ownKey(), context: Self.context(user))
  }

  /// Nil when there is no key, or the secret was sealed with another one or for another account: then no code of it is
  /// right, as if there were none.
  func open(_ sealed: [UInt8], of user: Int64) -> [UInt8]? {
    guard let ring = try? ring(), let key = try? ring.key(.site) else { return nil }
    return try? Sealer.open(sealed, with: key, context: Self.context(user))
  }

  private func ownKey() throws -> SymmetricKey {
    do {
      return try ring().makeIfMissing(.site)
    } catch {
      // Another process may have made it just now.
      return try ring().key(.site)
    }
  }

  private func ring() throws -> KeyRing { try KeyRing(directory: places.keys, dataDirectory: places.home) }

  /// Bound to the account: a secret that somebody copies to another row of the database does not open there.
  private static func context(_ user: Int64) -> String { "desk.secret|\(user)" }
}
