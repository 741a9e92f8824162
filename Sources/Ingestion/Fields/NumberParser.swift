package import Records

/// Reads numbers as platforms, Excel and people write them.
package struct NumberParser: Sendable {
  /// What a column holds; it decides what `1,234` means.
  package enum Kind: Sendable { case count, decimal }

  /// The file's decimal mark.
  package var mark: DecimalMark
  /// What a blank cell means in this file.
  package var missing: Reported<Double>

  package init(mark: DecimalMark = .unknown, missing: Reported<Double> = .notInExport) {
    self.mark = mark
    self.missing = missing
  }

  /// The value of a cell: spaces and marks that group digits, `%` and abbreviations (`1,2 тыс.`, `3.4M`) are
  /// understood; abbreviated numbers are approximate. What is no number is unreadable, never 0.
  package func parse(_ cell: Bytes, as kind: Kind) -> Reported<Double> {
    let body = cell.trimmed()
    if MissingMark.isMissing(body) { return missing }
    guard body.count <= 60, let shape = NumberShape(body) else { return unreadable(body) }
    if shape.suffix.isEmpty || shape.suffix.equals("%") {
      return value(shape, kind).map(Reported.known) ?? unreadable(body)
    }
    guard let factor = Abbreviation.factor(shape.suffix), let value = value(shape, .decimal) else {
      return unreadable(body)
    }
    return .approximate(value * factor)
  }

  private func value(_ shape: NumberShape, _ kind: Kind) -> Double? {
    switch (shape.commas, shape.dots) {
    case (0, 0): return shape.value(decimal: ASCII.dot)
    case (_, 0):
      let groups = shape.isGrouped && (shape.commas > 1 || kind == .count || mark == .dot)
      return shape.value(decimal: groups ? ASCII.dot : ASCII.comma)
    case (0, _):
      let groups = shape.isGrouped && (shape.dots > 1 || (kind == .count ? mark != .dot : mark == .comma))
      return shape.value(decimal: groups ? ASCII.comma : ASCII.dot)
    default: return shape.value(decimal: shape.lastMark)
    }
  }

  private func unreadable(_ body: Bytes) -> Reported<Double> {
    .unreadable(body.part(0..<min(body.count, 60)).string)
  }
}

/// Words behind rounded numbers: English, Russian, Kyrgyz, Uzbek, Kazakh, Portuguese.
enum Abbreviation {
  private static let factors: [String: Double] = [
    "k": 1e3, "тыс": 1e3, "тыс.": 1e3, "миң": 1e3, "ming": 1e3, "минг": 1e3, "мың": 1e3, "mil": 1e3,
    "m": 1e6, "млн": 1e6, "млн.": 1e6, "mln": 1e6, "mi": 1e6, "b": 1e9, "млрд": 1e9, "млрд.": 1e9,
    "mlrd": 1e9, "bi": 1e9,
  ]

  static func factor(_ word: Bytes) -> Double? {
    word.count <= 12 ? factors[word.string.lowercased()] : nil
  }
}
