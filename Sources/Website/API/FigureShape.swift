import Figures
import Records

/// A figure for programs: rounded like on every page.
enum FigureShape {
  static let shape = Shape<Figure>.object([
    Field("id", "What is counted, of whom, when; the same id opens it on pages and in 'minbar explain'.", .text) {
      id($0)
    },
    Field("unit", "What it is counted in; shares are per cent.", .word(FigureUnit.allCases.map(\.rawValue))) {
      $0.unit.rawValue
    },
    Field("value", "Null where it is not known for certain, or not shown.", Shape.quantity.orNull) {
      published($0, $0.value)
    },
    Field("lower", "Lower end of the range.", Shape.quantity.orNull) { published($0, $0.range?.lower) },
    Field("upper", "Upper end of the range; null where nothing limits it.", Shape.quantity.orNull) {
      published($0, $0.range?.upper)
    },
    Field(
      "range", "What the ends mean: bounds for certain, or a 95 % confidence interval.",
      Shape.word(["bounds", "confidence95"]).orNull
    ) { $0.range?.kind.rawValue },
    Field("known", "Channels or talks with a number.", .count) { $0.known },
    Field("of", "Channels or talks that should have one.", .count) { $0.of },
    Field("cases", "Cases behind a share.", Shape.count.orNull) { $0.n },
    Field("definition", "Version of the definition.", .text) { $0.definition },
    Field("cautions", "What must be known before it is used.", Shape.text.list) { $0.cautions.map(word).sorted() },
    Field("withheld", "Why it is not shown.", Shape.word(["suppressed", "smallBase"]).orNull) {
      $0.suppression?.rawValue
    },
  ])

  /// The id with the theme as pages show it.
  private static func id(_ figure: Figure) -> String { FigureName(figure.id)?.text ?? figure.id }

  private static func published(_ figure: Figure, _ value: Double?) -> Double? {
    figure.suppression == nil ? value.map(figure.unit.published) : nil
  }

  private static func word(_ caution: Caution) -> String {
    switch caution {
    case .missing: "missing"
    case .corrected: "corrected"
    case .approximate: "approximate"
    case .snapshot: "snapshot"
    case .indicative: "indicative"
    case .clustered: "clustered"
    }
  }
}
