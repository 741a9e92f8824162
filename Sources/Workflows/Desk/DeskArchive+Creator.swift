package import Records
import Storage

/// A talk as its creator sees it in the desk.
package struct OwnTalk: Sendable, Hashable {
  package let post: Int64
  package let title: String
  package let platform: Platform
  package let publishedOn: Day
  /// Themes it speaks for or mentions. What it may speak against waits for a person and is not shown.
  package let themes: [String]
}

/// What is shared about a creator.
package struct CreatorShares: Sendable, Hashable {
  package struct Withdrawn: Sendable, Hashable {
    package let consent: Consent
    package let on: Day
  }

  /// A summary that readers outside the team were given.
  package struct Release: Sendable, Hashable {
    package let madeOn: Day
    package let from: Month
    package let through: Month
    /// Numbers in it that the creator's own are part of.
    package let cells: Int
  }

  package let agreed: [Consent]
  package let withdrawn: [Withdrawn]
  package let releases: [Release]
}

extension DeskArchive {
  /// Talks of one creator in a month, the newest first.
  package func talks(of creator: String, in month: Month, now: Instant) throws -> [OwnTalk] {
    let offset = zone.offset(at: now)
    let from = Instant(day: month.firstDay, secondOfDay: 0, offset: offset)
    let before = Instant(day: (month + 1).firstDay, secondOfDay: 0, offset: offset)
    return try archive.read { try $0.talks(of: creator, from: from, before: before) }.reversed().map { talk in
      OwnTalk(
        post: talk.post, title: talk.title, platform: talk.platform,
        publishedOn: talk.publishedAt.day(offset: offset),
        themes: Set(talk.themes.filter { $0.stance != .opposes }.map(\.theme)).sorted())
    }
  }

  /// Titles of posts that objections are about, by number; of one creator alone.
  package func title(of post: Int64, by creator: String) throws -> String? {
    try archive.read { try $0.title(of: post, by: creator) }
  }

  /// What a creator agreed to, withdrew, and where their numbers were handed out.
  package func shares(of creator: String) throws -> CreatorShares {
    try archive.read { reader in
      let agreed = try reader.creators().first { $0.code == creator }?.consents ?? []
      let withdrawn = try reader.withdrawnConsents()[creator] ?? []
      return CreatorShares(
        agreed: agreed, withdrawn: withdrawn.map { .init(consent: $0.consent, on: $0.on) },
        releases: try reader.releases(with: creator).map { release in
          .init(
            madeOn: local(release.madeAt).day, from: release.from, through: release.through, cells: release.cells)
        })
    }
  }
}
