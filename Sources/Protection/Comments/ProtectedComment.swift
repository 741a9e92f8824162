package import Records

/// A comment after its author's name and the private parts of its text are gone. Only `CommentProtector` makes one, and
/// Storage accepts nothing else.
package struct ProtectedComment: Sendable {
  /// Finds the comment again in later imports.
  package let identity: Mark
  /// True when the export has an id for it; without one, `identity` stands for author, text and ordinal.
  package let hasID: Bool
  package let isReply: Bool
  /// Nil when the export does not tell the author.
  package let author: Mark?
  package let authorIsCreator: Bool
  /// Changes when the text changes; 8 bytes under a key.
  package let textMark: UInt64
  package let publishedAt: Instant?
  package let publishedPrecision: TimePrecision
  package let likes: Reported<Int>
  /// Where the sealed text lies: block of this import, slot in the block.
  package let block: Int32
  package let slot: Int32
  package let row: Int

  /// Where a text lies that is not kept.
  static let nowhere: (block: Int32, slot: Int32) = (-1, -1)
}
