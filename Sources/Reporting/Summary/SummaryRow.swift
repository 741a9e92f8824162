import Figures
import Records

/// Where an indicator stands between being seen and changing minds (ISD: awareness, engagement, impact).
package enum IndicatorLevel: String, Sendable, CaseIterable { case output, awareness, engagement, impact }

/// One row of the summary.
struct SummaryRow: PublishedRow {
  var cell: String
  var indicator: String
  var name: String
  var level: IndicatorLevel
  var unit: FigureUnit
  var month: Month
  var platform: Platform
  /// `all`, a language tag, or `other`.
  var language: String
  var published: PublishedValue
  var isAdditive: Bool
  var definition: String
  var asOf: Day

  /// What `known` and `all` count; nil where they are not told.
  var counted: CountedThing? {
    guard of != nil else { return nil }
    return indicator.hasPrefix("theme_time.") ? .talks : .channels
  }
}
