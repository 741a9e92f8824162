package import Records

/// What registers let somebody count.
package enum RegisterMeasure: Sendable, Hashable {
  case trainingsHeld, personsTrained, eventsHeld, eventParticipants, incidents, storiesShared
  /// Share of those asked a question who answered so, by the question's code.
  case survey(String)

  /// Names that files may use.
  package static let names = [
    "trainings_held", "persons_trained", "events_held", "event_participants", "incidents_confirmed", "stories_shared",
    "survey_share",
  ]

  /// Nil for other names, and for `survey_share` without a question.
  package init?(_ name: String, question: String? = nil) {
    switch name {
    case "trainings_held": self = .trainingsHeld
    case "persons_trained": self = .personsTrained
    case "events_held": self = .eventsHeld
    case "event_participants": self = .eventParticipants
    case "incidents_confirmed": self = .incidents
    case "stories_shared": self = .storiesShared
    case "survey_share":
      guard let question else { return nil }
      self = .survey(question)
    default: return nil
    }
  }

  /// Name without the question; words hang on it.
  package var family: String {
    switch self {
    case .trainingsHeld: "trainings_held"
    case .personsTrained: "persons_trained"
    case .eventsHeld: "events_held"
    case .eventParticipants: "event_participants"
    case .incidents: "incidents_confirmed"
    case .storiesShared: "stories_shared"
    case .survey: "survey_share"
    }
  }

  /// `survey_share.Q1`.
  package var name: String {
    if case .survey(let question) = self { return family + "." + question }
    return family
  }

  package var kind: RegisterKind {
    switch self {
    case .trainingsHeld, .personsTrained: .trainings
    case .eventsHeld, .eventParticipants: .events
    case .incidents: .incidents
    case .storiesShared: .stories
    case .survey: .surveys
    }
  }

  package var unit: FigureUnit {
    switch self {
    case .personsTrained, .eventParticipants: .people
    case .survey: .share
    default: .count
    }
  }

  /// Whether it tells of people by sex and age.
  package var isOfGroups: Bool { unit != .count }
}

/// A part of the people that rows tell of; nil = all. `unknown` stands for rows that do not say.
package struct RegisterGroup: Sendable, Hashable {
  package var oblast: String?
  package var sex: String?
  package var age: String?

  package init(oblast: String? = nil, sex: String? = nil, age: String? = nil) {
    self.oblast = oblast
    self.sex = sex
    self.age = age
  }

  package static let all = RegisterGroup()
  package static let unknown = "unknown"

  /// `sex=female`; empty for all.
  package var name: String {
    [("age", age), ("oblast", oblast), ("sex", sex)].compactMap { name, value in value.map { "\(name)=\($0)" } }
      .joined(separator: ";")
  }

  fileprivate func holds(_ row: RegisterRow) -> Bool {
    Self.fits(oblast, row.values[.oblast]) && Self.fits(age, row.values[.age])
      && (row.kind != .surveys || Self.fits(sex, row.values[.sex]))
  }

  private static func fits(_ wanted: String?, _ found: String?) -> Bool {
    wanted == nil || wanted == (found ?? unknown)
  }

  /// People of the group that a row tells of; nil where nobody counted them.
  fileprivate func people(_ row: RegisterRow) -> Int? {
    switch sex {
    case nil: return row.people
    case "female": return row.count(.women)
    case "male": return row.count(.men)
    default:
      if row.count(.women) != nil, row.count(.men) != nil { return 0 }
      return row.count(.total).map { $0 - (row.count(.women) ?? 0) - (row.count(.men) ?? 0) }
    }
  }
}

extension FigureBook {
  /// Rows of a register in some months.
  package func registerRows(_ kind: RegisterKind, in months: [Month]) -> [RegisterRow] {
    data.registers.filter { $0.kind == kind && months.contains($0.day.month) }
  }

  /// What rows of a register come to. Without rows nothing is known, which is not 0.
  package func register(
    _ measure: RegisterMeasure, _ group: RegisterGroup = .all, over months: [Month]
  ) -> Figure {
    let rows = registerRows(measure.kind, in: months).filter(group.holds)
    return switch measure {
    case .personsTrained, .eventParticipants: people(measure, group, rows, months)
    case .survey(let question): survey(measure, rows.filter { $0.values[.question] == question }, months)
    case .trainingsHeld, .eventsHeld, .incidents: counted(measure, Set(rows.map(\.code)).count, of: rows, months)
    case .storiesShared:
      counted(measure, rows.count { mayLeave($0) }, of: rows, months)
    }
  }

  /// Whether a story may be shown to readers outside on the day that the data are of.
  package func mayLeave(_ story: RegisterRow) -> Bool {
    guard let today = data.today, let consent = story.consent else { return false }
    return consent.sharedWith >= .donors && consent.isValid(on: today)
  }

  /// Parts that the rows tell apart, in order; those that do not say are `unknown`.
  package func parts(_ field: RegisterField, of measure: RegisterMeasure, over months: [Month]) -> [String] {
    let rows = registerRows(measure.kind, in: months)
    if field == .sex, measure.kind != .surveys {
      let isUnknown = rows.contains { $0.count(.women) == nil || $0.count(.men) == nil }
      return rows.isEmpty ? [] : ["female", "male"] + (isUnknown ? [RegisterGroup.unknown] : [])
    }
    let found = Set(rows.map { $0.values[field] ?? RegisterGroup.unknown })
    let known = found.subtracting([RegisterGroup.unknown]).sorted { Self.order($0) < Self.order($1) }
    return known + (found.contains(RegisterGroup.unknown) ? [RegisterGroup.unknown] : [])
  }

  /// Ages by years, all else by name.
  private static func order(_ part: String) -> (Int, String) { (AgeRange(part)?.from ?? 0, part) }

  private func counted(_ measure: RegisterMeasure, _ count: Int, of rows: [RegisterRow], _ months: [Month]) -> Figure {
    figure(measure, rows.isEmpty ? nil : Double(count), known: rows.count, of: rows.count, months)
  }

  /// A person who came twice counts twice; a row without a number makes "at least".
  private func people(
    _ measure: RegisterMeasure, _ group: RegisterGroup, _ rows: [RegisterRow], _ months: [Month]
  ) -> Figure {
    let counts = rows.map(group.people)
    let known = counts.compactMap { $0 }
    let sum = Double(known.reduce(0, +))
    var figure = figure(
      measure, known.count == rows.count && !rows.isEmpty ? sum : nil, known: known.count, of: rows.count, months)
    if figure.value == nil, !known.isEmpty { figure.range = FigureRange(lower: sum, upper: nil, kind: .bounds) }
    return figure
  }

  private func survey(_ measure: RegisterMeasure, _ rows: [RegisterRow], _ months: [Month]) -> Figure {
    let asked = rows.compactMap { $0.count(.asked) }.reduce(0, +)
    let agreed = rows.compactMap { $0.count(.agreed) }.reduce(0, +)
    var figure = figure(
      measure, asked > 0 ? Double(agreed) / Double(asked) : nil, known: rows.count, of: rows.count, months)
    figure.range = Wilson.interval(agreed, of: asked).map {
      FigureRange(lower: $0.lower, upper: $0.upper, kind: .confidence95)
    }
    figure.n = asked
    return figure
  }

  private func figure(
    _ measure: RegisterMeasure, _ value: Double?, known: Int, of: Int, _ months: [Month]
  ) -> Figure {
    Figure(
      id: "register.\(measure.name)/all/\(months.last?.description ?? "")", unit: measure.unit, value: value,
      known: known, of: of, period: span(months), definition: "register.\(measure.family)")
  }
}
