package import Crypto
import Glibc

extension KeyRing {
  /// Destroys the key for a purpose.
  /// - Throws: `KeyError` when there is none, or it cannot be removed.
  package func destroy(_ purpose: KeyPurpose) throws {
    forget(purpose)
    try KeyFolder.destroy(purpose.fileName, in: directory)
  }

  /// A new key for a purpose, written beside the one in force. It counts once `finishRotation` ran.
  package func beginRotation(_ purpose: KeyPurpose) throws -> (key: SymmetricKey, mark: [UInt8]) {
    let path = next(purpose)
    unlink(path)
    let key = SymmetricKey(size: .bits256)
    try KeyFile.create(path, key: key)
    KeyFolder.syncDirectory(directory)
    return (key, KeyMark.bytes(of: key))
  }

  /// Puts the new key in the place of the old one, which is overwritten first.
  package func finishRotation(_ purpose: KeyPurpose) throws {
    if has(purpose) { try destroy(purpose) }
    forget(purpose)
    guard rename(next(purpose), path(purpose)) == 0 else {
      throw KeyError(
        description: "\(next(purpose)): \(String(cString: strerror(errno))); rename it to \(purpose.fileName)")
    }
    KeyFolder.syncDirectory(directory)
  }

  /// Ends a rotation that was cut off: the archive's mark tells which key is in force.
  /// - Parameter mark: what the archive says of the key for this purpose.
  package func settle(_ purpose: KeyPurpose, mark: [UInt8]) throws {
    guard access(next(purpose), F_OK) == 0 else { return }
    let waiting = try KeyFile.read(next(purpose)).map(KeyMark.bytes)
    if waiting == mark {
      try finishRotation(purpose)
    } else {
      try KeyFolder.destroy(purpose.fileName + ".next", in: directory)
    }
  }

  private func next(_ purpose: KeyPurpose) -> String { path(purpose) + ".next" }
}
