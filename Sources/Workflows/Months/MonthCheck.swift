import Figures
package import Records
import Storage

/// What must be looked at before a month's figures are agreed to.
package struct MonthCheck: Sendable, Codable {
  /// One thing to look at.
  package struct Item: Sendable, Codable, Equatable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
      /// An export that is not there, or not whole: `known` of `of`.
      case missing
      /// Talks, `known` of them, in a language that is not read.
      case unread
      /// Rows of an import, `known` of them.
      case refused
      /// Platforms still correct a month that ended some days ago.
      case early
      /// A number that a platform corrected: first `of`, now `known`.
      case restated
    }

    package var kind: Kind
    /// Whose channel; nil for all.
    package var creator: String?
    package var platform: String?
    /// What it is about: a kind of export, a language, the number of an import, a metric.
    package var subject: String = ""
    package var known: Double?
    package var of: Double?
    /// The same in English.
    package var text: String
  }

  package var month: String
  package var items: [Item]
}

extension SealedMonths {
  /// Days after a month's end in which platforms still correct it.
  private static let settling = 4

  /// Exports that are missing, texts nobody read, rows that were refused, numbers that platforms corrected.
  package func list(_ month: Month) throws -> MonthCheck {
    let collection = try workspace.collection(month)
    let archive = try workspace.openForReading()
    let (today, restated, problems) = try archive.read { reader in
      let zone = try workspace.zone(reader)
      let today = workspace.today(in: zone)
      let data = try reader.programmeData(
        months: [month], today: today, zoneOffset: zone.offset(at: workspace.now), fingerprint: fingerprint)
      return (today, Self.restated(data, month), try reader.refusedRows(in: month))
    }
    var items = Self.missing(collection) + Self.unread(collection) + problems.map(Self.refused) + restated
    if today - month.lastDay < Self.settling {
      items.append(
        .init(kind: .early, text: "the month ended less than \(Self.settling) days ago: platforms still correct it"))
    }
    return MonthCheck(month: month.description, items: items)
  }

  private static func missing(_ collection: MonthCollection) -> [MonthCheck.Item] {
    collection.accounts.flatMap { account in
      account.due.map {
        .init(
          kind: .missing, creator: account.creator, platform: account.platform,
          subject: $0.kind.rawValue, known: Double($0.known), of: Double($0.of),
          text: "\($0.kind.rawValue): \($0.known) of \($0.of)")
      }
    }
  }

  private static func unread(_ collection: MonthCollection) -> [MonthCheck.Item] {
    collection.accounts.flatMap { account in
      account.unreadTalks.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map {
        .init(
          kind: .unread, creator: account.creator, platform: account.platform, subject: $0.key,
          known: Double($0.value),
          text: "\($0.value) talks whose text was not read: \($0.key)")
      }
    }
  }

  private static func refused(_ item: RefusedRows) -> MonthCheck.Item {
    .init(
      kind: .refused, subject: String(item.importNumber), known: Double(item.refused),
      text: "import \(item.importNumber): \(item.refused) rows refused")
  }

  private static func restated(_ data: ProgrammeData, _ month: Month) -> [MonthCheck.Item] {
    let accounts = Dictionary(data.accounts.map { ($0.id, $0) }) { first, _ in first }
    return data.restatements.filter { $0.month == month }.map { item in
      .init(
        kind: .restated, creator: accounts[item.account]?.creator, platform: accounts[item.account]?.platform.rawValue,
        subject: item.metric.rawValue, known: item.latest, of: item.firstReported,
        text: "\(item.metric.rawValue): first \(item.firstReported), now \(item.latest)")
    }
  }
}
