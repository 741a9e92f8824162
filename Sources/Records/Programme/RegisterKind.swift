/// A register that staff keep beside the platforms' numbers.
package enum RegisterKind: String, Sendable, Hashable, CaseIterable, Codable {
  case surveys, trainings, events, incidents, stories

  /// The columns of its form, in order.
  package var fields: [RegisterField] {
    switch self {
    case .surveys: [.code, .day, .question, .oblast, .sex, .age, .asked, .agreed, .method, .withdrawn]
    case .trainings: [.code, .day, .group, .oblast, .age, .women, .men, .total, .withdrawn]
    case .events: [.code, .day, .form, .oblast, .age, .women, .men, .total, .creator, .withdrawn]
    case .incidents: [.code, .day, .type, .severity, .oblast, .creator, .platform, .state, .withdrawn]
    case .stories: [.code, .day, .oblast, .creator, .story, .given, .shared, .until, .withdrawn]
    }
  }

  /// What a row must say.
  package var needed: Set<RegisterField> {
    switch self {
    case .surveys: [.code, .day, .question, .asked, .agreed]
    case .trainings, .events: [.code, .day]
    case .incidents: [.code, .day, .type, .severity]
    case .stories: [.code, .day, .story, .given, .shared, .until]
    }
  }

  /// What tells two rows of one code apart. A row with the same code and the same of these replaces the earlier one.
  package var parts: [RegisterField] {
    switch self {
    case .surveys: [.question, .oblast, .sex, .age]
    case .trainings, .events: [.oblast, .age]
    case .incidents, .stories: []
    }
  }
}

/// A column of a register.
package enum RegisterField: String, Sendable, Hashable, CaseIterable {
  case code, day, question, group, form, type, severity, state, oblast, sex, age, women, men, total, asked, agreed
  case method, creator, platform, story, given, shared, until, withdrawn

  /// What a cell of the column may hold.
  package enum Content: Sendable, Hashable {
    /// Letters, digits and `-_./`, with a digit among them, so that no name fits.
    case code
    case day
    /// Whole, 0 or more.
    case count
    case choice([String])
    case oblast, age, creator, text
  }

  package var content: Content {
    switch self {
    case .code, .question: .code
    case .day, .given, .until: .day
    case .women, .men, .total, .asked, .agreed: .count
    case .oblast: .oblast
    case .age: .age
    case .creator: .creator
    case .story: .text
    case .group: .choice(Self.groups)
    case .form: .choice(["talk", "round-table", "campaign", "sport-culture", "school", "online", "other"])
    case .type:
      .choice(["threat", "hate", "extremist", "blocked", "hacked", "disclosed", "pressure", "attack", "other"])
    case .severity: .choice(["low", "medium", "high", "critical"])
    case .state: .choice(["open", "closed"])
    case .sex: .choice(["female", "male"])
    case .method: .choice(["face-to-face", "phone", "online", "group", "other"])
    case .platform: .choice(["youtube", "instagram", "tiktok", "facebook", "telegram"])
    case .shared: .choice(ConsentAudience.allCases.map(\.rawValue))
    case .withdrawn: .choice(["yes", "no"])
    }
  }

  private static let groups = [
    "imams", "women-leaders", "teachers", "youth", "parents", "officials", "journalists", "other",
  ]
}
