import Foundation
import Protection
import Records
import Storage
import TestSupport
import Testing
import Workflows

@Suite struct KeyTests {
  private let home: TestHome
  private let comment = TestHome.Line(id: "UgxA", author: "@aida", text: "Рахмат устаз")
  private let unnumbered = TestHome.Line(id: "", author: "@bek", text: "Омийин")

  init() throws {
    home = try TestHome()
  }

  private func ring() throws -> KeyRing { try KeyRing(directory: home.places.keys, dataDirectory: home.places.home) }

  private func states() throws -> [String: KeyListing.State] {
    Dictionary(uniqueKeysWithValues: try home.at(0).keyStatus().map { ($0.purpose, $0.state) })
  }

  @Test func newKeysArePrivateAndInForce() throws {
    try home.ingest([comment], day: 0)
    #expect(try states() == ["text": .inForce, "identity": .inForce, "registry": .inForce, "2026-Q4": .inForce])
    #expect(try home.at(0).keyFaults() == [])
    #expect(try home.at(0).tryKeys() == 1)
    for name in try FileManager.default.contentsOfDirectory(atPath: home.places.keys) {
      let mode =
        try FileManager.default.attributesOfItem(atPath: home.places.keys + "/" + name)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(
        try home.files(holding: [
          String(decoding: Data(contentsOf: URL(filePath: home.places.keys + "/" + name)), as: UTF8.self)
        ]) == [])
    }
  }

  @Test func exposedMissingAndForeignKeysAreTold() throws {
    chmod(home.places.keys + "/text.key", 0o644)
    #expect(try states()["text"] == .exposed)
    #expect(try home.at(0).keyFaults().count == 1)
    unlink(home.places.keys + "/text.key")
    #expect(try states()["text"] == .missing)
    try Data("nonsense".utf8).write(to: URL(filePath: home.places.keys + "/text.key"))
    chmod(home.places.keys + "/text.key", 0o600)
    #expect(try states()["text"] == .unreadable)
  }

  @Test func keysOfAnotherArchiveAreRefusedBeforeAnythingIsWritten() throws {
    let other = try TestHome()
    let before = try home.dump()
    for name in ["text", "identity", "registry"] {
      let path = home.places.keys + "/\(name).key"
      unlink(path)
      try FileManager.default.copyItem(atPath: other.places.keys + "/\(name).key", toPath: path)
    }
    #expect(throws: (any Error).self) { try home.ingest([comment], day: 0) }
    #expect(throws: (any Error).self) { try home.at(0).initKeys(replace: false) }
    #expect(try home.dump() == before)
  }

  @Test(arguments: ["/keys-inside", ""])
  func keysInTheDataDirectoryAreRefused(place: String) throws {
    let inside = home.places.home + place
    try FileManager.default.createDirectory(atPath: inside, withIntermediateDirectories: true)
    let places = Places(home: home.places.home, keys: inside)
    #expect(throws: KeyError.self) { try KeyRing(directory: places.keys, dataDirectory: places.home) }
  }

  @Test func dataInTheKeyDirectoryAndStrayKeysAreRefused() throws {
    #expect(throws: KeyError.self) { try KeyRing(directory: home.folder.path, dataDirectory: home.places.home) }
    try FileManager.default.copyItem(
      atPath: home.places.keys + "/text.key", toPath: home.places.home + "/text.key")
    #expect(throws: KeyError.self) { try ring() }
  }

  /// A third of the lines of a re-export have no id, so that author and words must find them again.
  @Test func rotatingAndDestroyingChangesNoTally() throws {
    let lines = [comment, unnumbered, unnumbered, .init(id: "UgxC", author: "@aida", text: "Рахмат")]
    try home.ingest(lines, day: 0)
    try home.analyse(0)
    let (tallies, commenters) = (try home.tallies(), try home.number("SELECT sum(commenters) FROM comment_rollup"))
    let old = try home.at(0).keyStatus()
    let outcome = try home.at(1).rotateKeys()
    #expect(outcome.keys == ["text.key", "author-2026-Q4.key"])
    #expect(try home.at(1).keyStatus() != old)
    try home.ingest(lines, day: 2)
    try home.analyse(2)
    #expect(try home.tallies() == tallies)
    _ = try home.at(3).destroyKey("2026-Q4")
    #expect(try states()["2026-Q4"] == .destroyed)
    try home.ingest(lines, day: 4)
    try home.analyse(4)
    #expect(try home.tallies() == tallies)
    #expect(try home.number("SELECT sum(commenters) FROM comment_rollup") == commenters)
    try home.ingest(lines, day: 80)
    try home.analyse(80)
    #expect(try home.tallies() == tallies, "another quarter")
    #expect(try home.at(80).keyFaults() == [] && home.openTexts().count == 16)
  }

