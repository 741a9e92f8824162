package import Crypto
package import Records

/// Turns raw comments into protected ones. One a import; names never leave it.
package final class CommentProtector {
  private let identityKey: SymmetricKey
  private let authors: MarkMaker
  private let texts: MarkMaker
  private var blocks: BlockBuilder
  private var posts: [Int64: MarkMaker] = [:]
  /// Exports list comments post by post.
  private var lastPost: (id: Int64, marks: MarkMaker)?
  private var seenAuthors: [String: Mark] = [:]
  private var scrubbed: [UInt8] = []

  private static let cacheLimit = 100_000

  /// - Parameters:
  ///   - quarter: the quarter in which the import is received; it chooses the authors' key.
  ///   - importKey: a fresh key that seals this import's texts.
  package init(keys: KeyRing, quarter: Quarter, importKey: SymmetricKey) throws {
    self.identityKey = try keys.key(.identity)
    self.authors = MarkMaker(key: try keys.makeIfMissing(.author(quarter)))
    self.texts = MarkMaker(from: identityKey, purpose: "text")
    self.blocks = BlockBuilder(key: importKey)
  }

  /// Protects one comment.
  /// - Parameters:
  ///   - isByOwner: whether its author is known to own the post, besides what the comment says of itself.
  ///   - post: the post's row in the archive; `postID` and `platform` name it in the marks.
  ///   - keepsText: asked whether the words of the comment with this identity are to be kept: those that were let go
  ///     once never come back.
  ///   - emit: receives blocks of sealed texts as they fill up.
  package func protect(
    _ comment: borrowing RawComment, isByOwner: Bool = false, post: Int64, postID: String, platform: Platform,
    keepsText: (Mark) throws -> Bool = { _ in true }, emit: (SealedBlock) throws -> Void
  ) throws -> ProtectedComment {
    scrub(comment.text)
    let marks = postMarks(post, postID: postID, platform: platform)
    let identity = identity(of: comment, marks: marks, ordinal: 0)
    let place =
      try keepsText(identity) ? try blocks.add(scrubbed, post: post, emit: emit) : ProtectedComment.nowhere
    return ProtectedComment(
      identity: identity, hasID: comment.id != nil,
      isReply: comment.parentID != nil, author: author(comment.author, platform: platform),
      authorIsCreator: comment.authorIsCreator || isByOwner, textMark: textMark(),
      publishedAt: comment.publishedAt, publishedPrecision: comment.publishedPrecision,
      likes: comment.likes, block: place.block, slot: place.slot, row: comment.row)
  }

  /// The comment that was protected last, as the `ordinal`-th of its author with the same words; for exports without
  /// ids.
  package func again(
    _ protected: ProtectedComment, _ comment: borrowing RawComment, post: Int64, postID: String, platform: Platform,
    ordinal: Int, keepsText: (Mark) throws -> Bool = { _ in true }, emit: (SealedBlock) throws -> Void = { _ in }
  ) throws -> ProtectedComment {
    let marks = postMarks(post, postID: postID, platform: platform)
    let identity = identity(of: comment, marks: marks, ordinal: ordinal)
    var place = (block: protected.block, slot: protected.slot)
    if place == ProtectedComment.nowhere, try keepsText(identity) {
      place = try blocks.add(scrubbed, post: post, emit: emit)
    }
    return ProtectedComment(
      identity: identity, hasID: false,
      isReply: protected.isReply, author: protected.author,
      authorIsCreator: protected.authorIsCreator, textMark: protected.textMark,
      publishedAt: protected.publishedAt, publishedPrecision: protected.publishedPrecision,
      likes: protected.likes, block: place.block, slot: place.slot, row: protected.row)
  }

  /// Seals the texts that are still waiting.
  package func finish(emit: (SealedBlock) throws -> Void) throws {
    try blocks.finish(emit: emit)
  }

  private func scrub(_ text: String) {
    scrubbed.removeAll(keepingCapacity: true)
    var text = text
    text.withUTF8 { TextScrubber.scrub($0, into: &scrubbed) }
  }

  private func textMark() -> UInt64 {
    scrubbed.withUnsafeBytes { texts.mark($0).high }
  }

  private func postMarks(_ post: Int64, postID: String, platform: Platform) -> MarkMaker {
    if let lastPost, lastPost.id == post { return lastPost.marks }
    if posts.count >= Self.cacheLimit { posts.removeAll(keepingCapacity: true) }
    let marks = posts[post] ?? MarkMaker(from: identityKey, purpose: "comment|\(platform.rawValue)|\(postID)")
    posts[post] = marks
    lastPost = (post, marks)
    return marks
  }

  private func identity(
    of comment: borrowing RawComment, marks: MarkMaker, ordinal: Int
  ) -> Mark {
    if var id = comment.id {
      return id.withUTF8 { marks.mark(UnsafeRawBufferPointer($0)) }
    }
    // A comment without an id is its author, its words and its place among equals.
    var head = "\(comment.author ?? "")\u{0}\(ordinal)\u{0}"
    return head.withUTF8 { head in
      scrubbed.withUnsafeBytes { marks.mark(UnsafeRawBufferPointer(head), $0) }
    }
  }

  private func author(_ name: String?, platform: Platform) -> Mark? {
    guard let name, !name.isEmpty else { return nil }
    if let mark = seenAuthors[name] { return mark }
    if seenAuthors.count >= Self.cacheLimit { seenAuthors.removeAll(keepingCapacity: true) }
    var canonical = platform.rawValue + "|" + AuthorName.canonical(name)
    let mark = canonical.withUTF8 { authors.mark(UnsafeRawBufferPointer($0)) }
    seenAuthors[name] = mark
    return mark
  }
}

/// One spelling for an author: no leading `@`, no spaces around, ASCII letters small. Channel ids keep their case.
enum AuthorName {
  static func canonical(_ name: String) -> String {
    var bytes = Array(name.utf8)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let start = bytes.firstIndex { $0 > 0x20 && $0 != UInt8(ascii: "@") } ?? bytes.count
    bytes.removeFirst(start)
    let isChannelID = bytes.count == 24 && bytes.starts(with: Array("UC".utf8))
    if !isChannelID {
      for index in bytes.indices where bytes[index] >= 0x41 && bytes[index] <= 0x5A { bytes[index] |= 0x20 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
