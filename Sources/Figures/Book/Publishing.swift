/// The one rounding that every form of a figure uses: page, CSV and XLSX.
extension FigureUnit {
  /// Decimals that are published.
  package var decimals: Int {
    switch self {
    case .count, .people, .seconds: 0
    case .hours, .share: 1
    }
  }

  /// A value in the published unit: shares in per cent, all else as it is, rounded to `decimals`.
  package func published(_ value: Double) -> Double {
    switch self {
    case .count, .people, .seconds: value.rounded()
    case .hours: (value * 10).rounded() / 10
    case .share: (value * 1_000).rounded() / 10
    }
  }
}
