import Protection
import Records
import Storage
import TestSupport
import Testing

@Suite struct ArchiveTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open() throws -> Archive {
    try Archive.openForWriting(directory: folder.path, holder: "test", create: true, wait: 0)
  }

  @Test func aSecondWriterIsToldWhoHoldsTheLock() throws {
    let first = try open()
    #expect(throws: ArchiveError.self) { try open() }
    do {
      _ = try open()
    } catch {
      #expect("\(error)".utf8.starts(with: "another command is writing: test".utf8))
    }
    withExtendedLifetime(first) {}
  }

  @Test func theLockGoesWithItsHolder() throws {
    do { _ = try open() }
    _ = try open()
  }

  @Test func readingNeedsAnArchive() {
    #expect(throws: ArchiveError.self) { try Archive.openForReading(directory: folder.path) }
  }

  @Test func readersDoNotWaitForTheWriter() throws {
    let archive = try open()
    try archive.write { try $0.set("a", to: "1") }
    let reader = try Archive.openForReading(directory: folder.path)
    #expect(try reader.read { try $0.setting("a") } == "1")
    withExtendedLifetime(archive) {}
  }

  @Test func aFailedTransactionLeavesNothing() throws {
    struct Stop: Error {}
    let archive = try open()
    #expect(throws: Stop.self) {
      try archive.write { writer in
        try writer.set("a", to: "1")
        throw Stop()
      }
    }
    #expect(try archive.read { try $0.setting("a") } == nil)
  }

  @Test func aSavepointIsTakenBackAlone() throws {
    let archive = try open()
    try archive.write { writer in
      try writer.set("kept", to: "1")
      try writer.savepoint { (try writer.set("dropped", to: "1"), keep: false) }
    }
    #expect(try archive.read { try $0.setting("kept") } == "1")
    #expect(try archive.read { try $0.setting("dropped") } == nil)
  }
}

@Suite struct PostTests {
  private let folder: TemporaryFolder
  private let archive: Archive
  private let account: Int64

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive.openForWriting(directory: folder.path, holder: "test", create: true)
    account = try archive.write { writer in
      try writer.save(Creator(code: "K01", languages: [.kyrgyz]), accounts: [.youtube])[0]
    }
  }

  private func takeIn(_ hash: UInt8, _ sightings: [PostSighting], views: Double? = nil) throws -> Int64 {
    try archive.write { writer in
      let number = try writer.beginImport(
        sha256: Array(repeating: hash, count: 32), bytes: 1, nameSealed: [1], receivedAt: Instant(seconds: 0),
        receivedBy: "test")
      let source = try writer.addSource(
        to: number, ordinal: 0, nameSealed: [1], SourceDescription(format: "test", encoding: "UTF-8", dialect: ""))
      for sighting in sightings {
        let post = try writer.post(account: account, platform: .youtube, externalID: sighting.externalID)
        try writer.addSighting(sighting, post: post.id, source: source, alias: nil)
        if let views {
          let month = Month(year: 2026, month: 10)
          _ = try writer.add(
            Observation(
              subject: .post(sighting.externalID), metric: .views, scope: .period, period: month.period,
              asOf: month.lastDay, value: .known(views), row: sighting.row),
            account: account, post: post.id, source: source)
        }
        try writer.derive(post: post.id)
      }
      return number
    }
  }

  private func dump() throws -> [String] {
    var lines: [String] = []
    try archive.read { try $0.dump { lines.append($0) } }
    return lines
  }

  @Test func theNewestSightingWinsAndOldOnesFillGaps() throws {
    _ = try takeIn(1, [PostSighting(externalID: "a", title: "old", durationSeconds: 60, row: 2)])
    _ = try takeIn(2, [PostSighting(externalID: "a", title: "new", row: 2)])
    let post = try #require(try dump().first { $0.hasPrefix("post\t") })
    #expect(post.contains("title=\"new\"") && post.contains("duration_seconds=60"))
  }

  @Test func anExactTimeIsNotReplacedByAnEstimate() throws {
    let exact = PostSighting(externalID: "a", publishedAt: Instant(seconds: 100), row: 2)
    let guess = PostSighting(
      externalID: "a", publishedAt: Instant(seconds: 5_000), publishedPrecision: .estimate, row: 2)
    _ = try takeIn(1, [exact])
    _ = try takeIn(2, [guess])
    #expect(try dump().contains { $0.contains("published_at=100\tpublished_precision=\"second\"") })
  }

  /// Files that say random things of three posts: what the newest adds is what all of them together come to.
  @Test(arguments: 1...20) func additionsGiveWhatTheWholeGives(_ seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let precisions: [TimePrecision] = [.second, .minute, .day, .estimate]
    for number in 1...12 {
      try archive.write { writer in
        let file = try writer.beginImport(
          sha256: Array(repeating: UInt8(number), count: 32), bytes: 1, nameSealed: [1],
          receivedAt: Instant(seconds: 0), receivedBy: "test")
        let source = try writer.addSource(
          to: file, ordinal: 0, nameSealed: [1], SourceDescription(format: "test", encoding: "UTF-8", dialect: ""))
        for row in 1...3 {
          let name = "p\(chance.below(3))"
          let post = try writer.post(account: account, platform: .youtube, externalID: name)
          let time = chance.below(2) == 0 ? nil : Instant(seconds: Int64(chance.below(3)))
          let sighting = PostSighting(
            externalID: name, title: chance.below(2) == 0 ? nil : "title \(chance.below(3))", publishedAt: time,
            publishedPrecision: precisions[chance.below(4)],
            durationSeconds: chance.below(2) == 0 ? nil : chance.below(3), row: row)
          try writer.addSighting(sighting, post: post.id, source: source, alias: nil)
          _ = try writer.derive(post: post.id, saidBy: source, of: file)
        }
      }
      let added = try dump()
      try archive.write { writer in
        for name in 0..<3 {
          if let post = try writer.reader.post(platform: .youtube, externalID: "p\(name)") {
            try writer.derive(post: post.id)
          }
        }
      }
      #expect(try dump() == added, "file \(number)")
    }
  }

  @Test func undoGivesTheArchiveOfBefore() throws {
    _ = try takeIn(1, [PostSighting(externalID: "a", title: "old", row: 2)], views: 10)
    let before = try dump()
    let second = try takeIn(
      2, [PostSighting(externalID: "a", title: "new", row: 2), PostSighting(externalID: "b", row: 3)], views: 12)
    #expect(try dump() != before)
    #expect(try archive.write { try $0.undoImport(second) } == [account])
    #expect(try dump() == before)
    #expect(try archive.write { try $0.undoImport(99) } == nil)
  }

  @Test func numbersAreKeptAsTheyWereFirstStated() throws {
    _ = try takeIn(1, [PostSighting(externalID: "a", row: 2)], views: 10)
    _ = try takeIn(2, [PostSighting(externalID: "a", row: 2)], views: 12)
    let values = try archive.read { try $0.observations(of: account) }.map(\.value)
    #expect(values == [10, 12])
  }
}
