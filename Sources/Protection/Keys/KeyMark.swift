import Crypto
import FoundationEssentials

/// Names a key without telling it.
enum KeyMark {
  /// Eight bytes, derived one way from the 32 random bytes of a key.
  static func bytes(of key: SymmetricKey) -> [UInt8] {
    HMAC<SHA256>.authenticationCode(for: Data("minbar key mark".utf8), using: key).prefix(8).map { $0 }
  }
}
