import Crypto
import Protection
import Records
import Storage

/// Takes expired texts out of sealed blocks in which others stay: a comment that several exports hold counts from the
/// first of them.
final class BlockThinning {
  private let workspace: Workspace
  private let writer: ArchiveWriter
  private var textKey: SymmetricKey?
  /// Files whose blocks changed.
  private(set) var sources: Set<Int64> = []

  init(_ workspace: Workspace, _ writer: ArchiveWriter) {
    self.workspace = workspace
    self.writer = writer
  }

  /// Without the text key the blocks cannot be opened by anybody, and go as they are.
  func thin(_ expiry: CommentExpiry, receivedAfter cutoff: Instant) throws {
    let blocks = try expiry.blocks(receivedAfter: cutoff)
    for (source, own) in Dictionary(grouping: blocks, by: \.source).sorted(by: { $0.key < $1.key }) {
      let left = try own.map { block in (old: block.number, new: try thinned(block)) }
      try expiry.replace(left, of: source)
      sources.insert(source)
    }
  }

  private func thinned(_ block: ExpiringBlock) throws -> SealedBlock? {
    guard let textKey = key() else { return nil }
    let key = try ImportKey(wrapped: block.wrappedKey, textKey: textKey).key
    return try TextBlocks.blanked(
      block.sealed, number: block.number, post: block.post, key: key, slots: block.slots)
  }

  private func key() -> SymmetricKey? {
    if textKey == nil { textKey = try? workspace.keyRing().key(.text) }
    return textKey
  }
}
