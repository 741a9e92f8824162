import Figures
import Records

/// Words about days, years and signals.
extension Phrases {
  /// A holiday by its key; an officer's own name stays as it was written.
  func holiday(_ name: String) -> String {
    let key = "holiday.\(name)"
    return wording.forms(key) == nil ? name : self[key]
  }

  /// A country by its code; one that the word files do not know keeps it.
  func country(_ code: String) -> String {
    let key = "country.\(code)"
    return wording.forms(key) == nil ? code : self[key]
  }

  /// A change against a month that is named: "12 % more than in October 2025".
  func changeOverYear(_ comparison: Comparison, _ earlier: Month) -> String {
    let month = PhraseValue.text(monthAndYear(earlier))
    let amount = comparison.relative.map { percent(abs($0)) }
    switch comparison.verdict {
    case .increased:
      return amount.map { self("year.moreBy", ["amount": .text($0), "month": month]) }
        ?? self("year.more", ["month": month])
    case .decreased:
      return amount.map { self("year.lessBy", ["amount": .text($0), "month": month]) }
        ?? self("year.less", ["month": month])
    case .unchanged, .unclear: return self("year.same", ["month": month])
    case .seam, .noBasis: return change(comparison)
    }
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
