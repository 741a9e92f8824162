/// What kind of thing a cell tells, which decides the rule.
package enum DisclosureKind: Sendable, Hashable {
  /// An author's own numbers: views, hours, talks.
  case publicNumber
  /// What talks are about, which no platform shows; the size counts the talks it was read in.
  case themes
  /// Counts of comments and what is worked out from them.
  case comments
  /// A percentage of comments.
  case commentShare
  /// Counts of people whom the programme itself met: at trainings, events; and of incidents.
  case people
  /// A percentage of people asked.
  case peopleShare
  /// What the programme did: trainings, events, stories told with consent. Nobody is told of.
  case activity
}

/// A cell of a table before anybody outside sees it.
package struct DisclosureCell: Sendable, Hashable {
  package var id: String
  package var kind: DisclosureKind
  /// What counts for "next smallest": the count, or the base of a share (answers, talks).
  package var size: Double
  /// What each creator contributes, by code.
  package var contributions: [String: Double]
  /// Different commenters, a lower bound; 0 for other cells.
  package var commenters: Int
  /// Creators who agreed that their own numbers may leave the house.
  package var consenting: Set<String>
  /// Different commenters under each creator's posts, lower bounds.
  package var commentersBy: [String: Int]

  package init(
    id: String, kind: DisclosureKind, size: Double, contributions: [String: Double],
    commenters: Int = 0, consenting: Set<String> = [], commentersBy: [String: Int] = [:]
  ) {
    self.id = id
    self.kind = kind
    self.size = size
    self.contributions = contributions
    self.commenters = commenters
    self.consenting = consenting
    self.commentersBy = commentersBy
  }

  /// Whether the cell may not be shown on its own account.
  package func isSensitive(_ rules: DisclosureRules) -> Bool {
    switch kind {
    case .publicNumber: !hasEnoughCreators(rules) && !isAgreedByAll
    case .themes: !hasEnoughCreators(rules) || size < Double(rules.minimumTalks)
    case .comments: !hasEnoughCreators(rules) || isSmall(rules)
    case .people: size < Double(rules.minimumCommenters)
    case .peopleShare: size < Double(rules.minimumBase)
    case .activity: false
    case .commentShare:
      !hasEnoughCreators(rules) || isSmall(rules) || size < Double(rules.minimumBase)
    }
  }

  private func isSmall(_ rules: DisclosureRules) -> Bool {
    commenters < rules.minimumCommenters || size < Double(rules.minimumCommenters)
  }

  private var isAgreedByAll: Bool {
    !contributions.isEmpty && contributions.keys.allSatisfy(consenting.contains)
  }

  private func hasEnoughCreators(_ rules: DisclosureRules) -> Bool {
    let parts = contributions.values.map(abs).filter { $0 > 0 }
    let sum = parts.reduce(0, +)
    return parts.count >= rules.minimumCreators && (parts.max() ?? 0) <= rules.largestShare * sum
  }
}
