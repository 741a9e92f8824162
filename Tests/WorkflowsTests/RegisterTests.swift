import Foundation
import Ingestion
import Records
import Reporting
import Storage
import TestSupport
import Testing

@testable import Workflows

/// Registers: what is handed in, corrected, taken out again and written out.
@Suite struct RegisterTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    umask(0o077)
    folder = try TemporaryFolder()
    workspace = Self.workspace(folder, now: 1_793_858_400)
    _ = try workspace.setUp(timeZone: nil)
    let account = CreatorEntry.Account(
      platform: .youtube, externalID: "UCsampleAAAAAAAAAAAAAAAA", displayName: nil, handle: nil)
    try workspace.save([
      CreatorEntry(
        creator: Creator(
          code: "K01", languages: [.kyrgyz],
          consents: [
            Consent(
              what: .figures, sharedWith: .team, givenOn: Day(number: 20_000), validUntil: Day(number: 22_000))
          ]), name: "Name of K01", accounts: [account])
    ])
  }

  private static func workspace(_ folder: TemporaryFolder, now: Int64) -> Workspace {
    let places = Places(home: folder.path + "/data", keys: folder.path + "/keys")
    return Workspace(places: places, now: Instant(seconds: now), user: "tester")
  }

  private static let head = "Training code,Date,Who took part,Oblast,Age,Women,Men,People in all,Taken back\n"
  private static let storyHead =
    "Story code,Date,Oblast,Creator,Story,Consent given on,May be shared with,Consent until,Taken back\n"

  private func ingest(_ name: String, _ text: String) throws -> Receipt {
    try #require(try IngestWorkflow(workspace).ingest([folder.write(name, Array(text.utf8))]).receipts.first)
  }

  private func trainings(history: Bool = false) throws -> [String] {
    try workspace.registerRows(.trainings, withHistory: history).map {
      "\($0.code) \($0.values["age"] ?? "-") \($0.values["women"] ?? "-") \($0.isInForce)"
    }
  }

  @Test func aCorrectedRowReplacesItsEarlierVersionAndUndoBringsItBack() throws {
    let first = try ingest(
      "a.csv", Self.head + "T-1,2026-10-09,imams,KG-O,18-24,12,18,30,\nT-1,2026-10-09,,KG-O,25-34,,,,\n")
    #expect(first.status == .taken && first.files[0].accepted == 2 && first.files[0].problems.isEmpty)
    let again = try ingest(
      "b.csv", Self.head + "T-1,2026-10-09,imams,KG-O,18-24,12,18,30,\nT-1,2026-10-09,imams,KG-O,18-24,14,18,32,\n")
    #expect(again.files[0].unchanged == 1 && again.files[0].restated == 1)
    #expect(again.files[0].problems.map(\.code) == ["register.repeated"])
    #expect(try trainings() == ["T-1 18-24 14 true", "T-1 25-34 - true"])
    #expect(
      try trainings(history: true) == [
        "T-1 18-24 12 false", "T-1 18-24 12 false", "T-1 18-24 14 true", "T-1 25-34 - true",
      ])
    let before = try ingest(
      "b.csv", Self.head + "T-1,2026-10-09,imams,KG-O,18-24,12,18,30,\nT-1,2026-10-09,imams,KG-O,18-24,14,18,32,\n")
    #expect(before.status == .alreadyTaken)
    try workspace.undoImport(2)
    #expect(try trainings() == ["T-1 18-24 12 true", "T-1 25-34 - true"])
    #expect(try workspace.openForReading().read { try $0.brokenSeals().isEmpty && $0.brokenRowSeals().isEmpty })
  }

  @Test func aBadRowNeverKillsTheFile() throws {
    let receipt = try ingest(
      "a.csv", Self.head + "T-1,2026-10-09,imams,KG-O,18-24,12,18,31,\nT-2,2026-10-09,imams,KG-O,18-24,1,1,,\n")
    #expect(receipt.files[0].accepted == 1 && receipt.files[0].refused == 1)
    let problem = try #require(receipt.files[0].problems.first)
    #expect(problem.code == "register.unclear" && problem.line == 2 && problem.column == "People in all")
    let stranger = try ingest("b.csv", "Event code,Date,Kind of event,Creator\nE-1,2026-10-09,talk,K99\n")
    #expect(stranger.files[0].problems.map(\.code) == ["register.creator-unknown"])
  }

  @Test func aBlankCellIsNotKnown() throws {
    _ = try ingest("a.csv", Self.head + "T-1,2026-10-09,imams,KG-O,18-24,0,,,\n")
    let row = try #require(try workspace.openForReading().read { try $0.registerRows(.trainings) }.first).row
    #expect(row.count(.women) == 0 && row.count(.men) == nil && row.people == nil)
  }

  @Test(arguments: FormWords.languages, ["xlsx", "csv"]) func whatIsWrittenOutReadsBackEqual(
    language: String, ending: String
  ) throws {
    _ = try ingest(
      "a.csv", Self.head + "T-1,2026-10-09,women leaders,Issyk-Kul,18-24,12,,30,\nT-2,2026-10-10,,,,,,,yes\n")
    _ = try ingest(
      "s.csv", Self.storyHead + "H-1,2026-10-09,UZ-FA,K01,\"=A \"\"story\"\", told\",2026-10-01,donors,2027-10-01,\n")
    _ = try ingest(
      "i.csv",
      "Incident code,Date,Kind of incident,Severity,Creator,Platform,State\nI-1,2026-10-11,pressure,critical,K01,telegram,open\n"
    )
    for kind in [RegisterKind.trainings, .stories, .incidents] {
      let before = try rows(kind)
      let path = folder.path + "/\(kind.rawValue)-\(language).\(ending)"
      #expect(try workspace.exportRegister(kind, language: language, to: path) == before.count)
      let receipt = try #require(IngestWorkflow(workspace).ingest([path]).receipts.first)
      #expect(receipt.files.flatMap(\.problems).isEmpty, "\(receipt.files.flatMap(\.problems))")
      #expect(receipt.files.map(\.unchanged) == [before.count], "\(receipt)")
      #expect(try rows(kind) == before)
    }
  }

  private func rows(_ kind: RegisterKind) throws -> [String] {
    try workspace.registerRows(kind).map { "\($0.code) \($0.day) \($0.creator ?? "") \($0.values) \($0.story ?? "")" }
      .map { String($0.unicodeScalars.sorted { $0.value < $1.value }.map(Character.init)) }
  }

  @Test func wordsOfAStoryAreSealedAndGoWhenTheConsentEnds() throws {
    _ = try ingest(
      "s.csv",
      Self.storyHead + "H-1,2026-10-09,KG-O,K01,Canary words,2026-10-01,donors,2026-11-10,\n"
        + "H-2,2026-10-09,KG-O,,Others stay,2026-10-01,public,2027-11-10,\n")
    #expect(try workspace.registerRows(.stories).map(\.story) == ["Canary words", "Others stay"])
    let file = try Data(contentsOf: URL(filePath: folder.path + "/data/minbar.db"))
    #expect(file.range(of: Data("Canary".utf8)) == nil && file.range(of: Data("Others".utf8)) == nil)
    // 12 November 2026: the first consent ended two days ago.
    let later = Self.workspace(folder, now: 1_794_463_200)
    #expect(try later.runRetention().stories == 1)
    #expect(try later.registerRows(.stories).map(\.story) == [nil, "Others stay"])
    #expect(try later.openForReading().read { try $0.brokenSeals().isEmpty })
  }

  @Test func purgeTakesRowsOfACreator() throws {
    _ = try ingest(
      "e.csv",
      "Event code,Date,Kind of event,Women,Men,Creator\nE-1,2026-10-09,talk,5,6,K01\nE-2,2026-10-09,talk,5,6,\n")
    let receipt = try workspace.purge(.creator("K01"))
    #expect(receipt.removed.contains { $0.what == "register rows" && $0.count == 1 })
    #expect(try workspace.registerRows(.events).map(\.code) == ["E-2"])
    #expect(try workspace.openForReading().read { try $0.brokenSeals().isEmpty })
    _ = try workspace.purge(.everything)
    #expect(try workspace.registerRows(.events).isEmpty)
  }
}
