/// How far the figures of a month are: frozen, looked at, agreed to. Each step needs the one before it.
package enum SealStep: String, Sendable, Hashable, CaseIterable, Codable { case prepared, checked, approved }

/// A step that somebody took with a month's figures.
package struct MonthStep: Sendable, Hashable {
  package var month: Month
  /// Counts how often the month was prepared.
  package var edition: Int
  package var step: SealStep
  /// A code name, never a name.
  package var by: String
  package var at: Instant
  /// Over the frozen figures and the imports that they rest on.
  package var sha256: [UInt8]

  package init(month: Month, edition: Int, step: SealStep, by: String, at: Instant, sha256: [UInt8]) {
    self.month = month
    self.edition = edition
    self.step = step
    self.by = by
    self.at = at
    self.sha256 = sha256
  }
}

/// A figure of a month as it was frozen, or as it is now.
package struct SealedFigure: Sendable, Hashable {
  /// Measure and platform, such as `views/youtube`.
  package var figure: String
  package var value: Double?
  package var low: Double?
  package var high: Double?

  package init(figure: String, value: Double? = nil, low: Double? = nil, high: Double? = nil) {
    self.figure = figure
    self.value = value
    self.low = low
    self.high = high
  }

  /// `views` of `views/youtube`.
  package var measure: String { part(0) }
  /// `youtube` of `views/youtube`.
  package var platform: String { part(1) }

  private func part(_ index: Int) -> String {
    let parts = figure.utf8.split(separator: UInt8(ascii: "/"))
    return index < parts.count ? String(decoding: Array(parts[index]), as: UTF8.self) : ""
  }
}

/// A correction of a figure that had been approved. Numbers are given once and never again.
package struct Erratum: Sendable, Hashable {
  package var number: Int
  package var month: Month
  package var old: SealedFigure
  package var new: SealedFigure
  package var reason: String
  package var by: String
  package var at: Instant

  package init(
    number: Int, month: Month, old: SealedFigure, new: SealedFigure, reason: String, by: String, at: Instant
  ) {
    self.number = number
    self.month = month
    self.old = old
    self.new = new
    self.reason = reason
    self.by = by
    self.at = at
  }
}
