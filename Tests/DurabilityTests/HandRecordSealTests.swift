import Foundation
import Records
import Storage
import TestSupport
import Testing
import Workflows

/// What staff typed in is sealed like all other rows.
@Suite struct HandRecordSealTests {
  private let home: TestHome

  init() throws {
    home = try TestHome()
    try home.ingest(title: "Билим", post: "PPPPPPPPPP1", day: 0)
    let figures = "Creator,Platform,Period,Metric,Value,Entered by,Evidence\nK01,TikTok,2026-10,views,12500,A,a.png\n"
    let cards = "Link,Declared themes,Campaign,Boosted,Summary\nhttps://youtu.be/PPPPPPPPPP1,peace,autumn,yes,Short\n"
    let rows = "Event code,Date,Kind of event,Women,Creator\nE-1,2026-10-09,talk,12,K01\n"
    let files = try [("f.csv", figures), ("c.csv", cards), ("r.csv", rows)].map {
      try home.folder.write($0.0, Array($0.1.utf8))
    }
    #expect(try IngestWorkflow(home.at(0)).ingest(files).receipts.map(\.status) == [.taken, .taken, .taken])
  }

  private func broken() throws -> [String] {
    try home.at(0).openForReading().read { try $0.brokenSeals() }.flatMap(\.parts)
  }

  @Test func whatIsAsItCameIsWhole() throws { #expect(try broken().isEmpty) }

  @Test(arguments: [
    ("UPDATE hand_figure SET value = value + 1", "figures"), ("UPDATE hand_figure SET approximate = 1", "figures"),
    ("UPDATE hand_figure SET entered_by_sealed = zeroblob(length(entered_by_sealed))", "figures"),
    ("DELETE FROM hand_figure", "figures"), ("UPDATE talk_card SET boosted = 0", "cards"),
    ("UPDATE talk_card SET themes = 'other'", "cards"), ("DELETE FROM talk_card", "cards"),
    ("UPDATE register_entry SET codes = 'code=E-1;women=99'", "registers"), ("DELETE FROM register_entry", "registers"),
  ])
  func aChangedRowIsFound(statement: String, part: String) throws {
    try home.change(statement)
    #expect(try broken() == [part])
  }

  @Test func undoAndPurgeTakeThemOutWithoutALeftover() throws {
    #expect(try home.number("SELECT count(*) FROM source_seal WHERE part IN ('figures', 'cards')") == 2)
    try home.at(0).undoImport(2)
    #expect(try home.number("SELECT count(*) FROM hand_figure") == 0)
    // A file that says nothing any more goes with the creator; one of others stays.
    _ = try home.at(0).purge(.creator("K01"))
    #expect(try home.number("SELECT count(*) FROM talk_card") == 0)
    #expect(try home.number("SELECT count(*) FROM register_entry") == 0)
    #expect(try broken().isEmpty)
  }
}
