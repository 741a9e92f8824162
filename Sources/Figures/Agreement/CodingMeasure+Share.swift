package import Records

extension CodingMeasure {
  /// What cases say of a label; nil where one of the two classes is missing.
  package init?(
    _ cases: [DetectionCase], kind: TextKind, language: LanguageTag?, variable: String, label: String
  ) {
    let sums = DetectionSums(cases)
    guard let sensitivity = sums.recall, let specificity = sums.specificity else { return nil }
    let coded = cases.filter(\.isCoded)
    let others = cases.filter { !$0.isCoded }
    self.init(
      kind: kind, language: language, variable: variable, label: label, sensitivity: sensitivity,
      specificity: specificity, coded: coded.count, others: others.count,
      codedEffective: EffectiveSize.kish(coded.map(\.weight)),
      othersEffective: EffectiveSize.kish(others.map(\.weight)))
  }
}

extension CorrectedShare {
  /// Corrects a figure's share by what an earlier coding showed.
  ///
  /// The interval joins those of the share found, of sensitivity and of specificity by variance recovery (Zou and Donner
  /// 2008): each is set to its limit in turn, and the steps are added as squares.
  package init(_ measure: CodingMeasure, apparent: Double, limits: Limits?) {
    let least = Self.minimumOfEachClass
    guard measure.coded >= least, measure.others >= least else {
      self = .tooFew(coded: measure.coded, others: measure.others)
      return
    }
    let n = measure.coded + measure.others
    let (se, sp) = (measure.sensitivity, measure.specificity)
    guard let value = Self.roganGladen(apparent: apparent, sensitivity: se, specificity: sp) else {
      self = .undefined(n: n)
      return
    }
    guard value >= 0 else {
      self = .belowDetection(n: n)
      return
    }
    self = .share(
      Estimate(value: min(1, value), interval: Self.recovered(measure, value, apparent, limits), n: n))
  }

  private static func recovered(
    _ measure: CodingMeasure, _ value: Double, _ apparent: Double, _ limits: Limits?
  ) -> Limits? {
    let (se, sp) = (measure.sensitivity, measure.specificity)
    guard let found = limits, let recall = Wilson.interval(share: se, n: measure.codedEffective),
      let silence = Wilson.interval(share: sp, n: measure.othersEffective)
    else { return nil }
    func steps(_ shares: [(apparent: Double, se: Double, sp: Double)]) -> Double? {
      let steps = shares.map { roganGladen(apparent: $0.apparent, sensitivity: $0.se, specificity: $0.sp) }
      guard steps.allSatisfy({ $0 != nil }) else { return nil }
      return steps.reduce(0) { sum, step in
        let off = (step ?? value) - value
        return sum + off * off
      }.squareRoot()
    }
    guard let below = steps([(found.lower, se, sp), (apparent, recall.upper, sp), (apparent, se, silence.lower)]),
      let above = steps([(found.upper, se, sp), (apparent, recall.lower, sp), (apparent, se, silence.upper)])
    else { return nil }
    return Limits(lower: max(0, value - below), upper: min(1, value + above))
  }
}

/// A share as the engine reads it, and as people's coding corrects it.
package struct CheckedShare: Sendable, Hashable {
  package var found: Figure
  package var corrected: CorrectedShare

  /// The corrected figure; nil where it cannot be given.
  package var figure: Figure? {
    guard case .share(let estimate) = corrected else { return nil }
    var figure = found
    figure.id = "corrected." + found.id
    figure.value = estimate.value
    figure.range = estimate.interval.map { FigureRange(lower: $0.lower, upper: $0.upper, kind: .confidence95) }
    figure.n = estimate.n
    figure.definition = found.definition + "/rogan-gladen"
    figure.cautions.removeAll { $0 == .indicative }
    return figure
  }
}

extension FigureBook {
  /// A share corrected by what people coded of its label; nil where nobody coded it.
  package func checked(
    _ found: Figure, kind: TextKind, variable: String, label: String, language: LanguageTag? = nil
  ) -> CheckedShare? {
    let measure = data.codingMeasures.first {
      $0.kind == kind && $0.variable == variable && $0.label == label && $0.language == language
    }
    guard let measure, let apparent = found.value else { return nil }
    let limits =
      found.range.flatMap { range -> Limits? in
        guard range.kind == .confidence95, let lower = range.lower, let upper = range.upper else { return nil }
        return Limits(lower: lower, upper: upper)
      } ?? Limits(lower: apparent, upper: apparent)
    return CheckedShare(found: found, corrected: CorrectedShare(measure, apparent: apparent, limits: limits))
  }

  /// Each response's share of all comments of a month, in one language or all.
  package func responseShares(language: LanguageTag? = nil, in month: Month) -> [(response: Response, share: Figure)] {
    let breakdown = responses(languages: language.map { [$0] }, in: month)
    let n = breakdown.total
    let scale = breakdown.opinions > 0 ? breakdown.effectiveCases / Double(breakdown.opinions) : 1
    return Response.allCases.map { response in
      let value = n > 0 ? Double(breakdown.counts[response] ?? 0) / Double(n) : nil
      let limits = value.flatMap { Wilson.interval(share: $0, n: Double(n) * scale) }
      var figure = breakdown.constructive
      figure.id = "response.\(response.rawValue)/\(language?.rawValue ?? "all")/\(month)"
      figure.value = value
      figure.n = n
      figure.range = limits.map { FigureRange(lower: $0.lower, upper: $0.upper, kind: .confidence95) }
      return (response, figure)
    }
  }

  /// Share of talking time in sentences that show a theme, whatever they hold of it: what people's coding of sentences
  /// can correct.
  package func themePresence(_ theme: String, in month: Month) -> Figure {
    let share = themeShare(theme, in: month)
    let parts = [share.promotes, share.mentions, share.opposes].compactMap { $0?.value }
    var figure = share.promotes
    figure.id = "theme.\(theme).present/all/\(month)"
    figure.value = share.promotes.value == nil ? nil : min(1, parts.reduce(0, +))
    return figure
  }
}
