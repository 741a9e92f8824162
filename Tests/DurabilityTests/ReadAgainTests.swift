import Foundation
import GRDB
import Records
import Storage
import TestSupport
import Testing
import Workflows

/// Rows that wait for a post to become known are taken when it does, whatever the order of files, wherever a run was cut.
@Suite struct ReadAgainTests {
  private let home: TestHome
  private let comments: String
  private let first: String
  private let second: String

  init() throws {
    // A function may not ask for what is half made.
    let home = try TestHome()
    self.home = home
    func video(_ id: String, _ name: String, _ channel: String) throws -> String {
      let text = """
        {"id": "\(id)", "title": "Билим", "channel_id": "\(channel)", "upload_date": "20261009", "duration": 59,
        "view_count": 320, "extractor_key": "Youtube"}
        """
      return try home.folder.write("in/\(name).info.json", text.utf8.map { $0 == 10 ? 32 : $0 })
    }
    first = try video("PPPPPPPPPP1", "b", "UCsampleAAAAAAAAAAAAAAAA")
    second = try video("PPPPPPPPPP2", "c", "UCsampleBBBBBBBBBBBBBBBB")
    let rows = (0..<6).map {
      "Ugx\($0),@reader\($0),2026-10-1\($0)T08:00:00Z,PPPPPPPPPP\(1 + $0 % 2),\"Рахмат, билим нур \($0)\""
    }
    comments = try home.folder.write(
      "in/a.csv", ("id,author,date,video id,text\n" + rows.joined(separator: "\n") + "\n").utf8)
  }

  private func ingest(_ paths: String..., day: Double = 0) throws -> [Receipt] {
    try IngestWorkflow(home.at(day)).ingest(paths).receipts
  }

  private func counted() throws -> [Int] {
    try ["PPPPPPPPPP1", "PPPPPPPPPP2"].map { id in
      try home.number(
        "SELECT count(*) FROM comment_sighting s JOIN post p ON p.id = s.post WHERE p.external_id = '\(id)'")
    }
  }

  @Test func theOrderOfFilesChangesNothing() throws {
    let receipts = try ingest(comments, first, second)
    #expect(receipts.map(\.status) == [.taken, .taken, .taken])
    #expect(try counted() == [3, 3])
    #expect(receipts[0].files[0].accepted == 6 && receipts[0].files[0].refused == 0)
    // A second handing in of the same finds nothing to do.
    let before = try home.dump()
    #expect(try ingest(comments, first, second, day: 1).map(\.status) == [.alreadyTaken, .alreadyTaken, .alreadyTaken])
    #expect(try home.dump() == before)
  }

  @Test func aRunThatWasCutComesToTheSame() throws {
    #expect(try ingest(first, comments)[1].files[0].waits)
    #expect(try counted() == [3, 0])
    let number = try home.number("SELECT import FROM source_file WHERE refused > 0 OR accepted = 3")
    // Whoever starts again hands in all of it.
    let receipts = try ingest(comments, first, second, day: 1)
    #expect(receipts.map(\.status) == [.taken, .alreadyTaken, .taken])
    #expect(receipts[0].importNumber.map(Int.init) == number)
    #expect(try counted() == [3, 3])
    let whole = try TestHome()
    _ = try IngestWorkflow(whole.at(0)).ingest([comments, first, second])
    #expect(try whole.tallies() == home.tallies())
    #expect(Doctor.finding("seals", home.at(1))?.grade != .bad)
  }

  @Test func whatBringsNothingNewLeavesTheImportAsItWas() throws {
    _ = try ingest(first, comments)
    let before = try home.sql("SELECT id, received_at, waits_since FROM import ORDER BY id").map(\.description)
    // A post becomes known, but not the one that is waited for.
    _ = try home.ingest(title: "Сабыр", post: "PPPPPPPPPP9", day: 1)
    #expect(try ingest(comments, day: 2)[0].status == .alreadyTaken)
    #expect(try counted() == [3, 0])
    let after = try home.sql("SELECT id, received_at, waits_since FROM import ORDER BY id").map(\.description)
    #expect(Array(after.prefix(before.count)) == before)
  }

  @Test func readingAgainKeepsWhatPeopleCodedAndIsUndoneLikeAnyImport() throws {
    _ = try ingest(first, comments)
    try home.at(0).openForWriting("test").write { writer in
      let post = try #require(try writer.reader.post(platform: .youtube, externalID: "PPPPPPPPPP1"))
      let text = CodedText(post: post.id, place: .sentence(part: "title", range: 0..<5), textMark: 5)
      try writer.save(Coding(sentiment: .positive), of: text, coder: "A")
    }
    let post = try home.number("SELECT id FROM post WHERE external_id = 'PPPPPPPPPP1'")
    _ = try ingest(comments, second, day: 1)
    #expect(try counted() == [3, 3])
    #expect(try home.number("SELECT count(*) FROM label") > 0)
    #expect(try home.number("SELECT id FROM post WHERE external_id = 'PPPPPPPPPP1'") == post)
    let number = try home.number("SELECT import FROM source_file WHERE accepted = 6")
    try home.at(2).undoImport(Int64(number))
    #expect(try counted() == [0, 0])
  }

  /// What people said of comments stays with those that come back, and goes with those that do not.
  @Test func readingAgainKeepsWhatPeopleSaidOfComments() throws {
    let words = try home.folder.write(
      "in/d.csv",
      """
      id,author,date,video id,text
      UgxA,@reader1,2026-10-27T08:00:00Z,PPPPPPPPPP1,"Мы тебя найдём и зубы выбьем"
      UgxB,@reader2,2026-10-28T08:00:00Z,PPPPPPPPPP2,"Рахмат, билим нур"

      """.utf8)
    _ = try ingest(first, words)
    try home.analyse(0)
    let alert = try #require(try home.at(0).alerts().first)
    #expect(try home.at(0).confirmAlert(alert.id, severity: "high", by: "A1") == "A-1")
    let row = try #require(try home.sql("SELECT identity, text_mark FROM alert_decision").first)
    try home.at(0).openForWriting("test").write { writer in
      let post = try #require(try writer.reader.post(platform: .youtube, externalID: "PPPPPPPPPP1")).id
      let text = CodedText(
        post: post, place: .comment(identity: Array(row[0] as Data)), textMark: row[1])
      try writer.save(Coding(alerts: [.threat]), of: text, coder: "A")
    }
    let kept = "SELECT (SELECT count(*) FROM label), (SELECT count(*) FROM alert_decision)"
    let before = try home.sql(kept)
    #expect(try ingest(words, second, day: 1).map(\.status) == [.taken, .taken])
    #expect(try counted() == [1, 1])
    #expect(try home.sql(kept) == before)
    #expect(try home.at(1).alerts().isEmpty)
    #expect(try home.number("SELECT count(*) FROM reading_again") == 0)
    #expect(Doctor.finding("seals", home.at(1))?.grade != .bad)
    // The import goes for good: nothing that was said of its comments stays.
    try home.at(2).undoImport(try Int64(home.number("SELECT import FROM source_file WHERE accepted = 2")))
    #expect(try home.number("SELECT count(*) FROM coded_text") == 0)
    #expect(try home.number("SELECT count(*) FROM alert_decision") == 0)
  }
}
