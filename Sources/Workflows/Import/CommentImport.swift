import Protection
import Records
import Storage

/// Protects and stores the comments of one file.
final class CommentImport {
  private let store: CommentStore
  private let protector: CommentProtector

  init(_ context: ImportContext, source: Int64) throws {
    let key = try context.makeImportKey()
    try context.writer.keepKey(key.wrapped, of: source)
    self.store = try CommentStore(context.writer, source: source)
    self.protector = try CommentProtector(keys: context.keys, quarter: context.quarter, importKey: key.key)
  }

  /// - Returns: what became of it; nil when the file holds it twice.
  func add(
    _ comment: borrowing RawComment, isByOwner: Bool, post: Int64, externalID: String, _ platform: Platform
  ) throws -> RowOutcome? {
    let keepsText = { (identity: Mark) in try !self.store.isTallied(identity, post: post) }
    let protected = try protector.protect(
      comment, isByOwner: isByOwner, post: post, postID: externalID, platform: platform, keepsText: keepsText,
      emit: store.add(_:))
    if let outcome = try store.add(protected, post: post) { return outcome }
    guard !protected.hasID else { return nil }
    // Without ids, the same words of the same author are told apart by counting: people do say "Amen" twice.
    for ordinal in 1...Self.repeatLimit {
      let next = try protector.again(
        protected, comment, post: post, postID: externalID, platform: platform, ordinal: ordinal, keepsText: keepsText,
        emit: store.add(_:))
      if let outcome = try store.add(next, post: post) { return outcome }
    }
    return nil
  }

  func finish() throws {
    try protector.finish(emit: store.add(_:))
    _ = try store.finish()
  }

  private static let repeatLimit = 200
}
