import Foundation
import Records
import Storage
import TestSupport
import Testing
import Workflows

/// Canaries are looked for in every byte below the data directory: database, log, reports, spool, backups made since.
@Suite struct PurgeTests {
  private let home: TestHome
  private let canaries = (0..<100).map { "canary-\($0)-" + String(repeating: "ж", count: 5 + $0 % 40) }
  private let kept = "stays-in-the-archive"
  private let channel = "UCsampleBBBBBBBBBBBBBBBB"

  /// A post of ZEBRA77 whose words are canaries, one of K01 that stays, and a report and an upload with canaries.
  init() throws {
    home = try TestHome()
    try home.ingest(title: kept, post: "KKKKKKKKKK1", day: 10)
    try home.ingest([.init(id: "UgxKept", author: "@aida", text: "Рахмат")], post: "KKKKKKKKKK1", day: 10)
    try home.ingest(title: canaries.joined(separator: " "), post: "CCCCCCCCCC1", channel: channel, day: 0)
    try home.ingest(
      [.init(id: "UgxGone", author: "@bek", text: "Спасибо")], post: "CCCCCCCCCC1", creator: "ZEBRA77", day: 0)
    try home.analyse(10)
    for folder in [home.places.reports, home.places.spool] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(canaries[0].utf8).write(to: URL(filePath: folder + "/file"))
    }
  }

  private var traces: [String] { canaries + ["CCCCCCCCCC1"] }

  @Test func theSearchFindsCanariesBefore() throws {
    #expect(try home.files(holding: traces).contains { $0.hasPrefix("minbar.db") })
    #expect(try home.files(holding: [canaries[99]]).count >= 1)
  }

  @Test(arguments: [
    PurgeRequest.post("CCCCCCCCCC1"), .post("https://www.youtube.com/watch?v=CCCCCCCCCC1&t=3"), .creator("ZEBRA77"),
    .before(Day(number: Int32(TestHome.start / 86_400) + 5)), .everything,
  ])
  func noCanaryIsLeft(request: PurgeRequest) throws {
    let receipt = try home.at(11).purge(request)
    #expect(receipt.files == 2 && !receipt.isRehearsal)
    #expect(receipt.removed.first { $0.what == "posts" }?.count == (request == .everything ? 2 : 1))
    #expect(try home.files(holding: traces) == [])
    let backup = home.folder.path + "/copy"
    _ = try home.at(11).backUp(to: backup)
    #expect(try !Data(contentsOf: URL(filePath: backup)).contains(traces))
    if request == .everything {
      #expect(try home.files(holding: [kept, "ZEBRA77", "K01"]) == [])
    } else {
      #expect(try home.files(holding: [kept]).isEmpty == false)
    }
    #expect(Doctor.findingsAreFine(home.at(11)))
  }

  @Test func aCreatorsCodeAndChannelGoToo() throws {
    _ = try home.at(11).purge(.creator("ZEBRA77"))
    #expect(try home.files(holding: ["ZEBRA77", channel]) == [])
    #expect(try home.at(11).creators(withNames: true).map(\.code) == ["K01"])
  }

  @Test func anImportGoesWithWhatOnlyItSays() throws {
    let number = try home.number(
      "SELECT import FROM source_file JOIN post_sighting ON source_file = id WHERE title LIKE 'canary%'")
    let receipt = try home.at(11).purge(.importNumber(Int64(number)))
    #expect(receipt.removed.contains { $0.what == "imports" && $0.count == 1 })
    #expect(try home.files(holding: canaries) == [])
  }

  @Test func aRehearsalChangesNothing() throws {
    let before = try home.dump()
    let rehearsed = try home.at(11).purge(.creator("ZEBRA77"), isRehearsal: true)
    #expect(try home.dump() == before)
    #expect(FileManager.default.fileExists(atPath: home.places.reports + "/file"))
    let receipt = try home.at(11).purge(.creator("ZEBRA77"))
    #expect(rehearsed.isRehearsal && rehearsed.removed == receipt.removed && rehearsed.files == receipt.files)
  }

  @Test(arguments: [PurgeRequest.post("nothere"), .creator("K99"), .importNumber(99)])
  func whatIsNotThereIsSaid(request: PurgeRequest) throws {
    #expect(throws: WorkflowError.self) { try home.at(11).purge(request) }
  }
}

extension Data {
  fileprivate func contains(_ texts: [String]) -> Bool { texts.contains { range(of: Data($0.utf8)) != nil } }
}

extension Doctor {
  /// Whether nothing is broken.
  static func findingsAreFine(_ workspace: Workspace) -> Bool {
    let findings = (try? Doctor(workspace).examine(fingerprint: "")) ?? []
    return !findings.isEmpty && findings.allSatisfy { $0.grade != .bad }
  }
}
