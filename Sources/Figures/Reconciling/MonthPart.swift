import Records

/// What one source (a platform's total, days, one post, one post's snapshots) says of one month.
struct MonthPart: Hashable {
  /// "At least"; equal to `upper` when the number is certain.
  var lower: Double?
  /// "At most"; nil when nothing limits it.
  var upper: Double?
  var known: Int
  var of: Int
  var asOf: Day?
  /// Sum of negative steps between snapshots, 0 or less.
  var correction: Double = 0
  var isApproximate = false

  var value: Double? { lower == upper ? lower : nil }

  /// 3 = certain, 2 = bounded, 1 = bounded below, 0 = nothing.
  private var grade: Int {
    if value != nil { return 3 }
    if lower != nil && upper != nil { return 2 }
    return lower != nil ? 1 : 0
  }

  /// Whether this source tells more than another one.
  func tellsMore(than other: MonthPart) -> Bool {
    if grade != other.grade { return grade > other.grade }
    return grade < 3 && known * max(1, other.of) > other.known * max(1, of)
  }

  /// Puts the parts of several posts together.
  static func combining(_ parts: [MonthPart], _ additivity: Additivity) -> MonthPart {
    var whole = MonthPart(known: 0, of: parts.count)
    whole.known = parts.reduce(0) { $0 + ($1.value == nil ? 0 : 1) }
    whole.asOf = parts.compactMap(\.asOf).min()
    whole.correction = parts.reduce(0) { $0 + $1.correction }
    whole.isApproximate = parts.contains(where: \.isApproximate)
    let lowers = parts.compactMap(\.lower)
    let uppers = parts.compactMap(\.upper)
    let isBounded = !parts.isEmpty && uppers.count == parts.count
    switch additivity {
    case .adds:
      whole.lower = lowers.isEmpty ? nil : lowers.reduce(0, +)
      whole.upper = isBounded ? uppers.reduce(0, +) : nil
    case .people:
      whole.lower = lowers.max()
      whole.upper = isBounded ? uppers.reduce(0, +) : nil
    case .signed where whole.known == parts.count && !parts.isEmpty:
      whole.lower = lowers.reduce(0, +)
      whole.upper = whole.lower
    case .signed, .level, .ratio: break
    }
    return whole
  }
}
