package import Records

/// Shares of the comments that carry an opinion, over several months.
extension FigureBook {
  /// Comments of some kinds as a share of all with an opinion, with Wilson's interval on the effective number of
  /// comments (answers under one post resemble one another).
  package func opinionShare(
    _ kinds: Set<Response>, _ selection: ChannelSelection, languages: Set<LanguageTag>?, over months: [Month]
  ) -> Figure? {
    guard !months.isEmpty else { return nil }
    let tallies = opinionTallies(selection, languages, over: months)
    let clusters = Dictionary(grouping: tallies, by: \.account).sorted { $0.key < $1.key }.map { _, tallies in
      DesignEffect.Cluster(
        hits: tallies.filter { Response(rawValue: $0.label).map(kinds.contains) ?? false }.reduce(0) {
          $0 + $1.comments
        },
        cases: tallies.reduce(0) { $0 + $1.comments })
    }
    let hits = clusters.reduce(0) { $0 + $1.hits }
    let n = clusters.reduce(0) { $0 + $1.cases }
    let share = n > 0 ? Double(hits) / Double(n) : nil
    let effective =
      effectiveCases(kinds, hits, n, selection, languages, months)
      ?? DesignEffect.effectiveCases(clusters)
    let limits = share.flatMap { Wilson.interval(share: $0, n: effective) }
    return Figure(
      id: "opinion_share/\(selection.name)", unit: .share, value: share,
      range: limits.map { FigureRange(lower: $0.lower, upper: $0.upper, kind: .confidence95) },
      known: Set(tallies.map(\.account)).count, of: channels(selection).count, period: span(months),
      definition: "comments.read-by-machine", cautions: [.indicative, .clustered], n: n)
  }

  /// Tallies of comments with an opinion.
  package func opinionTallies(
    _ selection: ChannelSelection, _ languages: Set<LanguageTag>?, over months: [Month]
  ) -> [CommentTally] {
    let opinions = Set(ResponseBreakdown.opinionKinds.map(\.rawValue))
    return months.flatMap { commentTallies(.response, selection, languages, $0) }.filter { opinions.contains($0.label) }
  }

  /// Months that an export of comments speaks of.
  package func commentedMonths(_ selection: ChannelSelection, of months: [Month]) -> [Month] {
    months.filter { commentCount(selection, in: $0) != nil }
  }
}
