import Foundation
import Records
import Storage
import TestSupport
import Testing
import Workflows

@Suite struct BackupTests {
  private let home: TestHome
  private let path: String

  init() throws {
    home = try TestHome()
    path = home.folder.path + "/minbar.backup"
    try home.ingest([.init(id: "UgxA", author: "@aida", text: "Рахмат устаз")], day: 0)
    try home.ingest(title: "Билим", post: "PPPPPPPPPP1", day: 0)
  }

  @Test func whatIsRestoredIsWhatWasThere() throws {
    let before = try home.dump()
    let outcome = try home.at(0).backUp(to: path)
    #expect(outcome.imports == 2 && outcome.comments == 1 && outcome.files == ["creators.sealed"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    _ = try home.at(1).purge(.everything)
    #expect(try home.dump() != before)
    _ = try home.at(1).restore(from: path, replace: true)
    #expect(try home.dump() == before)
    #expect(try home.at(1).creators(withNames: true).first?.name == "Name of K01")
    #expect(try home.number("SELECT count(*) FROM sqlite_master WHERE name = 'backup_file'") == 0)
    #expect(Doctor.findingsAreFine(home.at(1)))
  }

  @Test func aNewMachineNeedsOnlyBackupAndKeys() throws {
    _ = try home.at(0).backUp(to: path)
    let places = Places(home: home.folder.path + "/new", keys: home.places.keys)
    let workspace = Workspace(places: places, now: home.at(1).now, user: "tester")
    _ = try workspace.restore(from: path, replace: false)
    #expect(try workspace.keyFaults() == [])
    #expect(try workspace.tryKeys() == 1)
  }

  @Test func anArchiveIsNotOverwrittenByMistake() throws {
    _ = try home.at(0).backUp(to: path)
    #expect(throws: WorkflowError.self) { try home.at(0).restore(from: path, replace: false) }
    #expect(throws: WorkflowError.self) { try home.at(0).backUp(to: path) }
  }

  @Test func aBackupIsMadeWhileSomebodyWrites() throws {
    do {
      let writer = try home.at(0).openForWriting("test")
      try writer.write { writer in
        try writer.set("half", to: "done")
        #expect(throws: Never.self) { try home.at(0).backUp(to: path) }
      }
    }
    _ = try home.at(0).restore(from: path, replace: true)
    #expect(try home.number("SELECT count(*) FROM setting WHERE name = 'half'") == 0)
  }

  /// Flips a bit at many places: a damaged copy is refused or holds every row as it was; it never crashes.
  @Test func damagedCopiesAreRefused() throws {
    _ = try home.at(0).backUp(to: path)
    let whole = try Data(contentsOf: URL(filePath: path))
    // Most of a small database is empty: bytes that say something are chosen.
    let places = whole.indices.filter { whole[$0] != 0 }
    var refused = 0
    for step in 0..<60 {
      var bytes = whole
      let place = places[(places.count - 1) * step / 59]
      bytes[place] ^= 0x10
      let broken = home.folder.path + "/broken"
      try bytes.write(to: URL(filePath: broken))
      let before = try home.dump()
      do {
        _ = try home.at(0).restore(from: broken, replace: true)
        #expect(try home.dump() == before, "byte \(place) changed what is stored, and nobody noticed")
      } catch {
        refused += 1
        #expect(try home.dump() == before)
      }
    }
    #expect(refused == 60, "every flipped bit is noticed")
    for count in [0, 1, 100, whole.count / 2] {
      try whole.prefix(count).write(to: URL(filePath: home.folder.path + "/short"))
      #expect(throws: (any Error).self) { try home.at(0).restore(from: home.folder.path + "/short", replace: true) }
    }
  }

  @Test func aSealedBackupOpensWithItsIdentityAlone() throws {
    let identity = home.folder.path + "/identity"
    let made = Process()
    made.executableURL = URL(filePath: "/usr/bin/age-keygen")
    made.arguments = ["-o", identity]
    made.standardError = FileHandle.nullDevice
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/age-keygen") else { return }
    try made.run()
    made.waitUntilExit()
    let lines = String(decoding: try Data(contentsOf: URL(filePath: identity)), as: UTF8.self).split(separator: "\n")
    let recipient = try #require(lines.first { $0.hasPrefix("# public key: ") }).dropFirst(14)
    let before = try home.dump()
    #expect(try home.at(0).backUp(to: path, recipient: String(recipient)).isSealed)
    #expect(throws: WorkflowError.self) { try home.at(0).restore(from: path, replace: true) }
    #expect(try home.at(0).restore(from: path, replace: true, identity: identity).backup.isSealed)
    #expect(try home.dump() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.places.home).allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test func aForeignDatabaseIsRefused() throws {
    let other = try home.folder.write("notes.txt", "nothing".utf8)
    #expect(throws: (any Error).self) { try home.at(0).restore(from: other, replace: true) }
    #expect(throws: (any Error).self) { try home.at(0).restore(from: home.folder.path + "/nothere", replace: true) }
  }

  @Test func whatExpiredSinceDoesNotComeBack() throws {
    _ = try home.at(0).backUp(to: path)
    _ = try home.at(91).runRetention()
    #expect(try home.at(92).restore(from: path, replace: true).expired.comments == 1)
    #expect(try home.at(92).runRetention().isEmpty)
    #expect(try home.number("SELECT count(*) FROM text_block") == 0)
  }

  @Test func nothingOfACutOffBackupIsLeft() throws {
    #expect(throws: (any Error).self) { try home.at(0).backUp(to: home.folder.path + "/no/such/folder/copy") }
    #expect(throws: (any Error).self) { try home.at(0).backUp(to: path, recipient: "age1nonsense") }
    #expect(!FileManager.default.fileExists(atPath: path) && !FileManager.default.fileExists(atPath: path + ".part"))
  }
}
