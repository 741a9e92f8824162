package import Records

/// What the two ends beside a value mean.
package enum RangeKind: String, Sendable, Hashable {
  /// "At least" and "at most": the truth lies between them for certain.
  case bounds
  /// 95 % confidence interval of an estimate.
  case confidence95
}

/// A range around or instead of a value. An end that nothing limits is nil.
package struct FigureRange: Sendable, Hashable {
  package var lower: Double?
  package var upper: Double?
  package var kind: RangeKind

  package init(lower: Double?, upper: Double?, kind: RangeKind) {
    self.lower = lower
    self.upper = upper
    self.kind = kind
  }
}

/// What a reader must know before using a figure.
package enum Caution: Sendable, Hashable {
  /// Channels whose number for the month is missing or not complete.
  case missing(Int)
  /// The platform took back this much within the period (0 or less).
  case corrected(Double)
  /// Some numbers were rounded by the platform.
  case approximate
  /// Worked out from snapshots, the last one of this day.
  case snapshot(Day)
  /// Read by machine, not yet checked against people's coding.
  case indicative
  /// Answers under one page resemble one another; the interval allows for it where it can.
  case clustered
}

/// Why a figure is not shown.
package enum Suppression: String, Sendable, Hashable {
  /// The cell is small, or another could be worked out from it.
  case suppressed
  /// The base is too small for a percentage.
  case smallBase
}

/// A number that can be defended: value, range, how many channels it rests on, period, definition, cautions.
package struct Figure: Sendable, Hashable {
  /// Stable id such as `views/youtube/2026-10`.
  package var id: String
  package var unit: FigureUnit
  /// Nil when it is not known for certain; `range` may then hold bounds. Shares are 0...1.
  package var value: Double?
  package var range: FigureRange?
  /// Channels (or talks) with a number, of all that should have one.
  package var known: Int
  package var of: Int
  package var period: Period
  package var definition: String
  package var cautions: [Caution]
  /// Sources the number was put together from.
  package var basis: Set<MetricBasis>
  /// Sum of the parts that are known, where people's "at most" is not: no bound, but how far the range goes at least.
  package var knownSum: Double?
  /// Cases behind a share; nil where there is no such thing.
  package var n: Int?
  package var suppression: Suppression?

  package init(
    id: String, unit: FigureUnit, value: Double?, range: FigureRange? = nil, known: Int, of: Int,
    period: Period, definition: String, cautions: [Caution] = [], basis: Set<MetricBasis> = [],
    n: Int? = nil, suppression: Suppression? = nil
  ) {
    self.id = id
    self.unit = unit
    self.value = value
    self.range = range
    self.known = known
    self.of = of
    self.period = period
    self.definition = definition
    self.cautions = cautions
    self.basis = basis
    self.n = n
    self.suppression = suppression
  }

  /// The value, or the least it can be.
  package var atLeast: Double? { value ?? (range?.kind == .bounds ? range?.lower : nil) }
  /// The value, or the most it can be.
  package var atMost: Double? { value ?? (range?.kind == .bounds ? range?.upper : nil) }
  /// Whether nothing at all is known.
  package var isMissing: Bool { value == nil && range?.lower == nil }
  /// Whether the value stands for all channels that should have one.
  package var isComplete: Bool { value != nil && known == of }
}
