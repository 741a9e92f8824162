import Crypto
import Protection
import Records
import Storage

/// A figure that was typed in, as `minbar figures by-hand` lists it.
package struct HandFigureListing: Sendable, Codable {
  package let creator: String
  package let platform: String
  package let metric: String
  package let from: String
  package let through: String
  package let value: Double
  package let isApproximate: Bool
  /// Nil where the key that sealed it is gone.
  package let enteredBy: String?
  package let evidence: String?
  package let importNumber: Int64
  package let row: Int
}

/// A talk's card, as `minbar figures cards` lists it.
package struct TalkCardListing: Sendable, Codable {
  package let creator: String
  package let platform: String
  package let post: String
  package let title: String?
  package let publishedOn: String?
  package let themes: [String]
  package let targetGroup: String?
  package let campaign: String?
  package let isBoosted: Bool?
  package let summary: String?
  package let importNumber: Int64
  package let row: Int
}

/// The cards there are, and of how many talks.
package struct TalkCardListings: Sendable, Codable {
  package let known: Int
  package let of: Int
  package let cards: [TalkCardListing]
}

extension Workspace {
  /// Figures typed in, by creator, platform, metric and time.
  package func handFigures(of creator: String? = nil) throws -> [HandFigureListing] {
    try handEntries(openForReading(), namesWho: true).filter { creator == nil || $0.creator == creator }.map { entry in
      HandFigureListing(
        creator: entry.creator, platform: entry.platform.rawValue, metric: entry.metric.rawValue,
        from: entry.period.from.description, through: entry.period.through.description, value: entry.value,
        isApproximate: entry.isApproximate, enteredBy: entry.enteredBy, evidence: entry.evidence,
        importNumber: entry.importNumber, row: entry.row)
    }
  }

  /// The newest card of each talk that has one.
  package func talkCards(of creator: String? = nil) throws -> TalkCardListings {
    let archive = try openForReading()
    let zone = try zone(archive)
    let (cards, counts) = try archive.read { (try $0.namedTalkCards(), try $0.handRecordCounts()) }
    let listings = cards.filter { creator == nil || $0.creator == creator }.map { talk in
      TalkCardListing(
        creator: talk.creator, platform: talk.platform.rawValue, post: talk.externalID, title: talk.title,
        publishedOn: talk.publishedAt?.day(offset: zone.offset(at: now)).description, themes: talk.card.themes,
        targetGroup: talk.card.targetGroup, campaign: talk.card.campaign, isBoosted: talk.card.isBoosted,
        summary: talk.card.summary, importNumber: talk.card.importNumber, row: talk.card.row)
    }
    return TalkCardListings(known: counts.carded, of: counts.talks, cards: listings)
  }

  /// - Parameter namesWho: whether the names that are sealed are opened: they are, for the team's own pages.
  func handEntries(_ archive: Archive, namesWho: Bool) throws -> [HandEntry] {
    let stored = try archive.read { try $0.handFigures() }
    guard !stored.isEmpty else { return [] }
    let key = namesWho ? try? keyRing().key(.registry) : nil
    let opened = { (sealed: [UInt8]) in key.flatMap { try? SealedName.open(sealed, key: $0) } }
    return stored.compactMap { figure in
      guard let value = figure.value.value else { return nil }
      return HandEntry(
        creator: figure.creator, platform: figure.platform, metric: figure.metric, period: figure.period, value: value,
        isApproximate: figure.value.isApproximate, enteredBy: opened(figure.enteredBySealed),
        evidence: opened(figure.evidenceSealed), importNumber: figure.importNumber, row: figure.row)
    }
  }
}
