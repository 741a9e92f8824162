import Protection
import Records
import Storage

/// Opens the sealed comments of a post that are not read yet, reads them, and keeps what was read, not the words.
final class CommentReader {
  private let pool: ReadingPool
  private let writer: ArchiveWriter
  private let reader: Int64
  private let opener: CommentOpener
  private let store: CommentReadingStore
  private let sealer: SketchSealer
  private var waiting: [(comment: UnreadComment, text: PendingText)] = []
  private var waitingBytes = 0

  /// Texts that are open at the same time, in bytes.
  private static let openLimit = 4 << 20

  init(_ pool: ReadingPool, _ writer: ArchiveWriter, reader: Int64, keys: KeyRing) throws {
    self.pool = pool
    self.writer = writer
    self.reader = reader
    self.opener = try CommentOpener(keys)
    self.sealer = try SketchSealer(keys)
    self.store = try CommentReadingStore(writer, reader: reader)
  }

  /// - Returns: how many comments were read.
  func read(_ post: Int64) throws -> Int {
    var count = 0
    try writer.reader.forEachUnreadBlock(of: post, reader: reader) { block in
      for (comment, bytes) in try opener.open(block) {
        waiting.append((comment, PendingText(bytes: bytes, kind: .comment)))
        waitingBytes += bytes.count
      }
      count += block.comments.count
      if waitingBytes >= Self.openLimit { try flush(post) }
    }
    try flush(post)
    return count
  }

  private func flush(_ post: Int64) throws {
    let readings = pool.readComments(waiting.map(\.text))
    for (item, read) in zip(waiting, readings) {
      let comment = item.comment
      let sketch = read.sketch.map {
        sealer.seal($0, post: post, identity: comment.identity, textMark: comment.textMark)
      }
      try store.save(read.reading, of: comment, post: post, sketch: sketch)
    }
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
  }
}
