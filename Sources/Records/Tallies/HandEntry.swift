/// A figure that was typed in, as pages and lists show it: apart from every figure of exports, and never added to one.
package struct HandEntry: Sendable, Hashable {
  package var creator: String
  package var platform: HandPlatform
  package var metric: Metric
  package var period: Period
  package var value: Double
  /// Whether the screen had rounded it.
  package var isApproximate: Bool
  /// Who typed it in and what shows it; nil where the key that sealed them is gone, or where a page must not say it.
  package var enteredBy: String?
  package var evidence: String?
  /// The import that it came with, and its row there.
  package var importNumber: Int64
  package var row: Int

  package init(
    creator: String, platform: HandPlatform, metric: Metric, period: Period, value: Double, isApproximate: Bool,
    enteredBy: String? = nil, evidence: String? = nil, importNumber: Int64, row: Int
  ) {
    self.creator = creator
    self.platform = platform
    self.metric = metric
    self.period = period
    self.value = value
    self.isApproximate = isApproximate
    self.enteredBy = enteredBy
    self.evidence = evidence
    self.importNumber = importNumber
    self.row = row
  }
}

/// What the card of a talk declares, beside what was read in the talk's text. Neither corrects the other.
package struct DeclaredTalk: Sendable, Hashable {
  package var account: Int64
  /// Month of publication.
  package var month: Month
  /// In the words of the card.
  package var themes: [String]
  /// Whether money was paid to spread it; nil where nobody said.
  package var isBoosted: Bool?
  /// Themes that the text speaks for; nil where there is no text, or none that can be read.
  package var read: Set<String>?

  package init(account: Int64, month: Month, themes: [String], isBoosted: Bool? = nil, read: Set<String>? = nil) {
    self.account = account
    self.month = month
    self.themes = themes
    self.isBoosted = isBoosted
    self.read = read
  }
}
