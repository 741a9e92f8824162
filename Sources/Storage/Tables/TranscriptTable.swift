import GRDB
package import Records

extension ArchiveWriter {
  package func addTranscript(_ head: TranscriptHead, post: Int64, source: Int64, cues: [Cue]) throws {
    try db.run(
      "INSERT INTO transcript (post, source_file, source, stated_language) VALUES (?, ?, ?, ?)",
      [post, source, head.source.rawValue, head.statedLanguage])
    let transcript = db.lastInsertedRowID
    let statement = try db.cachedStatement(
      sql: "INSERT INTO cue (transcript, ordinal, start_ms, end_ms, text, row) VALUES (?, ?, ?, ?, ?, ?)")
    for (ordinal, cue) in cues.enumerated() {
      try statement.execute(arguments: [transcript, ordinal, cue.startMs, cue.endMs, cue.text, cue.row])
    }
    try markStale(post: post)
  }

  package func markStale(post: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO stale_post (post) VALUES (?)").execute(arguments: [post])
  }
}

/// The words of a talk: what is read of a post besides its comments.
package struct TalkTexts: Sendable {
  package let post: Int64
  package let title: String?
  package let description: String?
  /// Cues of the best transcript: made by hand before automatic before translated, newest first among equals.
  package let cues: [Cue]
  package let durationSeconds: Int?
}

extension ArchiveReader {
  /// Texts of a post.
  package func talk(_ post: Int64) throws -> TalkTexts? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT title, description, duration_seconds FROM post WHERE id = ?"),
        arguments: [post])
    else { return nil }
    return TalkTexts(
      post: post, title: row["title"], description: row["description"], cues: try bestCues(post),
      durationSeconds: row["duration_seconds"])
  }

  private func bestCues(_ post: Int64) throws -> [Cue] {
    let sql = """
      SELECT start_ms, end_ms, text, row FROM cue WHERE transcript = (
        SELECT id FROM transcript WHERE post = ? ORDER BY
          CASE source WHEN 'human' THEN 0 WHEN 'unknown' THEN 1 WHEN 'automatic' THEN 2 ELSE 3 END, source_file DESC
        LIMIT 1) ORDER BY ordinal
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [post]).map { row in
      Cue(startMs: row[0], endMs: row[1], text: row[2], row: row[3])
    }
  }

  package func allPosts() throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT id FROM post ORDER BY id")
  }
}
