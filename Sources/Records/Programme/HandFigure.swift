/// Where a number that was typed in comes from; more places than those whose exports are read.
package enum HandPlatform: String, Sendable, Hashable, CaseIterable {
  case youtube, instagram, tiktok, facebook, telegram
}

/// A number that somebody read off a screen and typed in. It is kept apart from numbers of exports and never added to
/// them: nobody can tell how the screen counted or rounded.
package struct HandFigure: Sendable, Hashable {
  /// The creator's code, where the row has one.
  package var creator: String?
  package var platform: HandPlatform
  package var period: Period
  package var metric: Metric
  /// Known, or approximate where the screen rounded it.
  package var value: Reported<Double>
  /// Who typed it in. A person: kept sealed.
  package var enteredBy: String
  /// What shows it, such as the name of a screenshot. May name a person: kept sealed.
  package var evidence: String
  package var row: Int

  package init(
    creator: String? = nil, platform: HandPlatform, period: Period, metric: Metric, value: Reported<Double>,
    enteredBy: String, evidence: String, row: Int
  ) {
    self.creator = creator
    self.platform = platform
    self.period = period
    self.metric = metric
    self.value = value
    self.enteredBy = enteredBy
    self.evidence = evidence
    self.row = row
  }
}
