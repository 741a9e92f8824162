import Drawing
import Records

/// How each response is painted: told apart in grey print by lightness and pattern.
enum ResponseColors {
  static func fill(_ response: Response) -> AreaFill {
    switch response {
    case .testimony: .solid(Palette.deepGreen)
    case .supportive: .solid(Palette.green)
    case .question: .solid(Palette.blue)
    case .critical: .hatched
    case .hostile: .crossed
    case .formula: .dotted
    case .spam, .other: .solid(Palette.faint)
    }
  }

  /// Whether text on the fill must be light.
  static func isDark(_ response: Response) -> Bool { response == .testimony }
}
