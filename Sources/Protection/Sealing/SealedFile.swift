package import Crypto
import FoundationEssentials
import Glibc

/// A small file that is read and written whole, sealed, mode 0600. Replaced atomically: a power cut leaves the old or
/// the new one.
package struct SealedFile: Sendable {
  package let path: String
  private let key: SymmetricKey
  private let context: String

  package init(path: String, key: SymmetricKey, context: String) {
    self.path = path
    self.key = key
    self.context = context
  }

  /// The content, or nil when there is no such file.
  package func read() throws -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try Sealer.open(Array(Data(contentsOf: URL(filePath: path))), with: key, context: context)
  }

  package func write(_ bytes: [UInt8]) throws {
    let sealed = try Sealer.seal(bytes, with: key, context: context)
    let fresh = path + ".new"
    let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.failure(path) }
    let written = Glibc.write(file, sealed, sealed.count) == sealed.count && fsync(file) == 0
    close(file)
    guard written, rename(fresh, path) == 0 else { throw Self.failure(path) }
  }

  private static func failure(_ path: String) -> KeyError {
    KeyError(description: "\(path): \(String(cString: strerror(errno))); check permissions and free space")
  }
}
