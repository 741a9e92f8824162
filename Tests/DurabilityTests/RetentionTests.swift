import Foundation
import Records
import Storage
import TestSupport
import Testing
import Workflows

@Suite struct RetentionTests {
  private let home: TestHome
  private let old = TestHome.Line(id: "UgxOld1", author: "@aida", text: "Рахмат устаз жакшы маек")
  private let fresh = TestHome.Line(id: "UgxNew1", author: "@bek", text: "Спасибо за урок, очень полезно", day: 58)

  init() throws {
    home = try TestHome()
  }

  @Test func wordsAndReadingsGoAndCountsStay() throws {
    try home.ingest([old], day: 0)
    try home.analyse(0)
    let before = try home.tallies()
    #expect(before.values.reduce(0, +) >= 3)
    #expect(try home.at(89.9).runRetention().isEmpty)
    let outcome = try home.at(90).runRetention()
    #expect(outcome.comments == 1 && outcome.readBefore == 0 && outcome.rows == 0)
    #expect(try home.tallies() == before)
    for table in ["text_block", "comment_reading", "comment_finding"] {
      #expect(try home.number("SELECT count(*) FROM \(table)") == 0, "\(table)")
    }
    #expect(try home.number("SELECT count(*) FROM source_file WHERE wrapped_key IS NOT NULL") == 0)
    #expect(try home.number("SELECT count(*) FROM comment_sighting") == 1)
    #expect(try home.at(90).runRetention().isEmpty, "once is enough")
  }

  @Test func everyWritingCommandLetsGo() throws {
    try home.ingest([old], day: 0)
    try home.analyse(0)
    try home.at(95).set("text-days", to: "30")
    #expect(try home.number("SELECT count(*) FROM text_block") == 0)
  }

  @Test func whatNobodyReadIsReadFirst() throws {
    try home.ingest([old], day: 0)
    #expect(try home.tallies().isEmpty)
    let outcome = try home.at(91).runRetention()
    #expect(outcome.comments == 1 && outcome.readBefore == 1)
    #expect(try home.tallies().filter { $0.key.contains(" all ") }.values.reduce(0, +) == 1)
  }

  @Test func aReExportBringsNoExpiredWordsBack() throws {
    try home.ingest([old], day: 0)
    try home.analyse(0)
    let before = try home.tallies()
    try home.at(91).runRetention().comments.expect(1)
    let receipt = try home.ingest([old, fresh], day: 92)
    #expect(receipt.files[0].accepted == 1 && receipt.files[0].unchanged == 1)
    #expect(try home.openTexts() == [fresh.text])
    try home.analyse(92)
    let after = try home.tallies()
    #expect(before.allSatisfy { after[$0.key] == $0.value }, "what was counted stays as it was")
    #expect(after.filter { $0.key.contains(" all ") }.values.reduce(0, +) == 2)
  }

  @Test func wordsInLaterExportsCountFromTheFirst() throws {
    try home.ingest([old], day: 0)
    try home.ingest([old, fresh], day: 60)
    try home.analyse(60)
    let before = try home.tallies()
    #expect(try home.openTexts() == [old.text, old.text, fresh.text].sorted())
    try home.at(91).runRetention().comments.expect(1)
    #expect(try home.openTexts() == [fresh.text])
    #expect(try home.tallies() == before)
    #expect(try home.at(91).openForReading().read { try $0.brokenSeals() }.isEmpty)
    try home.at(151).runRetention().comments.expect(1)
    #expect(try home.number("SELECT count(*) FROM text_block") == 0)
    #expect(try home.tallies() == before)
  }

  @Test func rowsAgeOutAndThePostIsClosedForTheirTime() throws {
    try home.ingest([old, .init(id: "UgxOld2", author: "@cholpon", text: "Омийин", day: nil)], day: 0)
    try home.analyse(0)
    let before = try home.tallies()
    _ = try home.at(200).runRetention()
    let outcome = try home.at(380).runRetention()
    #expect(outcome.rows == 2)
    #expect(try home.number("SELECT count(*) FROM comment_sighting") == 0)
    #expect(try home.number("SELECT count(*) FROM comment_batch") == 0)
    let late = TestHome.Line(id: "UgxLate", author: "@dastan", text: "Жаңы пикир", day: 379)
    let receipt = try home.ingest(
      [old, .init(id: "UgxOld2", author: "@cholpon", text: "Омийин", day: nil), late], day: 381)
    #expect(receipt.files[0].accepted == 1 && receipt.files[0].unchanged == 2)
    #expect(receipt.files[0].problems.map(\.code) == ["comment.already-tallied"])
    try home.analyse(381)
    let after = try home.tallies()
    #expect(before.allSatisfy { after[$0.key] == $0.value })
    #expect(after.filter { $0.key.contains(" all ") }.values.reduce(0, +) == 3)
    #expect(try home.at(381).openForReading().read { try $0.brokenSeals() }.isEmpty)
  }

