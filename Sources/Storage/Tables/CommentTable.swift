import Foundation
import GRDB
import GRDBSQLite
package import Protection
import Records

/// Stores the comments of one file. Millions of rows go through here, so it binds through SQLite's own interface:
/// GRDB's conveniences cost as much again as the insert itself.
package final class CommentStore {
  private let db: Database
  private let source: Int64
  private let insert: Statement
  private let earlier: Statement
  private var batches: [Int64: Batch] = [:]

  private struct Batch {
    /// False while no other import has comments of this post: then nothing needs to be looked up.
    let hasEarlier: Bool
    var count = 0
  }

  package init(_ writer: ArchiveWriter, source: Int64) throws {
    self.db = writer.db
    self.source = source
    self.insert = try db.makeStatement(
      sql: """
        INSERT OR IGNORE INTO comment_sighting (post, identity, source_file, row, author, flags, text_mark,
          published_at, published_precision, likes, block, slot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    self.earlier = try db.makeStatement(
      sql: """
        SELECT text_mark, likes, author FROM comment_sighting WHERE post = ? AND identity = ? AND source_file < ?
        ORDER BY source_file DESC LIMIT 1
        """)
  }

  /// Stores one comment; nil when this file has said the same comment before.
  package func add(_ comment: ProtectedComment, post: Int64) throws -> RowOutcome? {
    let batch = try batches[post] ?? openBatch(post)
    let known = batch.hasEarlier ? try find(comment, post: post) : nil
    guard try store(comment, post: post, author: known?.author) else {
      batches[post] = batch
      return nil
    }
    batches[post] = Batch(hasEarlier: batch.hasEarlier, count: batch.count + 1)
    guard let known else { return .accepted }
    let isSame = known.textMark == Int64(bitPattern: comment.textMark) && known.likes == comment.likes.value
    return isSame ? .unchanged : .restated
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
    for (post, batch) in batches {
      try db.execute(
        sql: "UPDATE comment_batch SET count = ? WHERE post = ? AND source_file = ?",
        arguments: [batch.count, post, source])
      try ArchiveWriter(db).markStale(post: post)
    }
    return batches.keys.sorted()
  }

  private func openBatch(_ post: Int64) throws -> Batch {
    let hasEarlier =
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM comment_batch WHERE post = ?)", arguments: [post]) ?? false
    try db.execute(
      sql: "INSERT INTO comment_batch (post, source_file, count) VALUES (?, ?, 0)", arguments: [post, source])
    return Batch(hasEarlier: hasEarlier)
  }

  private func find(
    _ comment: ProtectedComment, post: Int64
  ) throws -> (textMark: Int64, likes: Int?, author: [UInt8]?)? {
    let identity = comment.identity.withBytes { Data($0) }
    return try Row.fetchOne(earlier, arguments: [post, identity, source]).map { row in
      (row[0], row[1], (row[2] as Data?).map(Array.init))
    }
  }

  /// - Returns: false when the comment is there already.
  private func store(_ comment: ProtectedComment, post: Int64, author known: [UInt8]?) throws -> Bool {
    let statement = insert.sqliteStatement
    sqlite3_reset(statement)
    sqlite3_bind_int64(statement, 1, post)
    comment.identity.withBytes { bind($0, at: 2) }
    sqlite3_bind_int64(statement, 3, source)
    sqlite3_bind_int64(statement, 4, Int64(comment.row))
    bindAuthor(comment.author, known: known)
    sqlite3_bind_int64(statement, 6, Int64(CommentFlags(comment).rawValue))
    sqlite3_bind_int64(statement, 7, Int64(bitPattern: comment.textMark))
    bindTime(comment)
    if let likes = comment.likes.value {
      sqlite3_bind_int64(statement, 10, Int64(likes))
    } else {
      sqlite3_bind_null(statement, 10)
    }
    sqlite3_bind_int64(statement, 11, Int64(comment.block))
    sqlite3_bind_int64(statement, 12, Int64(comment.slot))
    guard sqlite3_step(statement) == SQLITE_DONE else { throw failure() }
    return sqlite3_changes(db.sqliteConnection) == 1
  }

  /// The pseudonym of first receipt stays: it was made with the key of that quarter.
  private func bindAuthor(_ author: Mark?, known: [UInt8]?) {
    if let known {
      known.withUnsafeBytes { bind($0, at: 5) }
    } else if let author {
      author.withBytes { bind($0, at: 5) }
    } else {
      sqlite3_bind_null(insert.sqliteStatement, 5)
    }
  }

  private func bindTime(_ comment: ProtectedComment) {
    let statement = insert.sqliteStatement
    guard let time = comment.publishedAt else {
      sqlite3_bind_null(statement, 8)
      sqlite3_bind_null(statement, 9)
      return
    }
    sqlite3_bind_int64(statement, 8, time.seconds)
    bindStatic(CommentStore.precisionNames[comment.publishedPrecision], at: 9)
  }

  private static let precisionNames: [TimePrecision: StaticString] = [
    .second: "second", .minute: "minute", .day: "day", .estimate: "estimate",
  ]

  private func bindStatic(_ text: StaticString?, at index: Int32) {
    guard let text else { return }
    text.withUTF8Buffer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text(
          insert.sqliteStatement, index, characters.baseAddress, Int32(characters.count), nil)
      }
    }
  }

  /// SQLite copies the bytes (a nil destructor would mean they live on).
  private func bind(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_blob(insert.sqliteStatement, index, bytes.baseAddress, Int32(bytes.count), transient)
  }

  private func failure() -> ArchiveError {
    let message = sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) } ?? "unknown"
    return .cannotOpen("minbar.db", reason: message)
  }
}

/// What is kept of a comment besides marks and numbers, as bits.
struct CommentFlags: OptionSet {
  let rawValue: Int
  static let reply = CommentFlags(rawValue: 1)
  static let byCreator = CommentFlags(rawValue: 2)
  static let hasID = CommentFlags(rawValue: 4)
  static let likesApproximate = CommentFlags(rawValue: 8)

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
