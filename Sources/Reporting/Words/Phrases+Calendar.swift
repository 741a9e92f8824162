import Figures
import Records

/// Words about days, years and signals.
extension Phrases {
  /// A holiday by its key; an officer's own name stays as it was written.
  func holiday(_ name: String) -> String {
    let key = "holiday.\(name)"
    return wording.forms(key) == nil ? name : self[key]
  }

  /// A country by its code: as the word files call it, else as the system does.
  func country(_ code: String) -> String {
    let key = "country.\(code)"
    return wording.forms(key) == nil ? formats.country(code) : self[key]
  }

  /// A change against the month of a year ago that is named beside it: "12 % more than a year ago".
  func changeOverYear(_ comparison: Comparison) -> String {
    let amount = comparison.relative.map { PhraseValue.text(percent(abs($0))) }
    switch comparison.verdict {
    case .increased: return amount.map { self("year.moreBy", ["amount": $0]) } ?? self["year.more"]
    case .decreased: return amount.map { self("year.lessBy", ["amount": $0]) } ?? self["year.less"]
    case .unchanged, .unclear: return self["year.same"]
    case .seam, .noBasis: return change(comparison)
    }
  }

  /// How much of the watch time lies in talks whose text is known: "412 of 6,180 watch hours".
  func covered(_ coverage: WatchedCoverage) -> String {
    let hours = PhraseValue.text(value(coverage.hours, .hours))
    guard coverage.share != nil else { return self("watched.hours", ["known": hours]) }
    return self("watched.covered", ["known": hours, "all": .text(text(coverage.all))])
  }

  /// Whether the last month of a control chart breaks a rule, and which.
  func signal(_ series: ControlledSeries) -> String {
    guard let line = series.line else {
      return self(
        "signal.few", ["known": .text(count(series.known)), "n": .count(ControlLine.fewestPoints)])
    }
    return signal(line.now)
  }

  func signal(_ rules: [ControlRule]) -> String {
    guard !rules.isEmpty else { return self["signal.none"] }
    return self("signal.some", ["rules": .text(rules.map { self["rule.\($0.rawValue)"] }.joined(separator: "; "))])
  }
}
