package import Figures
package import Records

/// One line of the register: a measure with its place between being seen and changing minds.
package struct IndicatorEntry: Sendable, Hashable {
  package var id: String
  package var measure: IndicatorMeasure
  package var level: IndicatorLevel

  package init(id: String, measure: IndicatorMeasure, level: IndicatorLevel) {
    self.id = id
    self.measure = measure
    self.level = level
  }
}

/// What an indicator is told apart by.
package enum Disaggregation: String, Sendable, Hashable, CaseIterable {
  case month, platform, language
}

/// A value that is aimed at in a period.
package struct Milestone: Sendable, Hashable {
  package var period: ReportingPeriod
  package var value: Double

  package init(period: ReportingPeriod, value: Double) {
    self.period = period
    self.value = value
  }
}

/// Where an indicator stood before.
package struct Baseline: Sendable, Hashable {
  package var day: Day
  package var value: Double

  package init(day: Day, value: Double) {
    self.day = day
    self.value = value
  }
}

/// An indicator as a reader's logframe has it. Shares are in per cent.
package struct PlannedIndicator: Sendable, Hashable {
  package var code: String
  package var entry: IndicatorEntry
  /// Nil = all platforms together.
  package var platform: Platform?
  /// The reader's own wording by language; what is missing is taken from the word files.
  package var names: [ReportLanguage: String]
  package var baseline: Baseline?
  /// Milestones and the target, which is the last of them.
  package var milestones: [Milestone]
  package var disaggregation: [Disaggregation]
  package var responsible: String?

  package init(
    code: String, entry: IndicatorEntry, platform: Platform? = nil, names: [ReportLanguage: String] = [:],
    baseline: Baseline? = nil, milestones: [Milestone] = [], disaggregation: [Disaggregation] = [],
    responsible: String? = nil
  ) {
    self.code = code
    self.entry = entry
    self.platform = platform
    self.names = names
    self.baseline = baseline
    self.milestones = milestones
    self.disaggregation = disaggregation
    self.responsible = responsible
  }
}

/// The activity that results are published under, where a reader wants IATI.
package struct IATIActivity: Sendable, Hashable {
  package var identifier: String
  package var organisation: String
  /// Code of the list OrganisationType, such as 22.
  package var organisationType: String
  package var organisationName: String
  package var title: String
  package var startedOn: Day

  package init(
    identifier: String, organisation: String, organisationType: String, organisationName: String, title: String,
    startedOn: Day
  ) {
    self.identifier = identifier
    self.organisation = organisation
    self.organisationType = organisationType
    self.organisationName = organisationName
    self.title = title
    self.startedOn = startedOn
  }
}

extension IATIActivity {
  /// The activity under a title that nobody takes for a publication.
  func draft() -> IATIActivity {
    var activity = self
    activity.title = PackageTable.draftMark + ": " + title
    return activity
  }
}

/// What one reader outside the house is sent: whose numbers, which indicators, how periods are cut.
package struct DonorPlan: Sendable, Hashable {
  /// A neutral code; it stands in file names.
  package var id: String
  package var language: ReportLanguage
  /// Codes of the authors; nil = all.
  package var authors: Set<String>?
  package var scheme: PeriodScheme
  /// Days from the end of a period to the report.
  package var dueDays: Int?
  package var responsible: String?
  package var activity: IATIActivity?
  package var indicators: [PlannedIndicator]

  package init(
    id: String, language: ReportLanguage = .english, authors: Set<String>? = nil, scheme: PeriodScheme = .calendar,
    dueDays: Int? = nil, responsible: String? = nil, activity: IATIActivity? = nil, indicators: [PlannedIndicator]
  ) {
    self.id = id
    self.language = language
    self.authors = authors
    self.scheme = scheme
    self.dueDays = dueDays
    self.responsible = responsible
    self.activity = activity
    self.indicators = indicators
  }
}
