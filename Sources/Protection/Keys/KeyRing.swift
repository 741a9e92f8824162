package import Crypto
import FoundationEssentials
import Glibc

/// The keys of one Minbar, in a directory of their own outside the data directory.
package final class KeyRing {
  package let directory: String
  private var keys: [KeyPurpose: SymmetricKey] = [:]

  /// Opens the key directory.
  /// - Throws: `KeyError` when it lies inside the data directory, is missing, or is open to other users.
  package init(directory: String, dataDirectory: String) throws {
    self.directory = directory
    try KeyRing.check(directory, against: dataDirectory)
  }

  /// Makes the key directory (0700) and the keys that do not depend on a quarter, where they are missing.
  package static func create(directory: String, dataDirectory: String) throws -> KeyRing {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    chmod(directory, 0o700)
    let ring = try KeyRing(directory: directory, dataDirectory: dataDirectory)
    for purpose in [KeyPurpose.text, .identity, .registry] { _ = try ring.makeIfMissing(purpose) }
    return ring
  }

  /// The key for a purpose.
  /// - Throws: `KeyError` when it is missing: it may have been destroyed on purpose.
  package func key(_ purpose: KeyPurpose) throws -> SymmetricKey {
    guard let key = try find(purpose) else {
      throw KeyError(
        description: "\(path(purpose)): no such key; restore it from the sealed key backup, or run "
          + "'minbar init' if this is a new machine")
    }
    return key
  }

  /// The key for a purpose, made now when there is none; quarters' keys come into being this way.
  package func makeIfMissing(_ purpose: KeyPurpose) throws -> SymmetricKey {
    if let key = try find(purpose) { return key }
    let key = SymmetricKey(size: .bits256)
    try KeyFile.create(path(purpose), key: key)
    keys[purpose] = key
    return key
  }

  /// Whether there is a key for a purpose.
  package func has(_ purpose: KeyPurpose) -> Bool { access(path(purpose), F_OK) == 0 }

  /// A short name of a key from which the key cannot be found: tells whether a key is the one an archive was made with.
  /// - Throws: `KeyError` when the key is missing or damaged.
  package func mark(_ purpose: KeyPurpose) throws -> [UInt8] { KeyMark.bytes(of: try key(purpose)) }

  private func find(_ purpose: KeyPurpose) throws -> SymmetricKey? {
    if let key = keys[purpose] { return key }
    let key = try KeyFile.read(path(purpose))
    keys[purpose] = key
    return key
  }

  func path(_ purpose: KeyPurpose) -> String { directory + "/" + purpose.fileName }

  func forget(_ purpose: KeyPurpose) { keys[purpose] = nil }

  private static func check(_ directory: String, against dataDirectory: String) throws {
    guard let keys = realpath(directory, nil) else {
      throw KeyError(description: "\(directory): no key directory; run 'minbar init'")
    }
    defer { free(keys) }
    let keyPath = String(cString: keys)
    if let data = realpath(dataDirectory, nil) {
      defer { free(data) }
      let dataPath = String(cString: data)
      guard keyPath != dataPath, !keyPath.utf8.starts(with: (dataPath + "/").utf8) else {
        throw KeyError(
          description: "\(keyPath): keys lie inside the data directory \(dataPath); whoever takes one takes "
            + "both. Move them and set MINBAR_KEYS")
      }
      guard !dataPath.utf8.starts(with: (keyPath + "/").utf8) else {
        throw KeyError(
          description: "\(dataPath): data lie inside the key directory \(keyPath); whoever takes one takes both. "
            + "Give the keys a directory of their own and set MINBAR_KEYS")
      }
      if let stray = KeyFolder.names(in: dataPath).first {
        throw KeyError(
          description: "\(dataPath)/\(stray): a key lies beside the data; whoever takes one takes both. Move it to "
            + "\(keyPath), or delete it")
      }
    }
    var status = stat()
    guard stat(keyPath, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw KeyError(description: "\(keyPath): open to other users; run: chmod 700 '\(keyPath)'")
    }
  }
}
