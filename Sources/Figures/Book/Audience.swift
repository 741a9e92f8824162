package import Records

/// How many people were reached, and how many joined.
extension FigureBook {
  /// People reached in a month: Instagram's accounts reached, YouTube's unique viewers.
  ///
  /// The same person may be counted by several channels and by both platforms, so the range goes from the largest
  /// part to the sum. Without any number the figure is missing.
  package func reach(_ selection: ChannelSelection = .all, in month: Month) -> Figure {
    let metrics: [Metric] = [.uniqueViewers, .reach]
    let parts = metrics.filter { !expected($0, selection, month).isEmpty }
      .map { total($0, selection, in: month) }
    var figure = Figure(
      id: "people_reached/\(selection.name)/\(month)", unit: .people, value: nil,
      known: parts.reduce(0) { $0 + $1.known }, of: parts.reduce(0) { $0 + $1.of },
      period: month.period, definition: parts.map(\.definition).joined(separator: "+"),
      cautions: parts.flatMap(\.cautions),
      basis: parts.reduce(into: []) { $0.formUnion($1.basis) })
    guard let lower = parts.compactMap(\.atLeast).max() else { return figure }
    let uppers = parts.compactMap(\.atMost)
    let upper = uppers.count == parts.count ? uppers.reduce(0, +) : nil
    if lower == upper {
      figure.value = lower
    } else {
      figure.range = FigureRange(lower: lower, upper: upper, kind: .bounds)
    }
    return figure
  }

  /// Subscribers gained less lost (YouTube). Where only both sides are exported, their difference.
  package func subscribersNet(_ selection: ChannelSelection = .all, in month: Month) -> Figure {
    let net = total(.subscribersNet, selection, in: month)
    if net.value != nil { return net }
    let gained = total(.subscribersGained, selection, in: month)
    let lost = total(.subscribersLost, selection, in: month)
    guard let plus = gained.value, let minus = lost.value else { return net }
    var figure = net
    figure.value = plus - minus
    figure.known = min(gained.known, lost.known)
    figure.definition = "\(gained.definition)-\(lost.definition)"
    figure.basis = gained.basis.union(lost.basis)
    figure.cautions = gained.cautions
    return figure
  }
}
