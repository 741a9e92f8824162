import Crypto

/// HMAC-SHA-256 (RFC 2104) under one key, cut to 16 bytes. Keeps both keyed states, which halves the cost of a mark; made of
/// the hash itself, since Crypto's generic HMAC takes as long again to find its way to it.
struct MarkMaker {
  private let inner: SHA256
  private let outer: SHA256

  init(key: SymmetricKey) {
    let block = Self.block(of: key)
    inner = Self.keyed(block, 0x36)
    outer = Self.keyed(block, 0x5C)
  }

  /// A key of its own for a purpose, derived by HKDF, so that marks of two posts cannot be compared.
  init(from key: SymmetricKey, purpose: String) {
    self.init(
      key: HKDF<SHA256>.deriveKey(
        inputKeyMaterial: key, info: Array(purpose.utf8), outputByteCount: 32))
  }

  func mark(_ bytes: UnsafeRawBufferPointer) -> Mark {
    var hash = inner
    hash.update(bufferPointer: bytes)
    return finish(hash)
  }

  /// Of one text behind the other.
  func mark(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Mark {
    var hash = inner
    hash.update(bufferPointer: first)
    hash.update(bufferPointer: second)
    return finish(hash)
  }

  private func finish(_ hash: SHA256) -> Mark {
    var hashed = outer
    hash.finalize().withUnsafeBytes { hashed.update(bufferPointer: $0) }
    return hashed.finalize().withUnsafeBytes { Mark($0) }
  }

  /// The key, filled up to a block of the hash; a longer one is hashed first.
  private static func block(of key: SymmetricKey) -> [UInt8] {
    let bytes = key.withUnsafeBytes { $0.count <= SHA256.blockByteCount ? Array($0) : Array(SHA256.hash(data: $0)) }
    return bytes + [UInt8](repeating: 0, count: SHA256.blockByteCount - bytes.count)
  }

  private static func keyed(_ block: [UInt8], _ pad: UInt8) -> SHA256 {
    var hash = SHA256()
    block.map { $0 ^ pad }.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash
  }
}
