import Foundation

/// One-time tokens that let somebody sign in to the website.
///
/// Each is a file of mode 0600 named by the token's hash: the command that makes one is another process than the server
/// that takes it, and only the server writes its database. Whoever unlinks the file has used the link, so it works once.
package struct SignInLinks: Sendable {
  /// Seconds that a link can be used.
  package static let lifetime: Int64 = 900

  private let folder: String

  package init(_ places: Places) { folder = places.desk + "/links" }

  /// - Parameter token: 256 bits of chance as text.
  package func make(token: String, at now: Int64) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try removeOld(at: now)
    let file = open(path(token), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw WorkflowError("\(folder): a link could not be written; check free space") }
    defer { close(file) }
    let bytes = Array(String(now).utf8)
    guard write(file, bytes, bytes.count) == bytes.count else {
      throw WorkflowError("\(folder): a link could not be written; check free space")
    }
  }

  /// Uses a link up. False when there is none, when it was used, or when it is too old.
  package func take(token: String, at now: Int64) -> Bool {
    let path = path(token)
    guard let data = FileManager.default.contents(atPath: path), unlink(path) == 0,
      let made = Int64(String(decoding: data, as: UTF8.self))
    else { return false }
    return made <= now && now - made <= Self.lifetime
  }

  private func removeOld(at now: Int64) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      let made = FileManager.default.contents(atPath: path).flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
      if made.map({ now - $0 > Self.lifetime }) ?? true { unlink(path) }
    }
  }

  private func path(_ token: String) -> String { folder + "/" + Hex.text(SiteBook.hash(token)) }
}
