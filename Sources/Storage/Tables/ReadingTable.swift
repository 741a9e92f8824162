package import Foundation
import GRDB
package import Records

/// Sealed texts of one block and who they belong to, as analysis needs them.
package struct UnreadBlock: Sendable {
  package let number: Int32
  package let sealed: [UInt8]
  package let wrappedKey: [UInt8]
  /// Comments of the block that are not read yet, with their slot in it.
  package let comments: [UnreadComment]
}

package struct UnreadComment: Sendable {
  package let identity: Data
  package let slot: Int
  package let textMark: Int64
}

/// One part of a talk as it was read, with how many seconds each sentence takes.
package struct TalkReading: Sendable {
  package let part: String
  package let textHash: Int64
  package let reading: TextReading
  /// One number a sentence of `reading`, in seconds; 0 where no time is known.
  package let sentenceSeconds: [Double]

  package init(part: String, textHash: Int64, reading: TextReading, sentenceSeconds: [Double]) {
    self.part = part
    self.textHash = textHash
    self.reading = reading
    self.sentenceSeconds = sentenceSeconds
  }
}

extension ArchiveWriter {
  /// The row of a reader's fingerprint, made where it is new.
  package func readerID(_ fingerprint: String) throws -> Int64 {
    try db.execute(sql: "INSERT OR IGNORE INTO reader (fingerprint) VALUES (?)", arguments: [fingerprint])
    return try Int64.fetchOne(db, sql: "SELECT id FROM reader WHERE fingerprint = ?", arguments: [fingerprint]) ?? 0
  }

  package func save(_ talk: TalkReading, post: Int64, reader: Int64) throws {
    try forgetTalk(part: talk.part, post: post)
    let reading = talk.reading
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO talk_reading (post, part, reader, text_hash, language, confidence, sentences, seconds)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(
      arguments: [
        post, talk.part, reader, talk.textHash, reading.language.rawValue, reading.confidence,
        reading.sentences.count, talk.sentenceSeconds.reduce(0, +),
      ])
    try saveLanguages(talk, post: post)
    try saveFindings(talk, post: post)
    if talk.part == "transcript" { try rollUpThemes(of: post) }
  }

  /// Removes what was read of a part that is there no more.
  package func forgetTalk(part: String, post: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM talk_reading WHERE post = ? AND part = ?")
      .execute(arguments: [post, part])
  }

