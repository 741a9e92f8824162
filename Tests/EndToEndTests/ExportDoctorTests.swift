import Foundation
import TestSupport
import Testing

/// What staff are told about files before, while and after they are taken in.
@Suite struct ExportDoctorTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
  }

  private func start() throws {
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
  }

  static let commands = [
    ["inspect"], ["watch"], ["collect"], ["collect", "plan"], ["formats"], ["formats", "list"], ["formats", "map"],
    ["formats", "mappings"], ["formats", "forget"], ["formats", "roles"], ["imports", "diff"],
  ]

  @Test(arguments: commands)
  func everyCommandExplainsItselfWithAnExample(command: [String]) throws {
    let help = try program.run(command + ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("Example") && help.output.contains("minbar \(command[0])"))
  }

  private var contentZip: String {
    get throws {
      let files = try ProjectFolder.files(below: "Samples/exports/2026-10/YouTube", endings: [".zip"])
      return try #require(files.first { $0.hasSuffix("Content 2026-10-01_2026-10-31 Ustaz Talks.zip") } ?? files.first)
    }
  }

  private struct Inspected: Decodable {
    struct File: Decodable {
      let format: String
      let creator: String?
      let toldBy: String?
      let period: String?
      let scope: String?
      let posts: Int
      let knownPosts: Int?
      let overlaps: [Int]
    }
    let sameBytesAs: Int?
    let files: [File]
  }

  private func inspect(_ path: String) throws -> Inspected {
    let run = try program.run("inspect", path, "--format", "json")
    return try #require(try JSONDecoder().decode([Inspected].self, from: Data(run.output.utf8)).first)
  }

  @Test func aFileIsInspectedWithoutAnArchiveAndNothingIsWritten() throws {
    let found = try inspect(contentZip)
    #expect(found.sameBytesAs == nil && found.files.contains { $0.format == "youtube-studio-table" && $0.posts > 0 })
    #expect(!FileManager.default.fileExists(atPath: program.home))
    #expect(!FileManager.default.fileExists(atPath: program.keys))
  }

  @Test func whatIsKnownAlreadyIsToldAndTheArchiveStaysAsItIs() throws {
    try start()
    let zip = try contentZip
    let before = try inspect(zip)
    #expect(before.sameBytesAs == nil && before.files.allSatisfy { $0.overlaps.isEmpty })
    try program.run("ingest", zip)
    let dump = try program.run("dump", "--logical").output
    let after = try inspect(zip)
    #expect(after.sameBytesAs == 1)
    let table = try #require(after.files.first { $0.format == "youtube-studio-table" })
    #expect(table.knownPosts == table.posts && table.overlaps == [1] && table.scope == "period")
    #expect(table.creator != nil && table.toldBy == "name")
    #expect(try program.run("dump", "--logical").output == dump)
  }

  @Test func recordsAreLinesOfJSONWithTheNamesThatAreDocumented() throws {
    let guide = try ProjectFolder.text("docs/records.md")
    let comments = try ProjectFolder.files(
      below: "Samples/exports/2026-10", endings: [".jsonl", ".vtt", ".srt", ".info.json"])
    let run = try program.run(["inspect", "--records", try contentZip] + comments.prefix(6))
    let lines = run.output.split(separator: "\n")
    #expect(lines.count > 100)
    var kinds: Set<String> = []
    for line in lines {
      let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      kinds.insert(try #require(record["record"] as? String))
      for name in record.keys { #expect(guide.contains("`\(name)`"), "docs/records.md does not name \(name)") }
    }
    #expect(kinds.isSuperset(of: ["source", "post", "observation", "comment"]), "\(kinds)")
  }

  @Test func withoutRecordsNothingOfAPersonIsPrinted() throws {
    let file = try folder.write(
      "dQw4w9WgXcQ.jsonl",
      Array(#"{"cid":"Ug1","text":"Купуя сөз","time":"1 day ago","author":"@kupuya-adam","votes":"1"}"#.utf8))
    let plain = try program.run("inspect", file)
    let json = try program.run("inspect", file, "--format", "json")
    for output in [plain.output, plain.errors, json.output, json.errors] {
      #expect(!output.contains("kupuya-adam") && !output.contains("Купуя"))
    }
    #expect(try program.run("inspect", file, "--records").output.contains("kupuya-adam"))
  }

  @Test func wrongUseAndProblemsHaveTheirExitCodes() throws {
    #expect(try program.run("inspect").status == 2)
    #expect(try program.run("inspect", contentZip).status == 0)
    #expect(
      try program.run("inspect", try folder.write("a.html", Array("<!doctype html><html></html>".utf8))).status == 1)
  }

  @Test func aFileThatFitsTwoCreatorsIsHeldAndPicturesAreToTypeIn() throws {
    try start()
    let zip = try contentZip
    let table = "Content,Video title,Views,Watch time (hours)\nAAAAAAAAAAA,Сабак,10,1.5\n"
    let held = try folder.write("in/K01 K02 2026-10.csv", Array(table.utf8))
    let picture = try folder.write("in/screenshot.png", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3, 4])
    let run = try program.run("ingest", held, picture, zip, "--format", "json")
    #expect(run.status == 1)
    let outcome = try JSONDecoder().decode(Outcome.self, from: Data(run.output.utf8))
    #expect(outcome.receipts.map(\.status) == ["held", "by-hand", "taken"])
    #expect(outcome.totals.held == 1 && outcome.totals.byHand == 1 && outcome.totals.taken == 1)
    let said = try program.run("ingest", held, "--creator", "K01", "--period", "2026-10")
    #expect(said.status == 0, "\(said.output)\(said.errors)")
    #expect(try program.run("ingest", picture).status == 0)
  }

  private struct Outcome: Decodable {
    struct Receipt: Decodable {
      let status: String
    }
    struct Totals: Decodable {
      let held: Int
      let byHand: Int
      let taken: Int
    }
    let receipts: [Receipt]
    let totals: Totals
  }

  @Test(arguments: [
    ("ru", "принято"), ("ky", "кабыл алынды"), ("uz", "qabul qilindi"), ("uz-Cyrl", "қабул қилинди"), ("en", "taken"),
  ])
  func receiptsSpeakTheLanguageOfTheReader(language: String, word: String) throws {
    try start()
    let run = try program.run("ingest", contentZip, "--language", language)
    #expect(run.status == 0 && run.output.contains(word), "\(run.output)\(run.errors)")
  }
}
