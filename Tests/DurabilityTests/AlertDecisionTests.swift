import Foundation
import GRDB
import Records
import Storage
import TestSupport
import Testing
import Workflows

/// Alerts wait for a person; what was decided is kept with who and when, and goes with the comment.
@Suite struct AlertDecisionTests {
  private let home: TestHome
  private let lines = [
    TestHome.Line(id: "UgxA", author: "@aida", text: "Рахмат устаз, кыздар окусун"),
    TestHome.Line(id: "UgxB", author: "@canary", text: "Мы тебя найдём и зубы выбьем"),
  ]

  init() throws {
    home = try TestHome()
    try home.ingest(title: "Билим алсын", post: "PPPPPPPPPP1", day: 0)
    try home.ingest(lines, day: 0)
    try home.analyse(0)
  }

  private func id() throws -> String { try #require(try home.at(0).alerts().first).id }

  private func incidents(_ day: Double = 0) throws -> [RegisterListing] { try home.at(day).registerRows(.incidents) }

  private func isSound(_ day: Double) throws -> Bool {
    try home.at(day).openForReading().read { try $0.brokenSeals().isEmpty && $0.brokenRowSeals().isEmpty }
  }

  @Test func aThreatWaitsWithoutItsWordsAndAuthor() throws {
    let alerts = try home.at(0).alerts()
    #expect(alerts.count == 1 && alerts[0].noticed == ["threat"] && alerts[0].creator == "K01")
    let listed = String(decoding: try JSONEncoder().encode(alerts), as: UTF8.self)
    #expect(!listed.contains("зубы") && !listed.contains("canary"))
    let words = try home.at(0).alertWords(id())
    #expect(words.words == ["Мы тебя найдём и зубы выбьем"])
    #expect(try !String(decoding: JSONEncoder().encode(words), as: UTF8.self).contains("canary"))
    let file = try Data(contentsOf: URL(filePath: home.database))
    #expect(file.range(of: Data("зубы".utf8)) == nil, "the words are opened and kept nowhere")
  }

  @Test func aConfirmedThreatIsAnIncidentWithoutWords() throws {
    let alert = try id()
    #expect(throws: WorkflowError.self) { try home.at(1).confirmAlert(alert, severity: nil) }
    #expect(try home.at(1).confirmAlert(alert, severity: "high", by: "A1") == "A-1")
    #expect(try home.at(1).alerts().isEmpty)
    let incident = try #require(try incidents(1).first)
    #expect(incident.code == "A-1" && incident.creator == "K01" && incident.madeBy == "A1" && incident.story == nil)
    #expect(
      incident.values == [
        "code": "A-1", "type": "threat", "severity": "high", "platform": "youtube", "state": "open",
      ])
    let row = try #require(try home.sql("SELECT decided_by, decided_at, verdict FROM alert_decision").first)
    #expect(row[0] == "A1" && row[1] == home.at(1).now.seconds && row[2] == "confirmed")
    #expect(try isSound(1))
    // Somebody thinks again: the incident is taken back, and stays in the history.
    try home.at(2).dismissAlert(alert, reason: .quoted, by: "A2")
    #expect(try incidents(2).map { $0.values["withdrawn"] } == ["yes"])
    #expect(try home.at(2).registerRows(.incidents, withHistory: true).count == 2)
    #expect(try home.sql("SELECT reason FROM alert_decision").map { $0[0] as String } == ["quoted"])
    #expect(try home.at(2).confirmAlert(alert, severity: "low") == "A-1" || incidents(2).count == 2)
    #expect(try isSound(2))
  }

  @Test func aDismissedThreatCountsNowhere() throws {
    try home.at(1).dismissAlert(id(), reason: .figureOfSpeech)
    #expect(try home.at(1).alerts().isEmpty && incidents(1).isEmpty)
  }

  @Test func theDecisionGoesWithTheCommentAndTheIncidentStays() throws {
    try home.at(1).confirmAlert(id(), severity: "high")
    try home.at(1).undoImport(2)
    #expect(try home.number("SELECT count(*) FROM alert_decision") == 0)
    #expect(try incidents(1).count == 1)
    #expect(try isSound(1))
    _ = try home.at(1).purge(.creator("K01"))
    #expect(try incidents(1).isEmpty, "an incident goes with its creator")
    #expect(try isSound(1))
  }

  @Test(arguments: [
    ("UPDATE register_entry SET codes = 'code=A-1'", "incidents"), ("DELETE FROM register_entry", "incidents"),
    ("UPDATE alert_decision SET decided_by = 'A9'", "decisions"), ("DELETE FROM alert_decision", "decisions"),
  ])
  func aChangedDecisionIsFound(statement: String, part: String) throws {
    try home.at(1).confirmAlert(id(), severity: "high")
    try home.change(statement)
    #expect(try home.at(1).openForReading().read { try $0.brokenRowSeals().map(\.part) } == [part])
  }

  @Test func whatExpiresWaitsNoMore() throws {
    _ = try home.at(91).runRetention()
    #expect(try home.at(91).alerts().isEmpty)
    #expect(throws: WorkflowError.self) { try home.at(91).alertWords("c1-00112233445566778899aabbccddeeff") }
  }

  @Test(arguments: [
    "", "c1", "c0-00112233445566778899aabbccddeeff", "c1-0g112233445566778899aabbccddeeff", "t1-", "x1-peace",
    "t1-../etc", "c1-00112233445566778899aabbccddeef",
  ])
  func strangeNamesAreNone(id: String) { #expect(AlertID(id) == nil) }

  @Test func namesAreReadBack() {
    for text in ["c12-00112233445566778899aabbccddeeff", "t7-counter-extremism"] {
      #expect(AlertID(text)?.text == text)
    }
  }
}
