import Crypto
import Protection
import Storage

/// Opens sealed comments.
final class CommentOpener {
  private let textKey: SymmetricKey
  private var keys: [[UInt8]: SymmetricKey] = [:]

  init(_ keys: KeyRing) throws {
    textKey = try keys.key(.text)
  }

  /// The comments that a block lists, each with its words.
  func open(_ block: UnreadBlock) throws -> [(comment: UnreadComment, text: [UInt8])] {
    let texts = try TextBlocks.open(block.sealed, number: block.number, key: try key(block.wrappedKey))
    return block.comments.filter { texts.indices.contains($0.slot) }.map { ($0, Array(texts[$0.slot])) }
  }

  private func key(_ wrapped: [UInt8]) throws -> SymmetricKey {
    if let key = keys[wrapped] { return key }
    let key = try ImportKey(wrapped: wrapped, textKey: textKey).key
    keys[wrapped] = key
    return key
  }
}
