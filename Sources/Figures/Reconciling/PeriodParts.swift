import Records

/// What the period numbers of one subject (the account, or one post) say, month by month.
struct PeriodParts {
  /// Months that the platform states as a whole.
  private(set) var whole: [Month: MonthPart] = [:]
  /// Months pieced together from days and shorter stretches.
  private(set) var pieced: [Month: MonthPart] = [:]

  /// - Parameter observations: Period numbers of one subject and metric, one per period.
  init(_ observations: [StoredObservation], additivity: Additivity, tolerance: Int) {
    var pieces: [Month: [StoredObservation]] = [:]
    for observation in observations {
      guard let period = observation.period else { continue }
      if let month = period.wholeMonth {
        whole[month] = Self.whole(observation, period)
      } else if period.from.month == period.through.month {
        pieces[period.from.month, default: []].append(observation)
      }
    }
    for (month, pieces) in pieces {
      pieced[month] = MonthCover(month, Self.ofOneDefinition(pieces), tolerance: tolerance).part(additivity)
    }
  }

  /// Days that the platform counted by one definition; where it changed within the month, those of which there are more.
  static func ofOneDefinition(_ pieces: [StoredObservation]) -> [StoredObservation] {
    let groups = Dictionary(grouping: pieces, by: \.definition)
    guard groups.count > 1 else { return pieces }
    return groups.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.value ?? pieces
  }

  private static func whole(_ observation: StoredObservation, _ period: Period) -> MonthPart {
    MonthPart(
      lower: observation.value, upper: observation.value, known: observation.value == nil ? 0 : 1,
      of: 1, asOf: observation.asOf ?? period.through, isApproximate: observation.isApproximate)
  }
}