  @Test func aRotationThatIsCutOffIsEnded() throws {
    try home.ingest([comment], day: 0)
    let ring = try ring()
    // Cut off before the archive was changed: the old key stays.
    _ = try ring.beginRotation(.text)
    _ = try home.at(1).openForWriting("test")
    #expect(try home.openTexts() == [comment.text])
    #expect(!FileManager.default.fileExists(atPath: home.places.keys + "/text.key.next"))
    // Cut off after it: the new key takes its place.
    let old = try ring.key(.text)
    let next = try ring.beginRotation(.text)
    do {
      let archive = try home.at(1).openForReading()
      withExtendedLifetime(archive) {}
      let writer = try Archive.openForWriting(directory: home.places.home, holder: "test")
      try writer.write { writer in
        _ = try writer.rewrapKeys { try ImportKey(wrapped: $0, textKey: old).wrapped(by: next.key) }
        try writer.keep(keyMark: next.mark, purpose: "text", at: home.at(1).now)
      }
    }
    _ = try home.at(1).openForWriting("test")
    #expect(try home.openTexts() == [comment.text])
    #expect(try home.at(1).keyFaults() == [])
  }

  @Test func destroyingTheTextKeyKeepsTheCounts() throws {
    try home.ingest([comment], day: 0)
    let outcome = try home.at(1).destroyKey("text")
    #expect(outcome.lost.count == 1)
    #expect(try home.tallies().filter { $0.key.contains(" all ") }.values.reduce(0, +) == 1, "read before it went")
    #expect(try home.number("SELECT count(*) FROM text_block") == 0)
    #expect(throws: (any Error).self) { try home.ingest([unnumbered], day: 1) }
    _ = try home.at(1).initKeys(replace: false)
    try home.ingest([comment, unnumbered], day: 1)
    try home.analyse(1)
    #expect(try home.tallies().filter { $0.key.contains(" all ") }.values.reduce(0, +) == 2)
  }

  @Test func panicTakesEveryKeyAndWaitsForNobody() throws {
    try home.ingest([comment], day: 0)
    try home.analyse(0)
    let tallies = try home.tallies()
    // Another command is writing: who needs the lock would wait for it, and then give up.
    let outcome = try {
      let writer = try Archive.openForWriting(directory: home.places.home, holder: "test")
      defer { withExtendedLifetime(writer) {} }
      return home.places.panic()
    }()
    #expect(outcome.destroyed.count == 4 && outcome.left == [])
    #expect(home.places.keyNames == [])
    #expect(throws: (any Error).self) { try home.openTexts() }
    #expect(try home.tallies() == tallies)
    // Nothing is counted twice when a new beginning is made.
    #expect(throws: WorkflowError.self) { try home.at(1).initKeys(replace: false) }
    #expect(throws: WorkflowError.self) { try home.at(1).setUp(timeZone: nil) }
    let made = try home.at(1).initKeys(replace: true)
    #expect(made.keys.count == 3 && made.lost.count == 3)
    try home.at(1).save([TestHome.creator("K01", "UCsampleAAAAAAAAAAAAAAAA")])
    try home.ingest([comment], day: 1)
    try home.analyse(1)
    #expect(try home.tallies() == tallies)
    #expect(try home.at(1).imports().first?.name == "(name sealed with another key)")
  }

  @Test func panicWorksOnADamagedKeyDirectory() throws {
    chmod(home.places.keys, 0o755)
    try Data().write(to: URL(filePath: home.places.keys + "/author-2020-Q1.key"))
    #expect(home.places.panic().left == [])
    #expect(home.places.panic().destroyed == [])
  }

  @Test(arguments: ["Text", "2026-Q5", "author", ""])
  func unknownKeysAreSaid(name: String) throws {
    #expect(throws: WorkflowError.self) { try home.at(0).destroyKey(name) }
  }
}
