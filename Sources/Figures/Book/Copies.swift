package import Records

/// Near copies of a month, and the constructive share with and without them. Says what repeats, never who or why.
package struct CopiedComments: Sendable, Hashable {
  package var check: CopyCensus
  /// Near copies of all comments that are long enough to be compared.
  package var share: Figure
  /// Near copies that carry an opinion.
  package var opinions: Int
  package var constructive: Figure
  /// Nil where too few are copied to be told.
  package var constructiveWithout: Figure?
  /// Near copies by response.
  package var counts: [Response: Int]

  /// Fewer near copies than this are not told: a handful may point to their writers.
  package static let smallestCell = 10

  package var isTold: Bool { check.copied >= Self.smallestCell }
}

extension FigureBook {
  /// Near copies among the comments of a month, over all channels; nil where the month was not compared.
  package func copiedComments(in month: Month) -> CopiedComments? {
    guard let check = data.copyChecks.first(where: { $0.month == month }), check.compared > 0 else { return nil }
    let tallies = data.copied.filter { $0.month == month }
    let counts = tallies.reduce(into: [Response: Int]()) { $0[$1.response, default: 0] += $1.comments }
    let all = responses(in: month)
    let opinions = ResponseBreakdown.opinionKinds.reduce(0) { $0 + (counts[$1] ?? 0) }
    let share = Figure(
      id: "copied_share/all/\(month)", unit: .share, value: Double(check.copied) / Double(check.compared),
      known: check.compared, of: all.total - (all.counts[.formula] ?? 0), period: month.period,
      definition: "comments.near-copies/comments.compared", n: check.compared)
    return CopiedComments(
      check: check, share: share, opinions: opinions, constructive: all.constructive,
      constructiveWithout: check.copied < CopiedComments.smallestCell ? nil : without(counts, all, month),
      counts: counts)
  }

  /// The constructive share of what is left, as sure as its number of comments and their likeness under one talk allow.
  private func without(_ copied: [Response: Int], _ all: ResponseBreakdown, _ month: Month) -> Figure? {
    let left = all.counts.reduce(into: [Response: Int]()) { $0[$1.key] = max(0, $1.value - (copied[$1.key] ?? 0)) }
    let n = ResponseBreakdown.opinionKinds.reduce(0) { $0 + (left[$1] ?? 0) }
    guard n > 0, all.opinions > 0 else { return nil }
    let hits = ResponseBreakdown.constructiveKinds.reduce(0) { $0 + (left[$1] ?? 0) }
    let p = Double(hits) / Double(n)
    let limits = Wilson.interval(share: p, n: Double(n) * all.effectiveCases / Double(all.opinions))
    var figure = all.constructive
    figure.id = "constructive_share.without_copies/all/\(month)"
    figure.value = p
    figure.range = limits.map { FigureRange(lower: $0.lower, upper: $0.upper, kind: .confidence95) }
    figure.n = n
    return figure
  }
}
