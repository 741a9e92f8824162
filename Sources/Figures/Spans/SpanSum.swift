import Records

/// Puts the figures of several months together.
enum SpanSum {
  /// The figure of a span: added, or bounded for people, who are never added.
  ///
  /// Months in which nothing was due yet are left out. Where a month is missing, what is known is "at least".
  static func of(_ months: [Figure], as additivity: Additivity, id: String, period: Period) -> Figure? {
    guard let last = months.last else { return nil }
    let due = months.filter { $0.of > 0 }
    var figure = last
    figure.id = id
    figure.period = period
    (figure.value, figure.range, figure.n, figure.knownSum) = (nil, nil, nil, nil)
    figure.known = due.reduce(0) { $0 + $1.known }
    figure.of = due.reduce(0) { $0 + $1.of }
    figure.definition = names(due)
    figure.cautions = cautions(due)
    figure.basis = due.reduce(into: []) { $0.formUnion($1.basis) }
    switch additivity {
    case .adds, .signed: add(due, &figure, isSigned: additivity == .signed)
    case .people, .level, .ratio: bound(due, &figure)
    }
    return figure
  }

  private static func add(_ due: [Figure], _ figure: inout Figure, isSigned: Bool) {
    let values = due.compactMap(\.value)
    let lowers = due.compactMap(\.atLeast)
    guard !lowers.isEmpty else { return }
    if values.count == due.count {
      figure.value = values.reduce(0, +)
    } else if !isSigned {
      let uppers = due.compactMap(\.atMost)
      figure.range = FigureRange(
        lower: lowers.reduce(0, +), upper: uppers.count == due.count ? uppers.reduce(0, +) : nil, kind: .bounds)
    }
  }

  private static func bound(_ due: [Figure], _ figure: inout Figure) {
    if due.count == 1 {
      (figure.value, figure.range) = (due[0].value, due[0].range)
      return
    }
    guard let lower = due.compactMap(\.atLeast).max() else { return }
    let uppers = due.compactMap(\.atMost)
    figure.range = FigureRange(
      lower: lower, upper: uppers.count == due.count ? uppers.reduce(0, +) : nil, kind: .bounds)
  }

  private static func names(_ figures: [Figure]) -> String {
    var names: [String] = []
    for figure in figures where !names.contains(figure.definition) { names.append(figure.definition) }
    return names.joined(separator: "+")
  }

  private static func cautions(_ figures: [Figure]) -> [Caution] {
    var cautions: [Caution] = []
    for caution in figures.flatMap(\.cautions) where !cautions.contains(caution) { cautions.append(caution) }
    return cautions
  }
}
