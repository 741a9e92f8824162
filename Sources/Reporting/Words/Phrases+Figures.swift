import Drawing
import Figures
import Records

extension Phrases {
  func count(_ value: Double) -> String { formats.number(value, decimals: 0) }
  func count(_ value: Int) -> String { formats.number(Double(value), decimals: 0) }

  /// A value in its unit, as people read it.
  func value(_ value: Double, _ unit: FigureUnit) -> String {
    switch unit {
    case .count, .people, .seconds: formats.number(value, decimals: 0)
    case .hours: formats.number(value, decimals: abs(value) < 100 ? 1 : 0)
    case .share: percent(value)
    }
  }

  /// A ratio as per cent: a decimal below 10 %, none above.
  func percent(_ ratio: Double) -> String {
    formats.percent(ratio, decimals: abs(ratio) < 0.0995 ? 1 : 0)
  }

  /// A difference with its sign.
  func signed(_ value: Double, _ unit: FigureUnit) -> String {
    (value > 0 ? "+" : (value < 0 ? "\u{2212}" : "")) + self.value(abs(value), unit)
  }

  /// Short form for axes.
  func axis(_ value: Double, _ unit: FigureUnit) -> String {
    if unit == .share { return formats.percent(value, decimals: value == 0 || abs(value) >= 0.0995 ? 0 : 1) }
    if abs(value) >= 10_000 { return formats.compact(value) }
    return formats.number(value, decimals: value == value.rounded() ? 0 : 1)
  }

  /// A figure in words: a value, "at least …", a range, or why there is none.
  func text(_ figure: Figure) -> String {
    if let value = figure.value { return self.value(value, figure.unit) }
    guard let range = figure.range, range.kind == .bounds, let lower = range.lower else {
      return missing(figure)
    }
    guard let upper = range.upper else {
      return self("value.atLeast", ["value": .text(value(lower, figure.unit))])
    }
    return self(
      "value.range",
      ["lower": .text(value(lower, figure.unit)), "upper": .text(value(upper, figure.unit))])
  }

  /// Why a figure has no value: nothing is known, or a sum of gains and losses lacks some of its channels.
  func missing(_ figure: Figure) -> String {
    let lacksSome = figure.unit != .share && figure.known > 0 && figure.known < figure.of
    return self[lacksSome ? "value.noSum" : "value.missing"]
  }

  /// "22 of 24 channels"; a dash before there was any channel.
  func channels(_ figure: Figure) -> String {
    guard figure.of > 0 else { return "\u{2013}" }
    return self("channels.known", ["known": .count(figure.known), "n": .count(figure.of)])
  }

  /// The interval of an estimate: "71–84 %".
  func interval(_ figure: Figure) -> String? {
    guard let range = figure.range, range.kind == .confidence95, let lower = range.lower,
      let upper = range.upper
    else { return nil }
    let decimals = upper < 0.0995 ? 1 : 0
    let from = formats.number(lower * 100, decimals: decimals)
    return self("value.range", ["lower": .text(from), "upper": .text(formats.percent(upper, decimals: decimals))])
  }

  /// A number for machines, in the unit that is published.
  func machine(_ value: Double, _ unit: FigureUnit) -> String {
    DecimalBytes.text(unit.published(value), decimals: unit.decimals)
  }

  /// A figure's cell of the table beside a chart.
  func cell(_ figure: Figure) -> ChartCell {
    ChartCell(text(figure), machine: figure.value.map { machine($0, figure.unit) })
  }
}
