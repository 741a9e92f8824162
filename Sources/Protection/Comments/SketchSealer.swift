package import Crypto
package import Records

/// Hides what comments resemble. A sketch is laid under a pad of its own, made from the identity key and what the comment
/// is: without the key nobody sees a sketch, nor that two of them are alike.
package struct SketchSealer: Sendable {
  /// Bytes of a sealed sketch: the sketch and a check that the right key opened it.
  package static let size = CommentSketch.count * 2 + checkSize
  private static let checkSize = 2

  private let keyed: HMAC<SHA512>

  package init(_ keys: KeyRing) throws { self.init(key: try keys.key(.identity)) }

  package init(key: SymmetricKey) {
    let own = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: Array("comment-sketch".utf8), outputByteCount: 32)
    keyed = HMAC<SHA512>(key: own)
  }

  /// - Parameters:
  ///   - post: the post's row; `identity` and `textMark` tell which words of which comment the sketch is of. No two texts
  ///     share a pad.
  package func seal(_ sketch: CommentSketch, post: Int64, identity: some Sequence<UInt8>, textMark: Int64) -> [UInt8] {
    let plain =
      sketch.values.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } + Array(repeating: 0, count: Self.checkSize)
    return zip(plain, pad(post, identity, textMark)).map { $0 ^ $1 }
  }

  /// Nil where another key sealed it, or it is damaged.
  package func open(
    _ sealed: some Collection<UInt8>, post: Int64, identity: some Sequence<UInt8>, textMark: Int64
  ) -> CommentSketch? {
    guard sealed.count == Self.size else { return nil }
    let plain = zip(sealed, pad(post, identity, textMark)).map { $0 ^ $1 }
    guard plain.suffix(Self.checkSize).allSatisfy({ $0 == 0 }) else { return nil }
    return CommentSketch(
      values: (0..<CommentSketch.count).map { UInt16(plain[2 * $0]) << 8 | UInt16(plain[2 * $0 + 1]) })
  }

  private func pad(_ post: Int64, _ identity: some Sequence<UInt8>, _ textMark: Int64) -> [UInt8] {
    var hmac = keyed
    for number in [post, textMark] {
      withUnsafeBytes(of: number.bigEndian) { hmac.update(data: $0) }
    }
    hmac.update(data: Array(identity))
    return Array(hmac.finalize())
  }
}
