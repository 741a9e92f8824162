import Foundation
import GRDB
package import Protection
import Records

/// Stores the comments of one file. Millions of rows go through here.
package final class CommentStore {
  private let db: Database
  private let source: Int64
  private let inserter: RowInserter
  private let earlier: Statement
  private var batches: [Int64: Batch] = [:]
  /// The batch at hand, which is not in the table of them: exports list comments post by post.
  private var current: (post: Int64, batch: Batch)?
  /// What was looked up last: the text is asked for right before the row.
  private var lastFound: (post: Int64, identity: Mark, known: Known?)?

  /// What an earlier import says of a comment.
  private struct Known {
    let textMark: Int64
    let likes: Int?
    let author: [UInt8]?
    let flags: Int
    var isTallied: Bool { flags & CommentFlags.tallied.rawValue != 0 }
  }

  private struct Batch {
    /// False while no other import has comments of this post: then nothing needs to be looked up.
    let hasEarlier: Bool
    var count = 0
  }

  package init(_ writer: ArchiveWriter, source: Int64) throws {
    self.db = writer.db
    self.source = source
    self.inserter = try RowInserter(
      db,
      sql: """
        INSERT OR IGNORE INTO comment_sighting (post, identity, source_file, row, author, flags, text_mark,
          published_at, published_precision, likes, block, slot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    self.earlier = try db.cachedStatement(
      sql: """
        SELECT text_mark, likes, author, flags FROM comment_sighting WHERE post = ? AND identity = ? AND source_file < ?
        ORDER BY source_file DESC LIMIT 1
        """)
  }

  /// Stores one comment; nil when this file has said the same comment before.
  package func add(_ comment: ProtectedComment, post: Int64) throws -> RowOutcome? {
    let batch = try batch(of: post)
    let known = batch.hasEarlier ? try find(comment.identity, post: post) : nil
    guard try store(comment, post: post, known: known) else { return nil }
    current = (post, Batch(hasEarlier: batch.hasEarlier, count: batch.count + 1))
    guard let known else { return .accepted }
    let isSame = known.textMark == Int64(bitPattern: comment.textMark) && known.likes == comment.likes.value
    return isSame ? .unchanged : .restated
  }

  /// Whether a comment's words were let go before, so that they are not kept again.
  package func isTallied(_ identity: Mark, post: Int64) throws -> Bool {
    try batch(of: post).hasEarlier ? try find(identity, post: post)?.isTallied ?? false : false
  }

  /// Stores a block of sealed texts.
  package func add(_ block: SealedBlock) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO text_block (source_file, number, post, count, sealed) VALUES (?, ?, ?, ?, ?)")
    try block.sealed.withUnsafeBytes { bytes in
      try statement.execute(arguments: [
        source, block.number, block.post, block.count, Data(bytes),
      ])
    }
  }

  /// Writes down how many comments of which posts came in.
  /// - Returns: the posts.
  package func finish() throws -> [Int64] {
    if let current { batches[current.post] = current.batch }
    current = nil
    for (post, batch) in batches {
      try db.run("UPDATE comment_batch SET count = ? WHERE post = ? AND source_file = ?", [batch.count, post, source])
      try ArchiveWriter(db).markStale(post: post)
    }
    return batches.keys.sorted()
  }

  private func batch(of post: Int64) throws -> Batch {
    if let current {
      if current.post == post { return current.batch }
      batches[current.post] = current.batch
    }
    let batch = try batches[post] ?? openBatch(post)
    current = (post, batch)
    return batch
  }

  private func openBatch(_ post: Int64) throws -> Batch {
    let hasEarlier =
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM comment_batch WHERE post = ?)"), arguments: [post])
      ?? false
    try db.run("INSERT INTO comment_batch (post, source_file, count) VALUES (?, ?, 0)", [post, source])
    return Batch(hasEarlier: hasEarlier)
  }

  private func find(_ identity: Mark, post: Int64) throws -> Known? {
    if let lastFound, lastFound.post == post, lastFound.identity == identity { return lastFound.known }
    let bytes = identity.withBytes { Data($0) }
    let known = try Row.fetchOne(earlier, arguments: [post, bytes, source]).map { row in
      Known(textMark: row[0], likes: row[1], author: (row[2] as Data?).map(Array.init), flags: row[3])
    }
    lastFound = (post, identity, known)
    return known
  }

  /// - Returns: false when the comment is there already.
  private func store(_ comment: ProtectedComment, post: Int64, known: Known?) throws -> Bool {
    try inserter.insert { row in
      row.add(post)
      comment.identity.withBytes { row.add($0) }
      row.add(source)
      row.add(Int64(comment.row))
      addAuthor(comment.author, known: known?.author, to: &row)
      row.add(CommentFlags(comment).union(known?.isTallied == true ? .tallied : []).rawValue)
      row.add(Int64(bitPattern: comment.textMark))
      addTime(comment, to: &row)
      if let likes = comment.likes.value { row.add(Int64(likes)) } else { row.addNull() }
      row.add(Int64(comment.block))
      row.add(Int64(comment.slot))
    }
  }

  /// The pseudonym of first receipt stays: it was made with the key of that quarter.
  private func addAuthor(_ author: Mark?, known: [UInt8]?, to row: inout RowValues) {
    if let known {
      known.withUnsafeBytes { row.add($0) }
    } else if let author {
      author.withBytes { row.add($0) }
    } else {
      row.addNull()
    }
  }

  private func addTime(_ comment: ProtectedComment, to row: inout RowValues) {
    guard let time = comment.publishedAt else {
      row.addNull()
      row.addNull()
      return
    }
    row.add(time.seconds)
    row.add(Self.name(of: comment.publishedPrecision))
  }

  /// As `rawValue`, without making a string for each row.
  private static func name(of precision: TimePrecision) -> StaticString {
    switch precision {
    case .second: "second"
    case .minute: "minute"
    case .day: "day"
    case .estimate: "estimate"
    }
  }
}

/// What is kept of a comment besides marks and numbers, as bits.
struct CommentFlags: OptionSet {
  let rawValue: Int
  static let reply = CommentFlags(rawValue: 1)
  static let byCreator = CommentFlags(rawValue: 2)
  static let hasID = CommentFlags(rawValue: 4)
  static let likesApproximate = CommentFlags(rawValue: 8)
  /// Its words have expired; it lives on in the frozen tallies and is never read again.
  static let tallied = CommentFlags(rawValue: 16)

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  init(_ comment: ProtectedComment) {
    var flags: CommentFlags = []
    if comment.isReply { flags.insert(.reply) }
    if comment.authorIsCreator { flags.insert(.byCreator) }
    if comment.hasID { flags.insert(.hasID) }
    if comment.likes.isApproximate { flags.insert(.likesApproximate) }
    self = flags
  }
}
