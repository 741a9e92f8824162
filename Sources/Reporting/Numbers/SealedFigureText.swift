import Figures
package import Records

extension SealedFigure {
  /// The measure; nil for one that this version does not know any more.
  fileprivate var indicator: IndicatorMeasure? {
    let prefix = "theme_time."
    guard measure.hasPrefix(prefix) else { return IndicatorMeasure(measure, theme: nil) }
    return IndicatorMeasure("theme_time", theme: String(measure.dropFirst(prefix.count)))
  }

  var unit: FigureUnit { indicator?.unit ?? .count }
}

extension Phrases {
  /// The measure, and the platform where it is of one alone.
  func name(_ figure: SealedFigure) -> String {
    let platform = Platform(rawValue: figure.platform).map { " (" + name($0) + ")" } ?? ""
    return (figure.indicator.map { IndicatorBuilder.name($0, self) } ?? figure.measure) + platform
  }

  /// The value as it was frozen, "at least" before a bound, a dash where nothing was known.
  func value(_ figure: SealedFigure) -> String {
    if let known = figure.value { return value(known, figure.unit) }
    guard let low = figure.low else { return "\u{2013}" }
    return self["value.atLeastMark"] + "\u{A0}" + value(low, figure.unit)
  }
}

extension PageWords {
  package func name(_ figure: SealedFigure) -> String { phrases.name(figure) }
  package func value(_ figure: SealedFigure) -> String { phrases.value(figure) }
}
