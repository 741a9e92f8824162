import Foundation
import GRDB
package import Protection
package import Records

/// What of an import can expire.
package enum ExpiryKind: String, Sendable, CaseIterable {
  /// Words of comments and what was read of each.
  case texts
  /// Marks, times and likes of comments.
  case rows
}

/// A sealed block in which some texts are to be let go.
package struct ExpiringBlock: Sendable {
  package let source: Int64
  package let number: Int32
  package let post: Int64
  package let sealed: [UInt8]
  package let wrappedKey: [UInt8]
  package let slots: Set<Int>
}

extension ArchiveReader {
  /// Imports received through a moment of which something has not expired yet.
  package func importsToExpire(_ what: ExpiryKind, through cutoff: Instant) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM import WHERE received_at <= ? AND NOT EXISTS (
          SELECT 1 FROM expiry WHERE expiry.import = import.id AND what = ?) ORDER BY id
        """, arguments: [cutoff.seconds, what.rawValue])
  }

  /// Posts of which an import holds comments.
  package func commentedPosts(ofImport number: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT b.post FROM source_file f JOIN comment_batch b ON b.source_file = f.id WHERE f.import = ? ORDER BY 1
        """, arguments: [number])
  }

  /// The newest moment at which anything was received.
  package func lastReceipt() throws -> Instant? {
    try Int64.fetchOne(db, sql: "SELECT max(received_at) FROM import").map(Instant.init(seconds:))
  }

  /// The moment through which a post's comments are tallied and their rows gone.
  package func closedThrough(post: Int64) throws -> Instant? {
    let statement = try db.cachedStatement(sql: "SELECT through FROM closed_post WHERE post = ?")
    return try Int64.fetchOne(statement, arguments: [post]).map(Instant.init(seconds:))
  }
}

