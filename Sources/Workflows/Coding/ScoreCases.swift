import Figures
import Records

/// Turns coded texts into cases: one question at a time, truth beside verdict.
struct ScoreCases {
  struct Entry {
    let item: CodedItem
    let truth: CodedTruth
    let language: String
  }

  let entries: [Entry]
  let themes: [String]

  /// - Parameter themes: all themes that the lexicon knows.
  init(_ items: [CodedItem], themes: [String]) {
    entries = items.map { item in
      let truth = CodedTruth(item.codings)
      return Entry(item: item, truth: truth, language: truth.variety ?? item.found.language.rawValue)
    }
    self.themes = Set(themes).union(entries.flatMap(\.truth.themeNames)).sorted()
  }

  private init(_ entries: [Entry], _ themes: [String]) {
    self.entries = entries
    self.themes = themes
  }

  func filtered(_ keep: (Entry) -> Bool) -> ScoreCases { ScoreCases(entries.filter(keep), themes) }

  /// Languages of the texts, those that are understood first.
  var languages: [String] {
    let understood = ["ky", "ru", "uz-Latn", "uz-Cyrl"]
    let met = Set(entries.map(\.language))
    return understood.filter(met.contains) + met.subtracting(understood).sorted()
  }

  /// Cases of a theme's presence.
  func theme(_ theme: String) -> [DetectionCase] {
    entries.compactMap { entry in
      entry.truth.carries(theme).map { isCoded in
        DetectionCase(isCoded: isCoded, isFound: entry.item.found.themes[theme] != nil, weight: entry.item.weight)
      }
    }
  }

  /// Cases of all themes, one list a text.
  var allThemes: [[DetectionCase]] {
    entries.filter(\.truth.hasThemes).map { entry in
      themes.compactMap { theme in
        entry.truth.carries(theme).map { isCoded in
          DetectionCase(isCoded: isCoded, isFound: entry.item.found.themes[theme] != nil, weight: entry.item.weight)
        }
      }
    }
  }

  /// Cases of themes with this stance (nil: with each stance that there is), one list a text.
  func stances(_ stance: Stance?) -> [[DetectionCase]] {
    let wanted = stance.map { [$0] } ?? Stance.allCases
    return entries.compactMap { entry in
      guard entry.truth.hasThemes else { return nil }
      return themes.flatMap { theme -> [DetectionCase] in
        guard let isCoded = entry.truth.carries(theme), !isCoded || entry.truth.stance(theme) != nil else { return [] }
        return wanted.map { stance in
          DetectionCase(
            isCoded: isCoded && entry.truth.stance(theme) == stance, isFound: entry.item.found.themes[theme] == stance,
            weight: entry.item.weight)
        }
      }
    }
  }

  func alert(_ alert: Alert) -> [DetectionCase] {
    comments.compactMap { entry in
      entry.truth.carries(alert).map { isCoded in
        DetectionCase(isCoded: isCoded, isFound: entry.item.found.alerts.contains(alert), weight: entry.item.weight)
      }
    }
  }

  /// Cases of all alerts, one list a comment.
  var allAlerts: [[DetectionCase]] {
    comments.filter(\.truth.hasAlerts).map { entry in
      Alert.allCases.compactMap { alert in
        entry.truth.carries(alert).map { isCoded in
          DetectionCase(isCoded: isCoded, isFound: entry.item.found.alerts.contains(alert), weight: entry.item.weight)
        }
      }
    }
  }

  /// Cases of a question with labels that exclude each other, by the labels' numbers.
  var sentiments: [ClassCase] { classes(Sentiment.allCases, \.truth.sentiment, \.item.found.sentiment) }
  var responses: [ClassCase] { classes(Response.allCases, \.truth.response, \.item.found.response) }

  /// Languages that coders named, `mixed` left out: the engine names one.
  var varieties: [ClassCase] {
    let all = LanguageTag.allCases
    return classes(
      all, { entry in entry.truth.variety.flatMap(LanguageTag.init(rawValue:)) }, { $0.item.found.language })
  }

  private func classes<Code: Hashable>(
    _ all: [Code], _ coded: (Entry) -> Code?, _ found: (Entry) -> Code?
  ) -> [ClassCase] {
    entries.compactMap { entry in
      guard let coded = coded(entry).flatMap({ all.firstIndex(of: $0) }),
        let found = found(entry).flatMap({ all.firstIndex(of: $0) })
      else { return nil }
      return ClassCase(coded: coded, found: found, weight: entry.item.weight)
    }
  }

  private var comments: [Entry] { entries.filter { $0.item.kind == .comment } }
}

extension [ClassCase] {
  /// One label against all others.
  func against(_ label: Int) -> [DetectionCase] {
    map { DetectionCase(isCoded: $0.coded == label, isFound: $0.found == label, weight: $0.weight) }
  }
}
