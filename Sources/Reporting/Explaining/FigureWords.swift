package import Figures
package import Records

/// Figures in words: what they are called, what they say, how they are reckoned.
package final class FigureWords {
  let phrases: Phrases

  package convenience init(_ wording: Wording) { self.init(Phrases(wording)) }

  init(_ phrases: Phrases) { self.phrases = phrases }

  package subscript(_ key: String) -> String { phrases[key] }

  package func callAsFunction(_ key: String, _ values: [String: PhraseValue]) -> String { phrases(key, values) }

  package func name(_ platform: Platform) -> String { phrases.name(platform) }
  package func name(_ metric: Metric) -> String { phrases.name(metric) }
  package func name(_ language: LanguageTag) -> String { phrases.name(language) }
  package func name(_ response: Response) -> String { phrases.name(response) }
  package func date(_ day: Day) -> String { phrases.date(day) }
  package func value(_ value: Double, _ unit: FigureUnit) -> String { phrases.value(value, unit) }
  package func count(_ value: Int) -> String { phrases.count(value) }

  /// "12,345", "at least 1,000", "no data"; with the interval of an estimate behind it.
  package func value(_ figure: Figure) -> String {
    let text = phrases.text(figure)
    guard let interval = phrases.interval(figure) else { return text }
    return text + " (" + phrases("glance.interval", ["range": .text(interval)]) + ")"
  }

  /// "Views · K01 · YouTube · October 2026".
  package func name(_ name: FigureName) -> String {
    let whose = [name.selection.creator, name.selection.platform.map(phrases.name)].compactMap { $0 }
    let parts =
      [measure(name.measure)] + (whose.isEmpty ? [phrases["explain.everybody"]] : whose)
      + [name.language.map(phrases.name), phrases.monthAndYear(name.month)].compactMap { $0 }
    return parts.joined(separator: " \u{B7} ")
  }

  /// What is counted, in words.
  package func measure(_ measure: FigureName.Measure) -> String {
    switch measure {
    case .metric(let metric): phrases.name(metric)
    case .peopleReached: phrases["glance.reach"]
    case .talksPublished: phrases["glance.talks"]
    case .transcriptCoverage: phrases["column.transcripts"]
    case .engagement: phrases["glance.engagement"]
    case .constructive: phrases["glance.constructive"]
    case .theme(let theme, let stance):
      phrases.theme(theme) + " (" + phrases["stance.\(stance.rawValue)"] + ")"
    case .themeHours(nil): phrases["glance.themeHours"]
    case .themeHours(let theme?): phrases("explain.themeHoursOf", ["theme": .text(phrases.theme(theme))])
    case .register(let measure): phrases.name(measure)
    }
  }

  /// How the figure is reckoned, in words.
  package func formula(_ measure: FigureName.Measure) -> String {
    switch measure {
    case .metric(.views): phrases["definition.views"]
    case .metric(.watchHours): phrases["definition.watch_hours"]
    case .metric(.subscribersNet): phrases["definition.subscribers_net"]
    case .metric(let metric): phrases("definition.metric", ["metric": .text(phrases.name(metric))])
    case .peopleReached: phrases["definition.people_reached"]
    case .talksPublished: phrases["definition.talks_published"]
    case .transcriptCoverage: phrases["definition.transcript_coverage"]
    case .engagement: phrases["definition.engagement_by_views"]
    case .constructive: phrases["definition.constructive_share"]
    case .theme(let theme, _): phrases("definition.theme_time", ["theme": .text(phrases.theme(theme))])
    case .themeHours: phrases["definition.theme_hours"]
    case .register(let measure): phrases["definition.\(measure.family)"]
    }
  }

  /// How a channel's monthly number came about.
  package func basis(_ metric: MonthlyMetric) -> String {
    phrases(
      "basis.\(metric.basis.rawValue)", ["known": .text(count(metric.known)), "n": .text(count(metric.of))])
  }

  /// A number of a channel: its value, its bounds, or that there is none.
  package func value(_ metric: MonthlyMetric, _ unit: FigureUnit) -> String {
    if let value = metric.value { return phrases.value(value, unit) }
    guard let lower = metric.lower else { return phrases["value.missing"] }
    guard let upper = metric.upper else {
      return phrases("value.atLeast", ["value": .text(phrases.value(lower, unit))])
    }
    return phrases(
      "value.range", ["lower": .text(phrases.value(lower, unit)), "upper": .text(phrases.value(upper, unit))])
  }

  /// What a reader must know before using the figure.
  package func cautions(_ figure: Figure) -> [String] {
    figure.cautions.compactMap { caution in
      switch caution {
      case .missing(let count): phrases("explain.missing", ["n": .count(count)])
      case .corrected(let step): phrases("note.corrected", ["value": .text(phrases.count(-step))])
      case .approximate: phrases["note.approximate"]
      case .snapshot(let day): phrases("note.snapshot", ["date": .text(phrases.date(day))])
      case .indicative: phrases["note.indicative"]
      case .clustered: nil
      }
    }
  }

  /// Whether a statement counts, in words.
  package func use(_ use: TracedStatement.Use) -> String { phrases["use.\(use.rawValue)"] }
}
