import Foundation
import GRDB
import Protection
import Records
import Storage
import TestSupport
import Workflows

/// A small Minbar of its own, whose clock the test moves.
final class TestHome {
  /// 2026-11-05 06:00 UTC.
  static let start: Int64 = 1_793_858_400

  let folder: TemporaryFolder
  let places: Places
  /// Makes each export a file of its own: the same bytes are taken in once.
  private var exports = 0

  init() throws {
    // As the program does at its start.
    umask(0o077)
    folder = try TemporaryFolder()
    places = Places(home: folder.path + "/data", keys: folder.path + "/keys")
    _ = try at(0).setUp(timeZone: nil)
    try at(0).save([
      Self.creator("K01", "UCsampleAAAAAAAAAAAAAAAA"), Self.creator("ZEBRA77", "UCsampleBBBBBBBBBBBBBBBB"),
    ])
  }

  static func creator(_ code: String, _ channel: String, until: Day = Day(number: 22_000)) -> CreatorEntry {
    let consents = [ConsentSubject.figures, .themes].map {
      Consent(what: $0, sharedWith: .donors, givenOn: Day(number: 20_000), validUntil: until)
    }
    let account = CreatorEntry.Account(platform: .youtube, externalID: channel, displayName: nil, handle: nil)
    return CreatorEntry(
      creator: Creator(code: code, languages: [.kyrgyz], consents: consents), name: "Name of \(code)",
      accounts: [account])
  }

  /// The same Minbar a number of days after its start.
  func at(_ day: Double) -> Workspace {
    Workspace(places: places, now: Instant(seconds: Self.start + Int64(day * 86_400)), user: "tester")
  }

  /// A comment of a made-up export.
  struct Line {
    var id: String
    var author: String
    var text: String
    /// Days before or after the start; nil for no date.
    var day: Int? = -3
  }

  /// Takes in a table of comments of one post.
  @discardableResult
  func ingest(
    _ lines: [Line], post: String = "PPPPPPPPPP1", creator: String = "K01", day: Double, keepsText: Bool? = nil
  ) throws -> Receipt {
    let rows = lines.map { line in
      let date = line.day.map { Instant(seconds: Self.start + Int64($0) * 86_400).description } ?? ""
      return "\(line.id),\(line.author),\(date),\(post),\"\(line.text)\""
    }
    let text = "id,author,date,video id,text\n" + rows.joined(separator: "\n") + blankLines
    let path = try folder.write("in/\(creator)-\(UUID().uuidString).csv", text.utf8)
    return try ingest(file: path, creator: creator, day: day, keepsText: keepsText)
  }

  private var blankLines: String {
    exports += 1
    return String(repeating: "\n", count: exports)
  }

  /// Takes in a video's metadata, with a title.
  @discardableResult
  func ingest(title: String, post: String, channel: String = "UCsampleAAAAAAAAAAAAAAAA", day: Double) throws -> Receipt
  {
    let text = """
      {"id": "\(post)", "title": "\(title)", "description": "\(title) too", "channel_id": "\(channel)",
      "upload_date": "20261009", "duration": 59, "view_count": 320, "extractor_key": "Youtube"}\(blankLines)
      """
    let path = try folder.write("in/\(post)-\(UUID().uuidString).info.json", text.utf8.map { $0 == 10 ? 32 : $0 })
    return try ingest(file: path, creator: nil, day: day)
  }

  private func ingest(file: String, creator: String?, day: Double, keepsText: Bool? = nil) throws -> Receipt {
    let workflow = try IngestWorkflow(at(day), options: IngestOptions(creator: creator, keepsText: keepsText))
    return try workflow.ingest([file]).receipts[0]
  }

  static let engine = Result {
    try Workspace(places: Places(home: "/", keys: "/"), now: .init(seconds: 0), user: "").makeReadingEngine()
  }

  @discardableResult
  func analyse(_ day: Double) throws -> AnalysisOutcome {
    try AnalyseWorkflow(at(day), engine: try Self.engine.get()).run()
  }

  /// Counts of comments by post, month, language and label, frozen and live together.
  func tallies() throws -> [String: Int] {
    let rows = try sql(
      """
      SELECT external_id || ' ' || month || ' ' || language || ' ' || comment_rollup.kind || ' ' || label, sum(comments)
      FROM comment_rollup JOIN post ON post.id = comment_rollup.post GROUP BY 1
      """)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
  }

  var database: String { places.home + "/minbar.db" }

  func sql(_ statement: String) throws -> [Row] {
    let queue = try DatabaseQueue(path: database)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { try Row.fetchAll($0, sql: statement) }
  }

  /// Changes rows behind Minbar's back, as a failing disk or a meddler would.
  func change(_ statement: String) throws {
    let queue = try DatabaseQueue(path: database)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: statement)
    }
    try queue.close()
  }

  func number(_ statement: String) throws -> Int { try sql(statement).first?[0] ?? -1 }

  func dump() throws -> [String] {
    var lines: [String] = []
    try at(0).openForReading().read { try $0.dump { lines.append($0) } }
    return lines
  }

  /// Every sealed text that the keys open.
  func openTexts() throws -> [String] {
    let ring = try KeyRing(directory: places.keys, dataDirectory: places.home)
    let rows = try sql(
      "SELECT number, sealed, wrapped_key FROM text_block JOIN source_file ON source_file.id = source_file")
    return try rows.flatMap { row in
      let key = try ImportKey(wrapped: Array(row[2] as Data), textKey: ring.key(.text)).key
      return try TextBlocks.open(Array(row[1] as Data), number: row[0], key: key)
        .filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    }.sorted()
  }

  /// Files below the data directory in which any of the texts stands, as they lie on the disk.
  func files(holding texts: [String], in folder: String? = nil) throws -> [String] {
    let root = folder ?? places.home
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter { name in
      guard let bytes = FileManager.default.contents(atPath: root + "/" + name) else { return false }
      return texts.contains { bytes.range(of: Data($0.utf8)) != nil }
    }
  }
}