  private func saveLanguages(_ talk: TalkReading, post: Int64) throws {
    var byLanguage: [LanguageTag: (sentences: Int, seconds: Double)] = [:]
    for (sentence, seconds) in zip(talk.reading.sentences, talk.sentenceSeconds) {
      byLanguage[sentence.language, default: (0, 0)].sentences += 1
      byLanguage[sentence.language, default: (0, 0)].seconds += seconds
    }
    let statement = try db.cachedStatement(
      sql: "INSERT INTO talk_language (post, part, language, sentences, seconds) VALUES (?, ?, ?, ?, ?)")
    for (language, share) in byLanguage.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try statement.execute(
        arguments: [post, talk.part, language.rawValue, share.sentences, share.seconds])
    }
  }

  private func saveFindings(_ talk: TalkReading, post: Int64) throws {
    let inserter = try RowInserter(
      db,
      sql: """
        INSERT INTO talk_finding (post, part, ordinal, theme, stance, entry, language, sentence_start, sentence_end,
          span_start, span_end, seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let sentences = talk.reading.sentences
    var index = 0
    for (ordinal, finding) in talk.reading.findings.enumerated() {
      while index + 1 < sentences.count, sentences[index].range.lowerBound < finding.sentence.lowerBound { index += 1 }
      while index > 0, sentences[index].range.lowerBound > finding.sentence.lowerBound { index -= 1 }
      let known = sentences.indices.contains(index)
      try inserter.insert { row in
        row.add(post)
        row.add(talk.part)
        row.add(ordinal)
        row.add(finding.theme)
        row.add(finding.stance.rawValue)
        row.add(finding.entry)
        row.add((known ? sentences[index].language : talk.reading.language).rawValue)
        row.add(finding.sentence)
        row.add(finding.span)
        row.add(known ? talk.sentenceSeconds[index] : 0)
      }
    }
  }
}

/// Keeps what was read of comments.
package struct CommentReadingStore {
  private let readings: RowInserter
  private let findings: RowInserter
  private let reader: Int64

  /// - Parameter reader: see `ArchiveWriter.readerID`.
  package init(_ writer: ArchiveWriter, reader: Int64) throws {
    self.reader = reader
    readings = try RowInserter(
      writer.db,
      sql: """
        INSERT OR REPLACE INTO comment_reading (post, identity, reader, text_mark, language, confidence, sentiment,
          response, alerts, sketch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    findings = try RowInserter(
      writer.db,
      sql: """
        INSERT OR REPLACE INTO comment_finding (post, identity, ordinal, theme, stance, entry, span_start, span_end)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  /// - Parameter sketch: what the words resemble, sealed; nil where they are too few to tell.
  package func save(
    _ reading: TextReading, of comment: UnreadComment, post: Int64, sketch: [UInt8]? = nil
  ) throws {
    try readings.insert { row in
      row.add(post)
      row.add(comment.identity)
      row.add(reader)
      row.add(comment.textMark)
      row.add(reading.language.rawValue)
      row.add(reading.confidence)
      row.add((reading.sentiment ?? .neutral).rawValue)
      row.add((reading.response ?? .other).rawValue)
      row.add(reading.alerts.isEmpty ? "" : reading.alerts.map(\.rawValue).joined(separator: " "))
      if let sketch { sketch.withUnsafeBytes { row.add($0) } } else { row.addNull() }
    }
    for (ordinal, found) in reading.findings.enumerated() {
      try findings.insert { row in
        row.add(post)
        row.add(comment.identity)
        row.add(ordinal)
        row.add(found.theme)
        row.add(found.stance.rawValue)
        row.add(found.entry)
        row.add(found.span)
      }
    }
  }
}

extension RowValues {
  /// Start and end, in two columns.
  fileprivate mutating func add(_ range: Range<Int>) {
    add(range.lowerBound)
    add(range.upperBound)
  }
}

extension ArchiveReader {
  /// Posts whose texts changed since they were read, or that another reader read.
  package func postsToRead(fingerprint: String) throws -> [Int64] {
    let reader = try Int64.fetchOne(db, sql: "SELECT id FROM reader WHERE fingerprint = ?", arguments: [fingerprint])
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT post FROM stale_post
        UNION SELECT id FROM post WHERE ?1 IS NULL
        UNION SELECT post FROM reader CROSS JOIN talk_reading t ON t.reader = reader.id WHERE reader.id <> ?1
        UNION SELECT post FROM reader CROSS JOIN comment_rollup c ON c.reader = reader.id AND c.frozen = 0 AND c.kind = 'all'
          WHERE reader.id <> ?1
        ORDER BY 1
        """, arguments: [reader])
  }

  /// Hash and reader of the parts of a talk that were read.
  package func talkReadings(of post: Int64) throws -> [String: (hash: Int64, reader: Int64)] {
    let statement = try db.cachedStatement(sql: "SELECT part, text_hash, reader FROM talk_reading WHERE post = ?")
    let rows = try Row.fetchAll(statement, arguments: [post])
    return Dictionary(uniqueKeysWithValues: rows.map { row in (row[0] as String, (row[1] as Int64, row[2] as Int64)) })
  }

  /// Blocks of a post that hold comments not yet read by this reader, one at a time.
  package func forEachUnreadBlock(
    of post: Int64, reader: Int64, _ body: (UnreadBlock) throws -> Void
  ) throws {
    try forEachBlock(holding: try unreadComments(of: post, reader: reader), body)
  }

  /// The sealed blocks at these places, in the order in which they were stored.
  func forEachBlock(
    holding comments: [BlockPlace: [UnreadComment]], _ body: (UnreadBlock) throws -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT text_block.sealed, source_file.wrapped_key FROM text_block
        JOIN source_file ON source_file.id = text_block.source_file WHERE source_file = ? AND number = ?
        """)
    for (place, comments) in comments.sorted(by: { ($0.key.source, $0.key.block) < ($1.key.source, $1.key.block) }) {
      guard let row = try Row.fetchOne(statement, arguments: [place.source, place.block]),
        let key = row[1] as Data?
      else { continue }
      try body(
        UnreadBlock(
          number: Int32(place.block), sealed: Array(row[0] as Data), wrappedKey: Array(key), comments: comments))
    }
  }

  /// Where the words of comments are sealed.
  struct BlockPlace: Hashable {
    let source: Int64
    let block: Int64
  }

  /// The newest sighting of each comment counts.
  private func unreadComments(of post: Int64, reader: Int64) throws -> [BlockPlace: [UnreadComment]] {
    let sql = """
      SELECT s.identity, s.source_file, s.block, s.slot, s.text_mark FROM comment_sighting s
      LEFT JOIN comment_reading r ON r.post = s.post AND r.identity = s.identity
      WHERE s.post = ?1 AND s.flags & 16 = 0 AND (r.reader IS NOT ?2 OR r.text_mark IS NOT s.text_mark)
        AND NOT EXISTS (SELECT 1 FROM comment_sighting later WHERE later.post = s.post
          AND later.identity = s.identity AND later.source_file > s.source_file)
      """
    var unread: [BlockPlace: [UnreadComment]] = [:]
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [post, reader])
    while let row = try rows.next() {
      unread[BlockPlace(source: row[1], block: row[2]), default: []].append(
        UnreadComment(identity: row[0], slot: row[3], textMark: row[4]))
    }
    return unread
  }
}
