import Figures
import Records

/// What may be said of a row's value.
enum RowStatus: String, Sendable, CaseIterable {
  case published
  /// Only "at least" is known: channels are missing.
  case incomplete
  /// "At least" and "at most".
  case range
  /// Not shown, to protect people.
  case suppressed
  /// No export tells.
  case noData = "no-data"
}

/// A figure as readers outside the house see it: in the published unit (shares in per cent), rounded, thinned.
struct PublishedValue: Hashable {
  private(set) var value: Double?
  private(set) var low: Double?
  private(set) var high: Double?
  private(set) var rangeKind: RangeKind?
  private(set) var n: Double?
  private(set) var known: Int?
  private(set) var of: Int?
  private(set) var status: RowStatus

  /// Nothing is known.
  init() { status = .noData }

  /// A number of platforms, or what talks are about. People are rounded: their number may be that of one channel.
  init(_ figure: Figure, _ rules: DisclosureRules) {
    self.init()
    (known, of) = (figure.known, figure.of)
    let isPeople = figure.unit == .people
    if let value = figure.value {
      self.value = isPeople ? rules.rounded(value) : figure.unit.published(value)
      status = .published
    } else if let lower = figure.atLeast {
      low = isPeople ? rules.roundedDown(lower) : figure.unit.published(lower)
      high = figure.atMost.map { isPeople ? rules.roundedUp($0) : figure.unit.published($0) }
      rangeKind = .bounds
      status = high == nil ? .incomplete : .range
    }
  }

  /// What was read in comments. Counts are rounded and shares whole per cent, so that no single comment can be worked out.
  ///
  /// - Parameter isHeard: whether any export tells of comments there; a share without a base is then hidden.
  init(ofComments figure: Figure, isHeard: Bool, _ rules: DisclosureRules) {
    self.init()
    (known, of) = (figure.known, figure.of)
    if figure.unit == .count {
      value = figure.value.map(rules.rounded)
      low = value == nil ? figure.atLeast.map(rules.roundedDown) : nil
      rangeKind = low == nil ? nil : .bounds
      status = value != nil ? .published : (low == nil ? .noData : .incomplete)
    } else if let value = figure.value {
      self.value = (value * 100).rounded()
      low = figure.range?.lower.map { ($0 * 100).rounded(.down) }
      high = figure.range?.upper.map { ($0 * 100).rounded(.up) }
      rangeKind = figure.range?.kind
      n = rules.rounded(Double(figure.n ?? 0))
      status = .published
    } else {
      status = isHeard ? .suppressed : .noData
    }
  }

  /// The same without the number of channels behind it.
  func withoutChannels() -> PublishedValue {
    var value = self
    (value.known, value.of) = (nil, nil)
    return value
  }

  /// What readers were given before.
  func standing(_ cell: ReleasedCell) -> PublishedValue {
    var value = self
    (value.value, value.low, value.high, value.n) = (cell.value, cell.low, cell.high, cell.n)
    return value
  }

  /// Nothing that could tell the value.
  static func withheld(_ status: RowStatus = .suppressed) -> PublishedValue {
    var value = PublishedValue()
    value.status = status
    return value
  }
}

/// A row of a table for readers outside: its value, and the cell that disclosure control knows it by.
protocol PublishedRow {
  /// Cells that count the same have the same id, whichever row they stand in.
  var cell: String { get }
  var published: PublishedValue { get set }
}

extension PublishedRow {
  var value: Double? { published.value }
  var low: Double? { published.low }
  var high: Double? { published.high }
  var rangeKind: RangeKind? { published.rangeKind }
  var n: Double? { published.n }
  var known: Int? { published.known }
  var of: Int? { published.of }
  var status: RowStatus { published.status }

  /// What readers learn from the row; values that stood rest on the numbers of the release that first showed them.
  func released(_ own: DisclosureCell, basis: ReleasedCell?, series: String) -> ReleasedCell {
    ReleasedCell(
      id: cell, series: series, isShown: status != .suppressed, size: basis?.size ?? own.size,
      contributions: basis?.contributions ?? own.contributions, commentersBy: basis?.commentersBy ?? own.commentersBy,
      value: value, low: low, high: high, n: n)
  }
}
