import Records
import Storage
import TestSupport
import Testing

@testable import Workflows

/// Months are worked out anew from the first that an import touches; that must give what working out everything gives.
@Suite struct MetricRollupTests {
  private let folder: TemporaryFolder
  private let archive: Archive
  private let account: Int64
  private let january = Month(year: 2026, month: 1)

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive.openForWriting(directory: folder.path, holder: "test", create: true)
    account = try archive.write { writer in
      try writer.save(Creator(code: "K01", languages: [.kyrgyz]), accounts: [.youtube])[0]
    }
  }

  private func metrics() throws -> [MonthlyMetric] {
    try archive.read { reader in
      let months = (-6..<24).map { january + $0 }
      return try reader.programmeData(months: months, today: january.firstDay, zoneOffset: 0, fingerprint: "").metrics
    }
  }

  @Test(arguments: 1...24) func partsGiveWhatTheWholeGives(_ seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    for number in 1...14 {
      try archive.write { try takeIn(UInt8(number), &chance, $0) }
      let stored = try metrics()
      try archive.write { try MetricRollup.refresh(account, $0) }
      #expect(try metrics() == stored, "import \(number)")
    }
  }

  /// An import of random kind about random posts, from `SourceImport`'s point of view.
  private func takeIn(_ number: UInt8, _ chance: inout SeededChance, _ writer: ArchiveWriter) throws {
    let id = try writer.beginImport(
      sha256: Array(repeating: number, count: 32), bytes: 1, nameSealed: [1], receivedAt: Instant(seconds: 0),
      receivedBy: "test")
    let source = try writer.addSource(
      to: id, ordinal: 0, nameSealed: [1], SourceDescription(format: "test", encoding: "UTF-8", dialect: ""))
    let day = january.firstDay + chance.below(400)
    let kind = chance.below(5)
    var redated = false
    for row in 1...6 {
      let name = kind == 4 ? nil : "p\(chance.below(9))"
      let post = try name.map { try writer.post(account: account, platform: .youtube, externalID: $0) }
      if let post, let name, chance.below(3) == 0 {
        let published = january.firstDay + (chance.below(200) - 60)
        let sighting = PostSighting(
          externalID: name, publishedAt: Instant(seconds: Int64(published.number) * 86_400), publishedPrecision: .day,
          row: row)
        try writer.addSighting(sighting, post: post.id, source: source, alias: nil)
      }
      let observation = observation(name, kind, day, row, &chance)
      _ = try writer.add(observation, account: account, post: post?.id, source: source)
      if let post, try writer.derive(post: post.id, saidBy: source, of: id) { redated = true }
    }
    try redated
      ? MetricRollup.refresh(account, writer) : MetricRollup.refresh(account, after: id, writer)
  }

  private func observation(
    _ post: String?, _ kind: Int, _ day: Day, _ row: Int, _ chance: inout SeededChance
  ) -> Observation {
    let metric: Metric = chance.below(4) == 0 ? .reach : .views
    let value = chance.below(3) == 0 ? Reported.withheld : .known(Double(chance.below(1_000)))
    let subject = post.map { ObservationSubject.post($0) } ?? .account
    switch kind {
    case 0:
      return Observation(
        subject: subject, metric: metric, scope: .period, period: day.month.period, asOf: day.month.lastDay,
        value: value, row: row)
    case 1:
      let through = day + chance.below(9)
      return Observation(
        subject: subject, metric: metric, scope: .period, period: Period(from: day, through: through), asOf: through,
        value: value, row: row)
    default:
      let asOf = chance.below(2) == 0 ? day.month.lastDay + (chance.below(9) - 4) : day
      return Observation(
        subject: subject, metric: metric, definition: chance.below(8) == 0 ? "other" : "", scope: .lifetime, asOf: asOf,
        value: value, row: row)
    }
  }
}
