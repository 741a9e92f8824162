import Records
import Storage
import TestSupport
import Testing

/// What pages ask of single talks: how long they were watched in a month, and how many views they had at which age.
@Suite struct TalkWatchTests {
  private let month = Month(year: 2026, month: 10)
  private let folder: TemporaryFolder
  private let archive: Archive
  private let account: Int64
  private let post: Int64

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive.openForWriting(directory: folder.path, holder: "test", create: true)
    account = try archive.write { writer in
      try writer.save(Creator(code: "K01", languages: [.kyrgyz]), accounts: [.youtube])[0]
    }
    let (account, day) = (account, month.firstDay + 1)
    // 20:00 on the second in UTC is the third in Bishkek.
    let sighting = PostSighting(
      externalID: "a", kind: .video, title: "T", publishedAt: Instant(day: day, secondOfDay: 72_000, offset: 0),
      durationSeconds: 700, row: 1)
    post = try archive.write { writer in try Self.take(writer, 1, account, [], sighting) }
  }

  private static func take(
    _ writer: ArchiveWriter, _ hash: UInt8, _ account: Int64, _ numbers: [Observation], _ sighting: PostSighting? = nil
  ) throws -> Int64 {
    let number = try writer.beginImport(
      sha256: Array(repeating: hash, count: 32), bytes: 1, nameSealed: [1], receivedAt: Instant(seconds: 0),
      receivedBy: "test")
    let source = try writer.addSource(
      to: number, ordinal: 0, nameSealed: [1], SourceDescription(format: "test", encoding: "UTF-8", dialect: ""))
    let post = try writer.post(account: account, platform: .youtube, externalID: "a").id
    if let sighting { try writer.addSighting(sighting, post: post, source: source, alias: nil) }
    for observation in numbers { _ = try writer.add(observation, account: account, post: post, source: source) }
    try writer.derive(post: post)
    return post
  }

  private func stated(_ metric: Metric, _ value: Double, _ period: Period, row: Int) -> Observation {
    Observation(
      subject: .post("a"), metric: metric, scope: .period, period: period, asOf: period.through, value: .known(value),
      row: row)
  }

  private func read(_ findings: [(String, Stance, Int)]) throws {
    let found = findings.map { theme, stance, start in
      Finding(theme: theme, stance: stance, entry: "e", sentence: start..<(start + 9), span: start..<(start + 1))
    }
    let sentences = [0, 10].map { SentenceReading(range: $0..<($0 + 9), language: .kyrgyz) }
    let reading = TextReading(language: .kyrgyz, confidence: 1, sentences: sentences, findings: found)
    try archive.write { writer in
      try writer.save(
        TalkReading(part: "transcript", textHash: 1, reading: reading, sentenceSeconds: [30, 10]), post: post,
        reader: try writer.readerID("f"))
    }
  }

  private func watched() throws -> [TalkWatch] {
    try archive.read {
      try $0.programmeData(months: [month + -1, month], today: month.lastDay, zoneOffset: 0, fingerprint: "").watched
    }
  }

  @Test func theLatestStatementOfAWholeMonthCounts() throws {
    let first = month.firstDay
    let window = Period(from: first, through: first + 27)
    try archive.write { writer in
      _ = try Self.take(writer, 2, account, [stated(.watchHours, 40, month.period, row: 1)])
      _ = try Self.take(
        writer, 3, account,
        [
          stated(.watchHours, 42, month.period, row: 1), stated(.views, 400, month.period, row: 1),
          stated(.watchHours, 9, window, row: 2), stated(.watchHours, 5, (month + 1).period, row: 3),
        ])
    }
    #expect(try watched().isEmpty)
    try read([("peace", .promotes, 0), ("education", .promotes, 0), ("peace", .promotes, 10), ("peace", .mentions, 10)])
    #expect(
      try watched() == [
        TalkWatch(
          account: account, month: month, hours: 42, views: 400, seconds: 40, duration: 700, themed: 40,
          themes: ["peace": 40, "education": 30])
      ])
  }

  @Test func aTalkWithoutThemesIsWatchedAllTheSame() throws {
    try archive.write { writer in
      _ = try Self.take(writer, 2, account, [stated(.watchHours, 40, month.period, row: 1)])
    }
    try read([])
    let talk = try #require(try watched().first)
    #expect(talk.themed == 0 && talk.themes.isEmpty && talk.views == nil && talk.hours == 40)
  }

  private func themes() throws -> [String] {
    try archive.read {
      try $0.programmeData(months: [month], today: month.lastDay, zoneOffset: 21_600, fingerprint: "").themes
    }.map { "\($0.language.rawValue) \($0.theme) \($0.stance.rawValue) \($0.sentences) \($0.seconds)" }
  }

  /// The sums that reports read are those of the findings, however often the talk is read.
  @Test func aSentenceThatShowsAThemeTwiceCountsOnce() throws {
    try read([("peace", .promotes, 0), ("peace", .promotes, 10)])
    #expect(try themes() == ["ky peace promotes 2 40.0"])
    try read([
      ("peace", .promotes, 0), ("peace", .promotes, 0), ("peace", .mentions, 0), ("education", .opposes, 10),
    ])
    #expect(try themes() == ["ky education opposes 1 10.0", "ky peace mentions 1 30.0", "ky peace promotes 1 30.0"])
    #expect(try archive.read { try $0.talksWithWrongSums() } == 0)
    try archive.write { try $0.forgetTalk(part: "transcript", post: post) }
    #expect(try themes().isEmpty && archive.read { try $0.talksWithWrongSums() } == 0)
  }

  @Test func totalsAreToldByAgeInTheZonesDays() throws {
    let published = month.firstDay + 2
    func total(_ day: Day, _ views: Double, row: Int) -> Observation {
      Observation(subject: .post("a"), metric: .views, scope: .lifetime, asOf: day, value: .known(views), row: row)
    }
    try archive.write { writer in
      _ = try Self.take(writer, 2, account, [total(published + 7, 70, row: 1), total(published + 60, 900, row: 2)])
      _ = try Self.take(writer, 3, account, [total(published + 7, 71, row: 1), total(published + 1, 10, row: 2)])
    }
    let talks = try archive.read {
      try $0.agedTalks(
        of: "K01", before: Instant(day: month.lastDay, secondOfDay: 0, offset: 0), oldest: 31, zoneOffset: 21_600)
    }
    #expect(talks.map(\.publishedOn) == [published] && talks.first?.views == [1: 10, 7: 71])
    #expect(talks.first?.kind == .video && talks.first?.title == "T")
    #expect(
      try archive.read {
        try $0.answerHours(of: "K01", from: .init(seconds: 0), before: .init(seconds: 1), zoneOffset: 0)
      }.isEmpty)
  }
}
