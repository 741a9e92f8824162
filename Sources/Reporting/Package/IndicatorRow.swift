import Figures
import Records

/// The one record that every form of an indicator is written from: CSV, HXL, IATI, XLSX, page.
///
/// Values are in the published unit (shares in per cent), rounded and thinned already.
struct IndicatorRow: PublishedRow {
  /// What a row tells apart, and its part: nothing for the indicator as a whole.
  struct Part: Hashable {
    var dimension: Disaggregation
    /// `2026-07`, `youtube`, `ky`.
    var category: String
  }

  var planned: PlannedIndicator
  var names: [ReportLanguage: String]
  /// Cells that count the same have the same id, whichever indicator they stand under.
  var cell: String
  var part: Part?
  var period: ReportingPeriod
  var platform: String
  var published: PublishedValue
  var reason: WithholdingReason?
  var target: Double?
  var definition: String
  var asOf: Day

  var measure: IndicatorMeasure { planned.entry.measure }
  var decimals: Int { measure.unit.decimals }

  /// What `known` and `all` count; nil where they are not told.
  var counted: CountedThing? {
    guard of != nil, measure.register == nil else { return nil }
    if measure.isOfComments { return .months }
    if case .themeTime = measure { return .talks }
    return period.months.count == 1 ? .channels : .channelMonths
  }

  /// The value as a part of the target, in whole per cent.
  var progress: Double? {
    guard let value, let target, target > 0 else { return nil }
    return (value / target * 100).rounded()
  }

  var light: TrafficLight? {
    target.flatMap { TrafficLight(low: low ?? value, high: rangeKind == nil ? value : high, target: $0) }
  }

  /// The row without anything that could tell the value.
  func withheld(_ reason: WithholdingReason) -> IndicatorRow {
    var row = self
    row.published = .withheld(reason == .noData ? .noData : .suppressed)
    row.reason = reason
    return row
  }
}

/// What numbers of known things are numbers of.
enum CountedThing: String, Sendable {
  case channels, talks, months
  /// A channel counts once in each month.
  case channelMonths = "channel-months"
}

/// Why a value is not there; told without the value.
enum WithholdingReason: String, Sendable, Hashable, CaseIterable {
  /// Too few people, authors or talks behind it.
  case tooFew = "too-few"
  /// Too small a base for a percentage.
  case smallBase = "small-base"
  /// Another value could be worked out from it.
  case complementary
  /// No export tells.
  case noData = "no-data"
}