  @Test func aClockThatRunsBackwardsDeletesNothing() throws {
    try home.ingest([old], day: 0)
    try home.at(80).set("keep-text", to: "yes")
    try home.at(80).set("text-days", to: "30")
    let outcome = try home.at(70).runRetention()
    #expect(outcome.postponed != nil && outcome.comments == 0)
    #expect(try home.number("SELECT count(*) FROM text_block") == 1)
    try home.at(81).runRetention().comments.expect(1)
  }

  @Test func aClockThatLeapsAYearIsAskedAbout() throws {
    try home.ingest([old], day: 0)
    let outcome = try home.at(3_650).runRetention()
    #expect(outcome.postponed?.contains("--clock-is-right") == true)
    #expect(try home.number("SELECT count(*) FROM text_block") == 1)
    try home.at(3_650).runRetention(clockIsRight: true).comments.expect(1)
  }

  @Test func theSpoolIsEmptiedAfterAWeek() throws {
    let file = home.places.spool + "/upload"
    try FileManager.default.createDirectory(atPath: home.places.spool, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: file))
    let written = Date(timeIntervalSince1970: Double(TestHome.start))
    try FileManager.default.setAttributes([.modificationDate: written], ofItemAtPath: file)
    #expect(try home.at(6.9).runRetention().spoolFiles == 0)
    #expect(try home.at(7).runRetention().spoolFiles == 1)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func withoutTextOnlyWhatWasReadIsKept() throws {
    let receipt = try home.ingest([old, fresh], day: 60, keepsText: false)
    #expect(receipt.files[0].accepted == 2)
    #expect(try home.number("SELECT count(*) FROM text_block") == 0)
    #expect(try home.number("SELECT count(*) FROM source_file WHERE wrapped_key IS NOT NULL") == 0)
    #expect(try home.number("SELECT count(*) FROM comment_reading") == 2)
    try home.analyse(60)
    #expect(try home.tallies().filter { $0.key.contains(" all ") }.values.reduce(0, +) == 2)
    #expect(try home.at(60).openForReading().read { try $0.brokenSeals() }.isEmpty)
    try home.at(60).set("keep-text", to: "no")
    try home.ingest([.init(id: "UgxThird", author: "@eldar", text: "Рахмат")], day: 60)
    #expect(try home.number("SELECT count(*) FROM text_block") == 0, "the setting does the same")
  }

  @Test func anImportThatIsTalliedCannotBeUndone() throws {
    let number = try #require(try home.ingest([old], day: 0).importNumber)
    try home.ingest(title: "Сабак", post: "PPPPPPPPPP1", day: 0)
    try home.analyse(0)
    _ = try home.at(91).runRetention()
    #expect(throws: ArchiveError.self) { try home.at(91).undoImport(number) }
    let receipt = try home.at(91).purge(.importNumber(number))
    #expect(receipt.talliesKept == 1)
    #expect(try home.tallies().isEmpty == false)
  }

  @Test(arguments: [
    ("text-days", "0"), ("text-days", "91"), ("text-days", "ten"), ("row-months", "25"), ("keep-text", "1"),
    ("nonsense", "1"), ("time-zone", "UTC"),
  ])
  func wrongSettingsAreRefused(name: String, value: String) throws {
    #expect(throws: WorkflowError.self) { try home.at(0).set(name, to: value) }
  }

  @Test func settingsAreKept() throws {
    try home.at(0).set("row-months", to: "6")
    let setting = try #require(try home.at(0).settings().first { $0.name == "row-months" })
    #expect(setting.value == "6" && setting.standard == "12")
  }
}

extension Int {
  fileprivate func expect(_ value: Int, _ location: SourceLocation = #_sourceLocation) {
    #expect(self == value, sourceLocation: location)
  }
}
