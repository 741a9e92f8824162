package import Crypto
import FoundationEssentials

/// Seals bytes with AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag. The context is authenticated, so that a
/// sealed piece cannot be passed off as another.
package enum Sealer {
  package static func seal(
    _ bytes: some Sequence<UInt8>, with key: SymmetricKey, context: String
  ) throws -> [UInt8] {
    let box = try AES.GCM.seal(Data(bytes), using: key, authenticating: Data(context.utf8))
    return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
  }

  /// - Throws: `KeyError` when the key is another one or the bytes were changed.
  package static func open(
    _ sealed: [UInt8], with key: SymmetricKey, context: String
  ) throws -> [UInt8] {
    do {
      let box = try AES.GCM.SealedBox(combined: Data(sealed))
      return Array(try AES.GCM.open(box, using: key, authenticating: Data(context.utf8)))
    } catch {
      throw KeyError(
        description: "\(context): sealed with another key, or changed since; check MINBAR_KEYS")
    }
  }
}
