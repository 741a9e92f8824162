import Records

/// The smallest set of exports that the figures of a month still need.
package struct CollectPlan: Sendable, Codable {
  /// One export to make: one kind, one platform, for these creators.
  package struct Task: Sendable, Codable {
    package var platform: String
    package var kind: CollectionKind
    /// Days to choose in the platform's page.
    package var from: String
    package var through: String
    /// First day to choose where older posts must be in it too.
    package var since: String?
    /// Days on which it must be made, where that matters.
    package var earliest: String?
    package var latest: String?
    /// Codes of the creators.
    package var creators: [String]
  }

  package var month: String
  package var tasks: [Task]

  package init(_ collection: MonthCollection) {
    month = collection.month
    let month = Month(collection.month) ?? Day(number: 0).month
    tasks = Platform.allCases.flatMap { platform in
      CollectionKind.allCases.compactMap { Self.task($0, platform, month, collection) }
    }
  }

  private static func task(
    _ kind: CollectionKind, _ platform: Platform, _ month: Month, _ collection: MonthCollection
  ) -> Task? {
    let due = collection.accounts.filter { account in
      account.platform == platform.rawValue && account.due.contains { $0.kind == kind }
    }
    // A table of posts brings the account's totals with it, and one file holds places, age and sex.
    guard !due.isEmpty, !isBroughtAlong(kind, platform, due) else { return nil }
    let isQuarterly = kind == .geography || kind == .audience
    let isSnapshot = platform == .instagram && kind == .content
    let first = isQuarterly ? (month + -2).firstDay : month.firstDay
    let tolerance = MonthCollection.tolerance
    return Task(
      platform: platform.rawValue, kind: kind, from: first.description, through: month.lastDay.description,
      since: due.flatMap(\.due).filter { $0.kind == kind }.compactMap(\.since).min(),
      earliest: isSnapshot ? (month.lastDay + -tolerance).description : nil,
      latest: isSnapshot ? (month.lastDay + tolerance).description : nil, creators: Set(due.map(\.creator)).sorted())
  }

  private static func isBroughtAlong(
    _ kind: CollectionKind, _ platform: Platform, _ due: [AccountCollection]
  ) -> Bool {
    switch (platform, kind) {
    case (.youtube, .series): due.allSatisfy { $0.due.contains { $0.kind == .content } }
    case (.instagram, .geography): due.allSatisfy { $0.due.contains { $0.kind == .audience } }
    default: false
    }
  }
}
