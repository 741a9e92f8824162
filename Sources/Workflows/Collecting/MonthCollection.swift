package import Records
import Storage

/// Kinds of exports that the figures of a month rest on.
package enum CollectionKind: String, Sendable, Codable, CaseIterable {
  /// Numbers of single posts.
  case content
  /// Numbers of the account, of the whole month or by days.
  case series
  case transcripts
  case comments
  /// Once a quarter.
  case geography
  /// Age and sex, once a quarter.
  case audience
}

/// How much of one kind is there.
package struct CollectionItem: Sendable, Codable, Equatable {
  package enum State: String, Sendable, Codable {
    case complete, partial, missing
    /// Nothing to bring.
    case nothingDue = "nothing-due"
  }

  package var kind: CollectionKind
  package var state: State
  /// Parts that are there, of all: days, or talks.
  package var known: Int
  package var of: Int
  /// What is wrong with what is there, by code: `left-out`, `wrong-days`.
  package var remark: String?
  /// Posts that the numbers leave out.
  package var leftOut: Int?
  /// First day of the range that would hold them.
  package var since: String?
  /// Days that the export at hand covers instead of the month.
  package var found: String?

  package var isDue: Bool { state == .partial || state == .missing }
}

/// What there is of one account for a month.
package struct AccountCollection: Sendable, Codable {
  package var creator: String
  package var platform: String
  /// First language of the creator, for reminders: `en`, `ru`, `ky`, `uz`.
  package var language: String
  /// Whether exports are asked for: the creator takes part.
  package var isActive: Bool
  package var items: [CollectionItem]
  /// Talks of the month by a language that is not read: their themes are unknown, never 0.
  package var unreadTalks: [String: Int]

  package var due: [CollectionItem] { isActive ? items.filter(\.isDue) : [] }
}

/// What there is, and what is missing, for one month.
package struct MonthCollection: Sendable, Codable {
  package var month: String
  package var accounts: [AccountCollection]

  /// Days around a month's end within which a snapshot speaks for it.
  package static let tolerance = ArchiveReader.snapshotTolerance

  /// - Throws: what the archive throws.
  init(_ month: Month, reader: ArchiveReader, zone: ProgrammeZone, now: Instant) throws {
    self.month = month.description
    accounts = try reader.collectionFacts(month, zoneOffset: zone.offset(at: now)).map { facts in
      AccountCollection(
        creator: facts.account.creator, platform: facts.account.platform.rawValue,
        language: Self.language(facts.languages), isActive: facts.isActive,
        items: CollectionJudge(facts: facts, month: month).items,
        unreadTalks: Dictionary(uniqueKeysWithValues: facts.unread.map { ($0.key.rawValue, $0.value) }))
    }
  }

  private static func language(_ languages: [LanguageTag]) -> String {
    switch languages.first {
    case .kyrgyz: "ky"
    case .russian: "ru"
    case .uzbekLatin: "uz"
    case .uzbekCyrillic: "uz-Cyrl"
    default: "en"
    }
  }
}

/// Says of each kind whether it is there.
struct CollectionJudge {
  let facts: CollectionFacts
  let month: Month

  var items: [CollectionItem] {
    var items = [content, series, transcripts, comments]
    // Breakdowns change slowly: they are due with the last month of a quarter.
    if month.month % 3 == 0 {
      items += [breakdown(.geography, facts.hasGeography), breakdown(.audience, facts.hasAudience)]
    }
    return items
  }

  private var content: CollectionItem {
    let snapshots = facts.account.platform == .instagram ? facts.snapshots : []
    let covered = coveredDays(
      facts.postPeriods.filter { month.period.contains($0.from) && month.period.contains($0.through) })
    if snapshots.isEmpty, covered == 0 {
      return item(.content, known: 0, of: month.length, found: facts.postPeriods.first?.description)
    }
    var item = item(.content, known: snapshots.isEmpty ? covered : month.length, of: month.length)
    if item.state == .complete, facts.leftOut > 0 {
      item.state = .partial
      item.remark = "left-out"
      item.leftOut = facts.leftOut
      item.since = facts.leftOutSince?.description
    }
    return item
  }

  /// The account's own numbers: as a whole, or day by day in every metric that cannot be added up from posts.
  private var series: CollectionItem {
    if facts.hasWholeMonth { return item(.series, known: month.length, of: month.length) }
    let needed: [Metric] = facts.account.platform == .youtube ? [.views] : [.views, .reach]
    return item(.series, known: needed.map { facts.days[$0] ?? 0 }.min() ?? 0, of: month.length)
  }

  private var transcripts: CollectionItem { item(.transcripts, known: facts.transcribed, of: facts.talks) }
  private var comments: CollectionItem { item(.comments, known: facts.commented, of: facts.talks) }

  private func breakdown(_ kind: CollectionKind, _ isThere: Bool) -> CollectionItem {
    item(kind, known: isThere ? 1 : 0, of: 1)
  }

  private func item(_ kind: CollectionKind, known: Int, of: Int, found: String? = nil) -> CollectionItem {
    let state: CollectionItem.State =
      of == 0 ? .nothingDue : (known >= of ? .complete : (known == 0 ? .missing : .partial))
    return CollectionItem(
      kind: kind, state: state, known: known, of: of, remark: found == nil ? nil : "wrong-days", found: found)
  }

  /// Days of the month in one of the periods.
  private func coveredDays(_ periods: [Period]) -> Int {
    var days: Set<Int32> = []
    for period in periods { days.formUnion(period.from.number...period.through.number) }
    return days.count
  }
}

extension Workspace {
  /// What is there and what is missing for a month.
  package func collection(_ month: Month) throws -> MonthCollection {
    let archive = try openForReading()
    let zone = try zone(archive)
    return try archive.read { try MonthCollection(month, reader: $0, zone: zone, now: now) }
  }
}

extension Month {
  /// The month in which an ISO 8601 interval of days ends.
  init?(endOf interval: String) {
    guard let end = interval.split(separator: "/").last.flatMap({ Day($0) }) else { return nil }
    self = end.month
  }
}
