import Foundation
import Ingestion
import Records
import Reporting
import Storage
import TestSupport
import Testing

@testable import Workflows

/// Forms that somebody filled in, in each language, are read back; the example and the instructions are left out.
@Suite struct FilledFormTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    umask(0o077)
    folder = try TemporaryFolder()
    let places = Places(home: folder.path + "/data", keys: folder.path + "/keys")
    workspace = Workspace(places: places, now: Instant(seconds: 1_793_858_400), user: "tester")
    _ = try workspace.setUp(timeZone: nil)
    let account = CreatorEntry.Account(
      platform: .youtube, externalID: "UCsampleAAAAAAAAAAAAAAAA", displayName: nil, handle: nil)
    let consent = Consent(
      what: .figures, sharedWith: .team, givenOn: Day(number: 20_000), validUntil: Day(number: 22_000))
    try workspace.save([
      CreatorEntry(
        creator: Creator(code: "K01", languages: [.kyrgyz], consents: [consent]), name: "Name of K01",
        accounts: [account])
    ])
  }

  /// A form whose example row is followed by others, as somebody fills it in.
  private func filled(_ columns: [String], _ rows: [[String]], _ words: FormWords) throws -> String {
    let form = FormWorkbook(
      sheetName: "1", columns: columns.map { FormColumn($0, width: 20) }, rows: [[words.example, "x", "y"]] + rows,
      notesName: "2", notesMark: FormWords.notesMark, notes: ["Column;Other;Third", "1;2;3"])
    let path = folder.path + "/\(UUID().uuidString).xlsx"
    try form.writeXLSX(to: path)
    return path
  }

  private func ingest(_ path: String) throws -> Receipt {
    try #require(IngestWorkflow(workspace).ingest([path]).receipts.first)
  }

  @Test(arguments: FormWords.languages) func figuresAreReadBack(language: String) throws {
    let words = try #require(FormWords(language: language))
    let rows = words.metrics.enumerated().map { index, metric in
      ["K01", "TikTok", "2026-10", metric, "\(100 + index)", "A", "shot.png"]
    }
    let receipt = try ingest(filled(words.figures, rows, words))
    #expect(receipt.status == .taken && receipt.files.count == 1)
    #expect(receipt.files[0].problems.isEmpty && receipt.files[0].accepted == rows.count)
    let stored = try workspace.handFigures()
    #expect(stored.map(\.value).sorted() == (0..<rows.count).map { Double(100 + $0) })
    #expect(
      Set(stored.map(\.metric)) == ["views", "reach", "likes", "comments", "shares", "saves", "followers", "follows"])
  }

  @Test(arguments: FormWords.languages) func cardsAreReadBack(language: String) throws {
    let words = try #require(FormWords(language: language))
    let video = """
      {"id": "AAAAAAAAAAA", "title": "Сабак", "channel_id": "UCsampleAAAAAAAAAAAAAAAA", "upload_date": "20261009",
      "duration": 59, "view_count": 320, "extractor_key": "Youtube"}
      """.utf8.map { $0 == 10 ? 32 : $0 }
    #expect(try ingest(folder.write("a.info.json", video)).status == .taken)
    let row = ["https://youtu.be/AAAAAAAAAAA", "", "", "peace; family", "all", "autumn", words.yes, "Short"]
    let receipt = try ingest(filled(words.talkCard, [row], words))
    #expect(receipt.files.first?.problems.isEmpty == true && receipt.files.first?.accepted == 1)
    let cards = try workspace.talkCards()
    #expect(cards.known == 1 && cards.of == 1)
    #expect(cards.cards.first?.themes == ["peace", "family"] && cards.cards.first?.isBoosted == true)
  }

  @Test(arguments: FormWords.languages) func creatorsAreReadBack(language: String) throws {
    let words = try #require(FormWords(language: language))
    let row = [
      "K02", "Name", "ky uz-Latn", "KG", "Naryn", "UCsampleBBBBBBBBBBBBBBBB", "Channel", "@handle", "17840000000000000",
      "name.sample", "figures themes", "donors", "2026-10-01", "2027-12-31", "paused",
    ]
    let columns = try #require(RegistryColumns.names[language])
    #expect(columns.count == row.count && RegistryColumns.ids.count == row.count)
    let path = try filled(columns, [row], words)
    #expect(try workspace.importCreators(path, today: Day(number: 20_000)) == ["K02"])
    let creator = try workspace.openForReading().read { try $0.creators() }.first { $0.code == "K02" }
    #expect(creator?.status == .paused && creator?.languages == [.kyrgyz, .uzbekLatin])
    #expect(creator?.consents.map(\.sharedWith) == [.donors, .donors])
  }

  @Test func aRowThatOnlyHoldsTheWordIsNoExample() {
    #expect(FormWords.isExample("ПРИМЕР") && FormWords.isExample("namuna"))
    #expect(!FormWords.isExample("Пример имама") && !FormWords.isExample(""))
  }
}