/// Lets comments of one post go, in one transaction.
package struct CommentExpiry {
  private let db: Database
  private let post: Int64

  /// Chooses the comments that were first received through `cutoff` and are not tallied yet.
  package init(_ writer: ArchiveWriter, post: Int64, through cutoff: Instant) throws {
    db = writer.db
    self.post = post
    try db.execute(sql: "CREATE TEMP TABLE IF NOT EXISTS expiring (identity BLOB NOT NULL PRIMARY KEY) WITHOUT ROWID")
    try db.execute(sql: "DELETE FROM temp.expiring")
    try db.execute(
      sql: """
        INSERT INTO temp.expiring SELECT s.identity FROM comment_sighting s JOIN source_file f ON f.id = s.source_file
        JOIN import i ON i.id = f.import WHERE s.post = ? GROUP BY s.identity
        HAVING min(i.received_at) <= ? AND max(s.flags & 16) = 0
        """, arguments: [post, cutoff.seconds])
  }

  package var count: Int { get throws { try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.expiring") ?? 0 } }

  /// Comments that nobody read yet, or not since their words changed.
  package var unread: Int {
    get throws {
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM temp.expiring e JOIN comment_sighting s ON s.post = ?1 AND s.identity = e.identity
          LEFT JOIN comment_reading r ON r.post = s.post AND r.identity = s.identity
          WHERE r.text_mark IS NOT s.text_mark AND NOT EXISTS (SELECT 1 FROM comment_sighting later
            WHERE later.post = s.post AND later.identity = s.identity AND later.source_file > s.source_file)
            AND EXISTS (SELECT 1 FROM text_block t WHERE t.source_file = s.source_file AND t.number = s.block)
          """, arguments: [post]) ?? 0
    }
  }

  /// Adds the comments to the frozen tallies, and deletes their readings and codes.
  package func freeze(zoneOffset: Int) throws {
    try db.execute(sql: Self.freezeSQL, arguments: ["post": post, "offset": zoneOffset])
    for table in ["comment_reading", "coded_text"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE post = ? AND identity IN (SELECT identity FROM temp.expiring)",
        arguments: [post])
    }
    try db.execute(
      sql: """
        UPDATE comment_sighting SET flags = flags | 16 WHERE post = ?
          AND identity IN (SELECT identity FROM temp.expiring)
        """, arguments: [post])
    let reader = try Int64.fetchOne(
      db, sql: "SELECT reader FROM comment_rollup WHERE post = ? AND frozen = 0 LIMIT 1", arguments: [post])
    if let reader { try ArchiveWriter(db).recount(post: post, reader: reader, zoneOffset: zoneOffset) }
  }

  /// Commenters of merged cells are a lower bound: the largest part.
  private static let freezeSQL = """
    INSERT INTO comment_rollup (post, month, language, kind, label, reader, frozen, comments, commenters)
    \(ArchiveWriter.labelledSQL(of: "s.identity IN (SELECT identity FROM temp.expiring)"))
    SELECT :post, month, language, kind, label, reader, 1, count(*), count(DISTINCT coalesce(author, identity))
    FROM labelled WHERE true GROUP BY month, language, kind, label, reader
    ON CONFLICT (post, month, language, kind, label, reader, frozen) DO UPDATE
      SET comments = comments + excluded.comments, commenters = max(commenters, excluded.commenters)
    """

  /// Blocks in which these comments' words lie beside words that stay.
  package func blocks(receivedAfter cutoff: Instant) throws -> [ExpiringBlock] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.source_file, s.block, group_concat(s.slot) AS slots FROM temp.expiring e
        CROSS JOIN comment_sighting s ON s.post = ?1 AND s.identity = e.identity
        JOIN source_file f ON f.id = s.source_file JOIN import i ON i.id = f.import
        WHERE i.received_at > ?2 AND s.block >= 0 GROUP BY 1, 2 ORDER BY 1, 2
        """, arguments: [post, cutoff.seconds])
    return try rows.compactMap { row in
      let sealed = try Row.fetchOne(
        db,
        sql: """
          SELECT t.sealed, f.wrapped_key FROM text_block t JOIN source_file f ON f.id = t.source_file
          WHERE t.source_file = ? AND t.number = ?
          """, arguments: [row[0] as Int64, row[1] as Int64])
      guard let sealed, let key = sealed[1] as Data? else { return nil }
      return ExpiringBlock(
        source: row[0], number: row[1], post: post, sealed: Array(sealed[0] as Data), wrappedKey: Array(key),
        slots: Set((row[2] as String).split(separator: ",").compactMap { Int($0) }))
    }
  }

  /// Replaces blocks of one file by what is left of them.
  package func replace(_ blocks: [(old: Int32, new: SealedBlock?)], of source: Int64) throws {
    for block in blocks {
      try db.execute(
        sql: "DELETE FROM text_block WHERE source_file = ? AND number = ?", arguments: [source, block.old])
      guard let new = block.new else { continue }
      try db.execute(
        sql: "INSERT INTO text_block (source_file, number, post, count, sealed) VALUES (?, ?, ?, ?, ?)",
        arguments: [source, new.number, post, new.count, Data(new.sealed)])
    }
    let moved = blocks.map { String($0.old) }.joined(separator: ",")
    try db.execute(
      sql: """
        UPDATE comment_sighting SET block = block + ? WHERE post = ? AND source_file = ?
          AND block IN (SELECT value FROM json_each('[' || ? || ']'))
        """, arguments: [Int(TextBlocks.generation), post, source, moved])
  }
}

extension ArchiveWriter {
  /// Ends an import's texts: its blocks, its keys and their seals go.
  package func dropTexts(ofImport number: Int64) throws {
    let sources = "(SELECT id FROM source_file WHERE import = \(number))"
    try db.execute(sql: "DELETE FROM text_block WHERE source_file IN \(sources)")
    try db.execute(sql: "DELETE FROM source_seal WHERE part = 'texts' AND source_file IN \(sources)")
    try db.execute(sql: "UPDATE source_file SET wrapped_key = NULL WHERE import = \(number)")
  }

  package func markExpired(_ what: ExpiryKind, import number: Int64, at moment: Instant) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO expiry (import, what, expired_at) VALUES (?, ?, ?)",
      arguments: [number, what.rawValue, moment.seconds])
  }

  /// Deletes the rows of a post's comments that were first received through `cutoff` and are tallied; closes the post for
  /// comments of that time.
  /// - Returns: how many rows went, and the files that held them, to be sealed again.
  package func expireRows(post: Int64, through cutoff: Instant) throws -> (rows: Int, sources: [Int64]) {
    let sources = try Int64.fetchAll(
      db, sql: "SELECT source_file FROM comment_batch WHERE post = ?", arguments: [post])
    try db.execute(
      sql: """
        DELETE FROM comment_sighting WHERE post = ?1 AND identity IN (
          SELECT s.identity FROM comment_sighting s JOIN source_file f ON f.id = s.source_file
          JOIN import i ON i.id = f.import WHERE s.post = ?1 GROUP BY s.identity
          HAVING min(i.received_at) <= ?2 AND min(s.flags & 16) = 16)
        """, arguments: [post, cutoff.seconds])
    let gone = db.changesCount
    try db.execute(
      sql: """
        INSERT INTO closed_post (post, through) VALUES (?, ?)
        ON CONFLICT (post) DO UPDATE SET through = max(through, excluded.through)
        """, arguments: [post, cutoff.seconds])
    for source in sources { try recountBatch(post: post, source: source) }
    return (gone, sources)
  }

  /// Seals parts of files again after retention changed them.
  package func reseal(_ sources: Set<Int64>, _ part: String) throws {
    for source in sources.sorted() { try SourceSeal.write(db, source, only: [part]) }
  }

  private func recountBatch(post: Int64, source: Int64) throws {
    try db.execute(
      sql: """
        UPDATE comment_batch SET count = (SELECT count(*) FROM comment_sighting s WHERE s.post = ?1 AND s.source_file = ?2)
        WHERE post = ?1 AND source_file = ?2
        """, arguments: [post, source])
    try db.execute(
      sql: "DELETE FROM comment_batch WHERE post = ? AND source_file = ? AND count = 0", arguments: [post, source])
  }
}

extension ArchiveReader {
  /// Whether comments of an import are part of frozen tallies, or so many of its rows are gone that nobody can tell.
  func hasExpired(import number: Int64) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM expiry WHERE import = ?1 AND what = 'rows')
          OR EXISTS (SELECT 1 FROM source_file f JOIN comment_batch b ON b.source_file = f.id
            JOIN comment_sighting s ON s.post = b.post AND s.source_file = f.id WHERE f.import = ?1 AND s.flags & 16 = 16)
        """, arguments: [number]) ?? false
  }
}
