import Records

/// Lifetime totals of one subject over time; months are differences of them.
///
/// Between two snapshots a count only grows, apart from corrections by the platform. A month whose end has no
/// snapshot near it therefore gets bounds, never a guess. Snapshots that the platform counted by different definitions
/// are never subtracted: such a month stays unknown.
struct SnapshotLine {
  private struct Point {
    var day: Day
    var value: Double
    var isApproximate: Bool
    var definition: String
  }

  private let points: [Point]
  private let publishedOn: Day?
  private let tolerance: Int

  /// - Parameter snapshots: Lifetime numbers of one subject and metric, one per day.
  init(_ snapshots: [StoredObservation], tolerance: Int) {
    points = snapshots.compactMap { snapshot in
      guard let day = snapshot.asOf, let value = snapshot.value else { return nil }
      return Point(
        day: day, value: value, isApproximate: snapshot.isApproximate, definition: snapshot.definition)
    }.sorted { $0.day < $1.day }
    publishedOn = snapshots.compactMap(\.publishedOn).max()
    self.tolerance = tolerance
  }

  /// Months the line says something about.
  var months: [Month] {
    guard let first = points.first, let last = points.last else { return [] }
    let start = min(publishedOn ?? first.day, first.day).month
    let end = (last.day + -tolerance).month
    return start <= end ? (0...(end - start)).map { start + $0 } : []
  }

  /// What the line says of a month; nil when the post came later.
  func part(of month: Month, _ additivity: Additivity) -> MonthPart? {
    if let publishedOn, publishedOn > month.lastDay { return nil }
    let start = total(at: month.firstDay + -1)
    let end = total(at: month.lastDay)
    var part = MonthPart(known: 0, of: 1)
    part.asOf = end.day
    part.isApproximate = end.isApproximate || start.isApproximate
    guard start.definitions.union(end.definitions).count < 2 else { return part }
    switch additivity {
    case .adds: setGrowth(&part, start, end, month)
    case .people: setPeople(&part, start, end)
    case .signed where start.isExact && end.isExact:
      part.lower = end.lower - start.lower
      part.upper = part.lower
    case .level where end.isExact:
      part.lower = end.lower
      part.upper = end.lower
    case .signed, .level, .ratio: break
    }
    part.known = part.value == nil ? 0 : 1
    return part
  }

  private func setGrowth(_ part: inout MonthPart, _ start: Total, _ end: Total, _ month: Month) {
    if start.isExact && end.isExact {
      part.lower = end.lower - start.lower
      part.upper = part.lower
      part.correction = corrections(from: start.day, through: end.day)
      return
    }
    let lower = start.upper.map { max(0, end.lower - $0) } ?? 0
    let upper = end.upper.map { max(0, $0 - start.lower) }
    guard upper != nil || lower > 0 else { return }
    part.lower = min(lower, upper ?? lower)
    part.upper = upper
  }

  /// Who was first reached in the month was reached in it; who was reached in it is among all ever reached.
  private func setPeople(_ part: inout MonthPart, _ start: Total, _ end: Total) {
    part.lower = start.upper.map { max(0, end.lower - $0) }
    part.upper = end.upper
  }

  private struct Total {
    var lower: Double
    var upper: Double?
    var isExact: Bool
    var day: Day?
    var isApproximate = false
    /// By which definitions the snapshots behind it were counted.
    var definitions: Set<String> = []
  }

  /// The lifetime total at the end of a day: exact with a snapshot near it, else between its neighbours.
  private func total(at day: Day) -> Total {
    if let publishedOn, publishedOn > day {
      return Total(lower: 0, upper: 0, isExact: true, day: day)
    }
    let near = points.filter { abs($0.day - day) <= tolerance }
      .min { (abs($0.day - day), $0.day) < (abs($1.day - day), $1.day) }
    if let near {
      return Total(
        lower: near.value, upper: near.value, isExact: true, day: near.day,
        isApproximate: near.isApproximate, definitions: [near.definition])
    }
    let before = points.last { $0.day <= day }
    let after = points.first { $0.day > day }
    return Total(
      lower: before?.value ?? 0, upper: after?.value, isExact: false,
      definitions: Set([before, after].compactMap { $0?.definition }))
  }

  private func corrections(from start: Day?, through end: Day?) -> Double {
    guard let start, let end else { return 0 }
    let inside = points.filter { $0.day >= start && $0.day <= end }
    return zip(inside, inside.dropFirst()).reduce(0) { $0 + min(0, $1.1.value - $1.0.value) }
  }
}
