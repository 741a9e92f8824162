import Foundation
import GRDB
package import Records

extension ArchiveReader {
  /// Comments with something noticed in them, of which nobody has said whether it is so: possible threats first, then
  /// the newest receipt first. Words that have expired wait no more.
  /// - Parameter limit: nil = all.
  package func waitingAlerts(limit: Int? = nil) throws -> [WaitingAlert] {
    guard try db.tableExists("alert_decision") else { return [] }
    let sql = """
      \(Self.alertSQL) AND NOT EXISTS (SELECT 1 FROM alert_decision d WHERE d.post = r.post AND d.identity = r.identity
        AND d.text_mark = s.text_mark)
      ORDER BY instr(r.alerts, 'threat') = 0, f.import DESC, instr(r.alerts, 'extremist') = 0, r.post, r.identity LIMIT ?
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [limit ?? -1]).compactMap(Self.alert)
  }

  /// One comment with something noticed in it, decided or not; nil where there is none, or its words have expired.
  package func alert(post: Int64, identity: [UInt8]) throws -> WaitingAlert? {
    let sql = "\(Self.alertSQL) AND r.post = ? AND r.identity = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [post, Data(identity)]).flatMap(Self.alert)
  }

  /// How many comments wait.
  package func waitingAlertCount() throws -> Int {
    guard try db.tableExists("alert_decision") else { return 0 }
    let sql = """
      SELECT count(*) FROM comment_reading r INDEXED BY comment_reading_with_alerts
      WHERE r.alerts <> '' AND NOT EXISTS (SELECT 1 FROM alert_decision d WHERE d.post = r.post
        AND d.identity = r.identity AND d.text_mark = r.text_mark)
      AND (SELECT flags & 18 FROM comment_sighting s WHERE s.post = r.post AND s.identity = r.identity
        ORDER BY source_file DESC LIMIT 1) = 0
      """
    return try Int.fetchOne(db, sql: sql) ?? 0
  }

  /// The newest sighting of each comment; authors' own words are none of the audience's.
  private static let alertSQL = """
    SELECT r.post, r.identity, r.alerts, r.language, s.text_mark, s.published_at, f.import, i.received_at, code,
      post.platform, post.title
    FROM comment_reading r INDEXED BY comment_reading_with_alerts
    CROSS JOIN comment_sighting s ON s.post = r.post AND s.identity = r.identity AND s.text_mark = r.text_mark
    JOIN source_file f ON f.id = s.source_file JOIN import i ON i.id = f.import JOIN post ON post.id = r.post
    JOIN account ON account.id = post.account JOIN creator ON creator.id = account.creator
    WHERE r.alerts <> '' AND s.flags & 18 = 0 AND NOT EXISTS (SELECT 1 FROM comment_sighting later
      WHERE later.post = s.post AND later.identity = s.identity AND later.source_file > s.source_file)
    """

  private static func alert(_ row: Row) -> WaitingAlert? {
    guard let platform = Platform(rawValue: row["platform"]) else { return nil }
    let alerts = (row["alerts"] as String).split(separator: " ").compactMap { Alert(rawValue: String($0)) }
    return WaitingAlert(
      post: row["post"], identity: Array(row["identity"] as Data), textMark: row["text_mark"], alerts: Set(alerts),
      language: row["language"], creator: row["code"], platform: platform, talk: row["title"],
      writtenAt: (row["published_at"] as Int64?).map(Instant.init(seconds:)), importNumber: row["import"],
      receivedAt: Instant(seconds: row["received_at"]))
  }

  /// The sealed block that holds a comment's words.
  package func block(of alert: WaitingAlert) throws -> UnreadBlock? {
    let sql = """
      SELECT source_file, block, slot, text_mark FROM comment_sighting WHERE post = ? AND identity = ?
      ORDER BY source_file DESC LIMIT 1
      """
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [alert.post, Data(alert.identity)]) else { return nil }
    let comment = UnreadComment(identity: Data(alert.identity), slot: row["slot"], textMark: row["text_mark"])
    var found: UnreadBlock?
    try forEachBlock(holding: [BlockPlace(source: row["source_file"], block: row["block"]): [comment]]) { found = $0 }
    return found
  }

  /// Talks that were read as speaking against one of some themes, and that nobody has judged: newest first.
  package func waitingTalks(against themes: Set<String>) throws -> [WaitingTalk] {
    guard try db.tableExists("talk_verdict"), !themes.isEmpty else { return [] }
    let list = databaseQuestionMarks(count: themes.count)
    let sql = """
      \(Self.talkSQL) AND f.theme IN (\(list)) AND v.post IS NULL
      GROUP BY f.post, f.theme ORDER BY published_at DESC, f.post, f.theme
      """
    let rows = try Row.fetchAll(db, sql: sql, arguments: StatementArguments(themes.sorted()))
    return rows.compactMap(Self.talk)
  }

  /// A talk that seems to speak against a theme, judged or not.
  package func talk(post: Int64, against theme: String) throws -> WaitingTalk? {
    let sql = "\(Self.talkSQL) AND f.post = ? AND f.theme = ? GROUP BY f.post, f.theme"
    return try Row.fetchOne(db, sql: sql, arguments: [post, theme]).flatMap(Self.talk)
  }

  private static let talkSQL = """
    SELECT f.post, f.theme, r.text_hash, count(DISTINCT f.sentence_start) AS sentences, code, post.platform, post.title,
      published_at
    FROM talk_finding f INDEXED BY talk_finding_against JOIN talk_reading r ON r.post = f.post AND r.part = f.part
    JOIN post ON post.id = f.post JOIN account ON account.id = post.account
    JOIN creator ON creator.id = account.creator
    LEFT JOIN talk_verdict v ON v.post = f.post AND v.theme = f.theme AND v.text_hash = r.text_hash
    WHERE f.stance = 'opposes' AND f.part = 'transcript' AND same_as IS NULL
      AND r.language NOT IN (\(LanguageTag.unreadList))
    """

  private static func talk(_ row: Row) -> WaitingTalk? {
    guard let platform = Platform(rawValue: row["platform"]) else { return nil }
    return WaitingTalk(
      post: row["post"], theme: row["theme"], textHash: row["text_hash"], sentences: row["sentences"],
      creator: row["code"], platform: platform, talk: row["title"],
      publishedAt: (row["published_at"] as Int64?).map(Instant.init(seconds:)))
  }

  /// Sentences of a talk that seem to speak against a theme, with the marked words, in UTF-16 of its text.
  package func sentences(of post: Int64, against theme: String) throws -> [(sentence: Range<Int>, span: Range<Int>)] {
    let sql = """
      SELECT sentence_start, sentence_end, span_start, span_end FROM talk_finding
      WHERE post = ? AND part = 'transcript' AND theme = ? AND stance = 'opposes' ORDER BY sentence_start, span_start
      """
    return try Row.fetchAll(db, sql: sql, arguments: [post, theme]).compactMap { row in
      let (start, end, from, through): (Int, Int, Int, Int) = (row[0], row[1], row[2], row[3])
      return start <= end && from <= through ? (start..<end, from..<through) : nil
    }
  }

  /// Talks that a person confirmed as speaking against a theme, in the words that they have now.
  package func confirmedTalks(against theme: String) throws -> Set<Int64> {
    guard try db.tableExists("talk_verdict") else { return [] }
    let sql = """
      SELECT v.post FROM talk_verdict v JOIN talk_reading r ON r.post = v.post AND r.part = 'transcript'
        AND r.text_hash = v.text_hash WHERE v.theme = ? AND verdict = 'confirmed'
      """
    return try Int64.fetchSet(db, sql: sql, arguments: [theme])
  }
}

extension ArchiveWriter {
  /// Keeps what a person decided on an alert; what was decided before gives way.
  /// - Parameter incident: the code in the register of incidents, for what was confirmed.
  package func decide(
    _ alert: WaitingAlert, _ verdict: Verdict, reason: String, incident: String?, by who: String, at now: Instant
  ) throws {
    try db.execute(
      sql: "DELETE FROM alert_decision WHERE post = ? AND identity = ?", arguments: [alert.post, Data(alert.identity)])
    try db.execute(
      sql: """
        INSERT INTO alert_decision (post, identity, text_mark, verdict, reason, incident, decided_by, decided_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        alert.post, Data(alert.identity), alert.textMark, verdict.rawValue, reason, incident, who, now.seconds,
      ])
  }

  /// Keeps what a person judged of a talk; what was judged before gives way.
  package func judge(_ talk: WaitingTalk, _ verdict: Verdict, reason: String, by who: String, at now: Instant) throws {
    try db.execute(
      sql: "DELETE FROM talk_verdict WHERE post = ? AND theme = ?", arguments: [talk.post, talk.theme])
    try db.execute(
      sql: """
        INSERT INTO talk_verdict (post, theme, text_hash, verdict, reason, decided_by, decided_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [talk.post, talk.theme, talk.textHash, verdict.rawValue, reason, who, now.seconds])
  }
}

extension ArchiveReader {
  /// The incident that an alert was confirmed as.
  package func incident(of alert: WaitingAlert) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT incident FROM alert_decision WHERE post = ? AND identity = ?",
      arguments: [alert.post, Data(alert.identity)])
  }

  /// The first code `A-1`, `A-2` ... that no incident has.
  package func freeIncidentCode() throws -> String {
    let known = Set(
      try String.fetchAll(
        db, sql: "SELECT entry_key FROM register_entry WHERE kind = 'incidents' AND entry_key LIKE 'A-%'"))
    return (1...).lazy.map { "A-\($0)" }.first { !known.contains($0) } ?? ""
  }
}
