import Foundation
import Records
import Storage
import TestSupport
import Testing
import Workflows

/// What a restore must not lose or bring back.
@Suite struct RestoreTests {
  private let home: TestHome
  private let path: String

  init() throws {
    home = try TestHome()
    path = home.folder.path + "/minbar.backup"
    try home.ingest([.init(id: "UgxA", author: "@aida", text: "Рахмат устаз")], day: 0)
    try home.ingest(title: "Билим", post: "PPPPPPPPPP1", day: 0)
  }

  /// What `body` refuses with; empty when it does not.
  private func refusal(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch {
      return "\(error)"
    }
  }

  private func release(_ value: Double, day: Double) throws {
    let cell = StoredReleaseCell(
      series: "donor", cell: "comments", isShown: true, size: value, isComplete: true, values: [value, nil, nil, 12],
      parts: [.init(creator: "K01", contribution: value, commenters: 12)])
    try home.at(day).openForWriting("test").write { writer in
      let month = Month(year: 2026, month: 10)
      try writer.addRelease(
        [cell], series: "donor", from: month, through: month, sha256: [UInt8](repeating: UInt8(value), count: 32),
        at: home.at(day).now)
    }
  }

  @Test func keysThatDoNotFitAreSaidBeforeAnythingIsReplaced() throws {
    _ = try home.at(0).backUp(to: path)
    let old = home.folder.path + "/old-keys"
    try FileManager.default.copyItem(atPath: home.places.keys, toPath: old)
    _ = try home.at(1).rotateKeys()
    let before = try home.dump()
    let said = refusal { _ = try home.at(1).restore(from: path, replace: true) }
    #expect(said.contains("text") && said.contains("Nothing was changed") && !said.contains("init"))
    #expect(try home.dump() == before && home.openTexts() == ["Рахмат устаз"])
    #expect(try home.at(1).keyFaults() == [])
    try FileManager.default.removeItem(atPath: home.places.keys)
    #expect(refusal { _ = try home.at(1).restore(from: path, replace: true) }.contains("other keys"))
    #expect(try home.dump() == before)
    try FileManager.default.copyItem(atPath: old, toPath: home.places.keys)
    _ = try home.at(1).restore(from: path, replace: true)
    #expect(try home.openTexts() == ["Рахмат устаз"] && home.at(1).keyFaults() == [])
  }

  @Test func withoutKeysOnlyWhereThatIsSaid() throws {
    _ = try home.at(0).backUp(to: path)
    try FileManager.default.removeItem(atPath: home.places.keys)
    #expect(try home.at(1).restore(from: path, replace: true, withoutKeys: true).backup.imports == 2)
    #expect(try home.at(1).initKeys(replace: true).keys.contains("text.key"))
  }

  @Test func whatWasHandedOutSinceStaysInTheLedger() throws {
    try release(20, day: 0)
    _ = try home.at(0).backUp(to: path)
    try release(31, day: 1)
    let before = try home.at(1).openForReading().read { try $0.releases().map(\.cells) }
    #expect(try home.at(2).restore(from: path, replace: true).releasesKept == 1)
    #expect(try home.at(2).openForReading().read { try $0.releases().map(\.cells) } == before)
    #expect(Doctor.findingsAreFine(home.at(2)))
    #expect(try home.at(2).restore(from: path, replace: true).releasesKept == 1)
    #expect(try home.number("SELECT count(*) FROM release") == 2)
  }

  @Test func aPresentArchiveThatCannotBeReadIsSaid() throws {
    _ = try home.at(0).backUp(to: path)
    try Data("no database at all".utf8).write(to: URL(filePath: home.database))
    var notices: [String] = []
    _ = try home.at(1).restore(from: path, replace: true) { notices.append($0) }
    #expect(notices.contains { $0.contains("ledger") && $0.contains("cannot be read") })
    #expect(try home.number("SELECT count(*) FROM import") == 2)
  }

  @Test func withdrawnStaysWithdrawn() throws {
    _ = try home.at(0).backUp(to: path)
    let all = try home.at(0).consents(of: "K01").agreed
    _ = try home.at(1).withdrawConsent(of: "K01", what: [.themes])
    let agreed = try home.at(1).consents(of: "K01").agreed
    #expect(try home.at(2).restore(from: path, replace: true).withdrawalsKept == 1)
    #expect(try home.at(2).consents(of: "K01").agreed == agreed && agreed != all)
    #expect(try home.at(2).consents(of: "ZEBRA77").withdrawn == [])
    #expect(Doctor.findingsAreFine(home.at(2)))
  }

  @Test func creatorsWhoWerePurgedAreNamed() throws {
    _ = try home.at(0).backUp(to: path)
    _ = try home.at(1).purge(.creator("ZEBRA77"))
    #expect(try home.at(2).restore(from: path, replace: true).creatorsBack == ["ZEBRA77"])
    #expect(try home.at(2).restore(from: path, replace: true).creatorsBack == [])
  }

  /// A folder where sealed names belong: the database is exchanged already, and comes back.
  @Test func aRestoreThatFailsPutsTheArchiveBack() throws {
    _ = try home.at(0).backUp(to: path)
    _ = try home.at(1).purge(.creator("ZEBRA77"))
    let before = try home.dump()
    try FileManager.default.removeItem(atPath: home.places.registryFile)
    try FileManager.default.createDirectory(
      atPath: home.places.registryFile + "/full", withIntermediateDirectories: true)
    #expect(throws: (any Error).self) { try home.at(2).restore(from: path, replace: true) }
    #expect(try home.dump() == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: home.places.home)
    #expect(left.allSatisfy { !$0.hasSuffix(".replaced") && !$0.hasSuffix(".part") })
  }

  @Test func filesOfStrangersAndFoldersOfDataAreLeftAlone() throws {
    let strangers = [".part", ".1.part"].map { URL(filePath: path + $0) }
    for file in strangers { try Data("mine".utf8).write(to: file) }
    _ = try home.at(0).backUp(to: path)
    for file in strangers { #expect(try Data(contentsOf: file) == Data("mine".utf8)) }
    try FileManager.default.createDirectory(atPath: home.places.home + "/reports", withIntermediateDirectories: true)
    for place in [home.places.home, home.places.home + "/reports", home.places.keys] {
      #expect(refusal { _ = try home.at(0).backUp(to: place + "/copy") }.contains("another disk"))
    }
    #expect(refusal { _ = try home.at(0).backUp(to: home.folder.path + "/no/copy") }.contains("folder is not there"))
  }
}
