import Figures
import Records

/// Sentences about change. A word such as "more" comes from a verdict alone.
extension Phrases {
  /// A change of a count: "12 % more than the month before".
  func change(_ comparison: Comparison) -> String {
    switch comparison.verdict {
    case .increased:
      amount(comparison).map { self("change.moreBy", ["amount": .text($0)]) } ?? self["change.more"]
    case .decreased:
      amount(comparison).map { self("change.lessBy", ["amount": .text($0)]) } ?? self["change.less"]
    case .unchanged: self["change.same"]
    case .unclear: self["change.unclear"]
    case .seam(let day): self("change.seam", ["date": .text(date(day))])
    case .noBasis: self["change.noBasis"]
    }
  }

  /// A change of a share, in percentage points with its interval.
  func changeOfShare(_ comparison: Comparison) -> String {
    guard let difference = comparison.difference else { return change(comparison) }
    let ends = [difference.lower, difference.upper].map { points(abs($0)) }
    switch comparison.verdict {
    case .increased: return self("change.shareUp", ["lower": .text(ends[0]), "upper": .text(ends[1])])
    case .decreased: return self("change.shareDown", ["lower": .text(ends[1]), "upper": .text(ends[0])])
    default: return change(comparison)
    }
  }

  /// On how many channels a comparison rests; nothing where it compares nothing.
  func footing(_ comparison: Comparison) -> String? {
    guard comparison.before != nil, comparison.matched > 0 else { return nil }
    return self("change.footing", ["n": .count(comparison.matched)])
  }

  func usual(_ place: UsualBand.Place, _ band: UsualBand) -> String {
    let key =
      switch place {
      case .above: "usual.above"
      case .within: "usual.within"
      case .below: "usual.below"
      }
    return self(key, ["n": .count(band.months)])
  }

  private func amount(_ comparison: Comparison) -> String? {
    comparison.relative.map { percent(abs($0)) }
  }

  private func points(_ share: Double) -> String { formats.number(share * 100, decimals: 0) }
}
