import GRDB
import Records
import TestSupport
import Testing

@testable import Storage

@Suite struct ProgrammeRecordTests {
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

  private let october = Month(year: 2026, month: 10).period

  private func source(_ writer: ArchiveWriter, _ mark: UInt8) throws -> Int64 {
    let id = try writer.beginImport(
      sha256: [UInt8](repeating: mark, count: 32), bytes: 1, nameSealed: [1], receivedAt: Instant(seconds: 0),
      receivedBy: "test")
    return try writer.addSource(
      to: id, ordinal: 0, nameSealed: [1],
      SourceDescription(format: "figures-by-hand", encoding: "UTF-8", dialect: "sheet"))
  }

  private func figure(_ value: Reported<Double>, row: Int) -> HandFigure {
    HandFigure(
      platform: .tiktok, period: october, metric: .views, value: value, enteredBy: "", evidence: "", row: row)
  }

  private func add(_ figure: HandFigure, _ writer: ArchiveWriter, _ source: Int64, creator: String = "K01") throws
    -> Bool
  {
    try writer.add(figure, creator: creator, enteredBySealed: [1, 2], evidenceSealed: [3], source: source)
  }

  private func dump() throws -> [String] {
    var lines: [String] = []
    try archive.read { try $0.dump { lines.append($0) } }
    return lines.filter { $0.hasPrefix("hand-figure\t") || $0.hasPrefix("talk-card\t") || $0.hasPrefix("post\t") }
  }

  @Test func figuresByHandLieApart() throws {
    try archive.write { writer in
      let first = try source(writer, 1)
      #expect(try add(figure(.known(5), row: 1), writer, first))
      #expect(try add(figure(.known(6), row: 2), writer, first))
      #expect(try !add(figure(.known(6), row: 3), writer, first, creator: "K99"))
      #expect(try !add(figure(.withheld, row: 4), writer, first))
      #expect(try add(figure(.approximate(7), row: 1), writer, source(writer, 2)))
    }
    let stored = try archive.read { try $0.handFigures() }
    #expect(
      stored == [
        StoredHandFigure(
          creator: "K01", platform: .tiktok, metric: .views, period: october, value: .approximate(7),
          enteredBySealed: [1, 2], evidenceSealed: [3], importNumber: 2, row: 1)
      ])
    #expect(try dump().count == 3)
    // Nothing of them is among the numbers that figures are made of.
    #expect(try archive.read { try $0.observations(of: account) }.isEmpty)
    _ = try archive.write { try $0.undoImport(2) }
    #expect(try archive.read { try $0.handFigures() }.map(\.value) == [.known(6)])
  }

  @Test func aCardKeepsItsTalkAndGoesWithItsImport() throws {
    let post = try archive.write { writer in
      let post = try writer.post(account: account, platform: .youtube, externalID: "AAAAAAAAAAA").id
      let first = try source(writer, 1)
      try writer.add(TalkCard(talk: .id("AAAAAAAAAAA"), themes: ["мир"], row: 2), post: post, source: first)
      let card = TalkCard(
        talk: .id("AAAAAAAAAAA"), themes: ["мир", "труд"], targetGroup: "жаштар", campaign: "күз", isBoosted: false,
        summary: "кыска", row: 3)
      try writer.add(card, post: post, source: first)
      try writer.add(
        TalkCard(talk: .id("AAAAAAAAAAA"), themes: ["семья"], row: 2), post: post, source: source(writer, 2))
      try writer.derive(post: post)
      return post
    }
    #expect(try archive.read { try $0.talkCards() }.map(\.themes) == [["семья"]])
    _ = try archive.write { try $0.undoImport(2) }
    #expect(
      try archive.read { try $0.talkCards() } == [
        StoredTalkCard(
          post: post, themes: ["мир", "труд"], targetGroup: "жаштар", campaign: "күз", isBoosted: false,
          summary: "кыска", importNumber: 1, row: 3)
      ])
    #expect(try dump().count == 2)
    _ = try archive.write { try $0.undoImport(1) }
    #expect(try dump().isEmpty)
  }

  @Test func postsAreFoundByTheirDays() throws {
    let day = october.from
    try archive.write { writer in
      let first = try source(writer, 1)
      for (id, offset) in [("a", 0), ("b", 1), ("c", 5)] {
        let post = try writer.post(account: account, platform: .youtube, externalID: id).id
        let moment = Instant(day: day + offset, secondOfDay: 0)
        let sighting = PostSighting(externalID: id, title: id, publishedAt: moment, row: 1)
        try writer.addSighting(sighting, post: post, source: first, alias: nil)
        try writer.derive(post: post)
      }
    }
    let found = try archive.read {
      try $0.posts(
        publishedFrom: Instant(day: day, secondOfDay: 0), until: Instant(day: day + 2, secondOfDay: 0))
    }
    #expect(found.map(\.title) == ["a", "b"])
  }
}
